import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { AnyDecider } from '../kernel/decider.ts'
import type { EventStore } from '../kernel/event-store.ts'
import { claimStream, holderOf } from '../kernel/claim.ts'
import { personal, personalIn } from '../kernel/personal.ts'
import { streamOf } from '../kernel/stream.ts'
import { eventStore } from './conformance.ts'
import { FileKeyring } from './keyring-file.ts'
import { MemoryKeyring } from './keyring.ts'
import { MemoryEventStore } from './memory.ts'
import { conflictOf, event } from './sample.conformance.ts'
import { erasedName, SealedEventStore } from './sealed.ts'
import { SqliteEventStore } from './sqlite.ts'

const everything = () => [{ field: 'text', subject: 'actor' }, { field: 'deep', subject: 'id' }]

eventStore('SealedEventStore over memory', async () => {
  let log = new MemoryEventStore()
  const keys = new MemoryKeyring()
  return { open: async () => new SealedEventStore(log, keys, everything), clear: async () => { log = new MemoryEventStore() } }
})

eventStore('SealedEventStore over SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qinqing-sealed-'))
  const open = async () => {
    const log = await SqliteEventStore.open(join(folder, 'log'))
    return new SealedEventStore(log, await FileKeyring.open(join(folder, 'keys'), log), everything)
  }
  return { open, clear: async () => { for (const part of ['log', 'keys']) await rm(join(folder, part), { recursive: true, force: true }) } }
})

const cases = {
  events: {
    grade: 'internal',
    schemas: {
      CaseOpened: z.object({
        caller: personal(z.string(), 'person'), phone: personal(z.string()).optional(),
        person: z.string(), note: personal(z.string(), 'actor'),
      }),
    },
  },
} as unknown as AnyDecider

const personalOf = personalIn({ cases })
const stream = streamOf('liuzhou', 'case', 'e-9')
const data = { caller: '示例来电人甲', phone: '13800009999', person: 'p-7', note: '示例备注乙' }
const opened = () => event({ type: 'CaseOpened', actor: 'p-1', by: '示例经办丙', data })
const account = 'shili.zhanghao'
const planted = [data.caller, data.phone, data.note, '示例经办丙', account]

