import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileKeyring, KeysMissing } from './keyring-file.ts'
import { MemoryEventStore } from './memory.ts'
import { event, fresh } from './sample.conformance.ts'

describe('the file with the keys', () => {
  let folder: string
  let path: string
  const log = new MemoryEventStore()
  const open = () => FileKeyring.open(path, log)
  const bytes = (keys: FileKeyring, subject: string) => keys.of(subject)?.export().toString('hex') ?? null
  const lines = async () => (await readFile(path, 'utf8')).split('\n').slice(0, -1).map(line => (JSON.parse(line) as [string])[0])

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qinqing-keys-'))
    path = join(folder, 'keys')
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('keeps a key per subject, a line each, for its owner alone', async () => {
    const keys = await open()
    expect(keys.of('p-1')).toBeNull()
    await keys.make(['p-1', '柳州\t"企业\n', 'p-1'])
    await keys.make(['p-1', 'p-2'])
    expect(await lines()).toEqual(['p-1', '柳州\t"企业\n', 'p-2'])
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const again = await open()
    for (const subject of await lines()) expect(bytes(again, subject)).toBe(bytes(keys, subject))
    expect(new Set((await lines()).map(subject => bytes(again, subject))).size).toBe(3)
    await Promise.all([keys.close(), again.close()])
  })

  test('makes one key for a subject however many ask at once, and a key is in the file when it was answered', async () => {
    const keys = await open()
    await Promise.all(Array.from({ length: 64 }, async (_, n) => {
      await keys.make([`p-${n % 8}`, 'all'])
      expect(await lines()).toEqual(expect.arrayContaining([`p-${n % 8}`, 'all']))
    }))
    expect((await lines()).sort()).toEqual(['all', ...Array.from({ length: 8 }, (_, n) => `p-${n}`)])
    await keys.close()
  })

  test('ignores a torn last line and goes on after the last whole one', async () => {
    const keys = await open()
    await keys.make(['p-1', 'p-2'])
    await keys.close()
    const whole = (await stat(path)).size
    for (const cut of [1, 7, 30]) {
      await appendFile(path, '["示例","AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="]')
      await truncate(path, whole + cut)
      const again = await open()
      expect([bytes(again, 'p-1'), bytes(again, '示例')]).toEqual([bytes(keys, 'p-1'), null])
      await again.close()
      expect((await stat(path)).size).toBe(whole)
    }
    const again = await open()
    await again.make(['p-3'])
    expect(await lines()).toEqual(['p-1', 'p-2', 'p-3'])
    await again.close()
  })

  test('refuses a broken line in the middle, and does not quote it', async () => {
    await writeFile(path, '["p-1","c2hvcnQ="]\n["p-2",null]\n')
    await expect(open()).rejects.toThrow(/^line 1 of the file with the keys cannot be read/)
  })

  test('is missed when the log has events', async () => {
    const written = new MemoryEventStore()
    await written.append([{ stream: fresh(), expected: -1, events: [event()] }])
    await expect(FileKeyring.open(path, written)).rejects.toThrow(KeysMissing)
    await writeFile(path, '')
    await expect(FileKeyring.open(path, written)).rejects.toThrow(KeysMissing)
    await writeFile(path, '["p-1",null]\n')
    await (await FileKeyring.open(path, written)).close()
  })

  test('forgets an erased key for good', async () => {
    const keys = await open()
    await keys.make(['p-1', 'p-2'])
    const lost = keys.of('p-1')!.export().toString('base64')
    await Promise.all([keys.erase('p-1'), keys.make(['p-3'])])
    await keys.make(['p-1', 'p-4'])
    expect([keys.of('p-1'), keys.of('p-4')]).toEqual([null, expect.anything()])
    expect(await readFile(path, 'utf8')).not.toContain(lost)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await keys.close()
    const again = await open()
    expect(['p-1', 'p-2', 'p-3', 'p-4'].map(subject => again.of(subject) === null)).toEqual([true, false, false, false])
    await again.close()
  })
})