describe('a sealed log', () => {
  let inner: MemoryEventStore
  let keys: MemoryKeyring
  let log: EventStore

  beforeEach(async () => {
    inner = new MemoryEventStore()
    keys = new MemoryKeyring()
    log = new SealedEventStore(inner, keys, personalOf)
    await log.append([{ stream, expected: -1, events: [opened()] }])
  })
  const read = async () => (await log.read(stream))[0]!

  test('keeps the key\'s name and a cipher, each time another one, and leaves the rest alone', async () => {
    await log.append([{ stream, expected: 0, events: [opened()] }])
    const [first, second] = await inner.read(stream)
    const sealed = first!.data as Record<keyof typeof data, { key: string; ciphertext: string }>
    expect([sealed.caller.key, sealed.phone.key, sealed.note.key]).toEqual(['p-7', 'e-9', 'p-1'])
    expect(JSON.parse(first!.by)).toEqual({ key: 'p-1', ciphertext: expect.any(String) })
    expect(sealed.person).toBe('p-7')
    expect(sealed.caller.ciphertext).not.toBe((second!.data as typeof sealed).caller.ciphertext)
    for (const text of planted) expect(JSON.stringify(await inner.page({ after: 0 }))).not.toContain(text)
  })

  test('gives back what was written: in a stream, in a page, in what is followed', async () => {
    expect(await read()).toMatchObject({ by: '示例经办丙', data })
    expect((await log.page({ after: 0 })).events[0]).toMatchObject({ by: '示例经办丙', data })
    for await (const { events } of log.follow({ after: 0 })) {
      expect(events[0]).toMatchObject({ by: '示例经办丙', data })
      break
    }
  })

  test('says that somebody was erased, and keeps nothing personal of him any more', async () => {
    await keys.erase('p-7')
    expect(await read()).toMatchObject({ by: '示例经办丙', data: { ...data, caller: null } })
    await keys.erase('p-1')
    expect(await read()).toMatchObject({ by: erasedName, data: { ...data, caller: null, note: null } })
    await log.append([{ stream, expected: 0, events: [opened()] }])
    expect((await log.read(stream))[1]).toMatchObject({ by: erasedName, data: { ...data, caller: null, note: null } })
    expect(((await inner.read(stream))[1]!.data as { caller: unknown }).caller).toEqual({ key: 'p-7', ciphertext: '' })
  })

  test('takes another key, a changed cipher and a cipher in another place for a defect', async () => {
    const others = new MemoryKeyring()
    await others.make(['p-1', 'p-7', 'e-9'])
    await expect(new SealedEventStore(inner, others, personalOf).read(stream)).rejects.toThrow()
    const [kept] = await inner.read(stream)
    const { caller, phone } = kept!.data as Record<string, { key: string; ciphertext: string }>
    const changed = `${caller!.ciphertext.slice(0, 20)}${caller!.ciphertext[20] === 'A' ? 'B' : 'A'}${caller!.ciphertext.slice(21)}`
    for (const cipher of [changed, phone!.ciphertext, 'AAAA', caller!.ciphertext.slice(0, -8)]) {
      const forged = new MemoryEventStore()
      await forged.append([{ stream, expected: -1, events: [{ ...kept!, data: { ...data, caller: { key: 'p-7', ciphertext: cipher } } }] }])
      await expect(new SealedEventStore(forged, keys, personalOf).read(stream)).rejects.toThrow()
    }
    const moved = new MemoryEventStore()
    await moved.append([{ stream, expected: -1, events: [{ ...kept!, id: 'another' }] }])
    await expect(new SealedEventStore(moved, keys, personalOf).read(stream)).rejects.toThrow()
  })

  test('leaves what is absent or null as it is, and a lookalike of a cipher is sealed like anything else', async () => {
    const lookalike = { person: 'p-7', caller: { key: 'p-7', ciphertext: 'AAAA' }, note: null }
    await log.append([{ stream, expected: 0, events: ['CaseOpened', 'Other'].map(type => event({ type, data: lookalike })) }])
    expect((await log.read(stream, 1)).map(one => one.data)).toEqual([lookalike, lookalike])
  })

  test('keeps a claim under a name that does not tell what is claimed, the same each time', async () => {
    const [claim, other] = [claimStream('liuzhou', 'username/shili.mou'), claimStream('liuzhou', 'username/shili.ding')]
    expect(await log.read(claim)).toEqual([])
    const claiming = (name: string, expected: number) =>
      log.append([{ stream: name, expected, events: [event({ type: 'KeyClaimed', data: { stream: 'liuzhou.person-1' } })] }])
    expect((await claiming(claim, -1)).revisions).toEqual({ [claim]: 0 })
    await claiming(other, -1)
    expect(await conflictOf(claiming(claim, -1))).toEqual({ stream: claim, current: 0 })
    const checked = log.append([{ stream, expected: 0, events: [opened()] }], [{ stream: claim, expected: -1 }])
    expect(await conflictOf(checked)).toEqual({ stream: claim, current: 0 })
    const again = new SealedEventStore(inner, keys, personalOf)
    expect((await again.read(claim)).map(one => [one.stream, holderOf([one])])).toEqual([[claim, 'liuzhou.person-1']])
    const names = (await inner.page({ after: 1 })).events.map(one => one.stream)
    expect(names).toEqual([expect.stringMatching(/^liuzhou\.claim-[\w-]{43}$/), expect.stringMatching(/^liuzhou\.claim-[\w-]{43}$/)])
    expect(new Set(names).size).toBe(2)
  })

  test('refuses a personal field of nobody', async () => {
    const nobody = [{ stream, expected: 0, events: [event({ type: 'CaseOpened', data: { caller: '示例某' } })] }]
    await expect(log.append(nobody)).rejects.toThrow(TypeError)
  })

  test('does not write when the keys cannot be', async () => {
    const full = new MemoryKeyring()
    full.make = () => Promise.reject(new Error('no space'))
    const sealed = new SealedEventStore(inner, full, personalOf)
    const other = streamOf('liuzhou', 'case', 'new')
    await expect(sealed.append([{ stream: other, expected: -1, events: [opened()] }])).rejects.toThrow('no space')
    expect(await inner.read(other)).toEqual([])
  })
})

/** Which of these texts are in the files of a folder. Another process looks: a file that this one closed would lose SQLite's locks. */
function foundIn(folder: string, texts: readonly string[]): string[] {
  const look = `
    const { readdirSync, readFileSync } = require('node:fs')
    const [folder, ...texts] = process.argv.slice(1)
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile())
    const found = texts.filter(text => files.some(one => readFileSync(one.parentPath + '/' + one.name).includes(text)))
    console.log(JSON.stringify({ found, files: files.map(one => one.name) }))`
  const said = execFileSync(process.execPath, ['-e', look, '--', folder, ...texts], { encoding: 'utf8' })
  const { found, files } = JSON.parse(said) as Record<string, string[]>
  expect(files).toEqual(expect.arrayContaining(['log.db', 'log.db-wal', 'log.db-shm']))
  return found!
}

test.each([[true, []], [false, planted]])('what is planted is in no file of the log when it is sealed (%s)', async (sealing, expected) => {
  const folder = await mkdtemp(join(tmpdir(), 'qinqing-planted-'))
  const inner = await SqliteEventStore.open(join(folder, 'log'))
  const keys = await FileKeyring.open(join(folder, 'keys'), inner)
  const log = sealing ? new SealedEventStore(inner, keys, personalOf) : inner
  for (let n = -1; n < 40; n++) await log.append([{ stream, expected: n, events: [opened()] }])
  const claim = claimStream('liuzhou', `username/${account}`)
  await log.append([{ stream: claim, expected: -1, events: [event({ type: 'KeyClaimed', data: { stream } })] }])
  expect(foundIn(folder, planted)).toEqual(expected)
  expect(foundIn(folder, ['CaseOpened'])).toEqual(['CaseOpened'])
  await log.close()
  await keys.close()
  await rm(folder, { recursive: true })
})
