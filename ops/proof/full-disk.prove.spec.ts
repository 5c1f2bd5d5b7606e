import { NoBackup, verified } from '@qinqing/api/operator/backup'
import { takeBackup } from '@qinqing/api/operator/operator'
import { documentOf, settle, type Town, town, until, Visit } from '@qinqing/api/spec'
import { Cancelled } from '@qinqing/api/kernel/lane'
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everything, rebuild } from './rebuild.ts'

const size = 32

/** A small disk of our own; where we may not have one the proof is left out, and says so. */
const disk = mkdtempSync(join(tmpdir(), 'qinqing-disk-'))
const mounted = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', disk]).status === 0
if (!mounted) process.stdout.write('full disk: left out, since a small disk can be made here by root on Linux only\n')

const filler = join(disk, 'filler')

/** Takes all the room there is. */
function fill(): void {
  const file = openSync(filler, 'a')
  try {
    for (const chunk of [1024 * 1024, 4096, 1]) {
      const bytes = Buffer.alloc(chunk)
      for (;;) {
        try {
          writeSync(file, bytes)
        } catch {
          break
        }
      }
    }
  } finally {
    closeSync(file)
  }
}

(mounted ? describe : describe.skip)('a full disk', () => {
  let it_: Town
  let admin: Visit
  beforeAll(async () => {
    mkdirSync(join(disk, 'city'))
    it_ = await town({ folder: join(disk, 'city', 'data') })
    await settle(it_, 'admin', { posts: [{ office: 'a', roles: ['admin'] }] })
    admin = await new Visit(it_.url).signIn('admin')
    await it_.ask('office', 'first', 'EstablishOffice', { bureau: '示例局', name: '示例科', phone: '0772-1' })
    await it_.opened.running.reader.atLeast(await it_.opened.running.kernel.log.head(), 10_000)
  }, 30_000)
  afterAll(async () => {
    rmSync(filler, { force: true })
    await it_.end()
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  let offices = 0
  const establish = () => admin.ask('office', `office${++offices}`, 'EstablishOffice', { bureau: '示例局', name: `示例${'很'.repeat(40)}`, phone: '0772-1' })
  const acknowledged: string[] = []

  test('what cannot be kept is refused in words, and nothing that was acknowledged is lost', async () => {
    fill()
    // Room for a few more, so that the disk gets full while people work.
    truncateSync(filler, statSync(filler).size - 400 * 1024)
    const refused = []
    for (let n = 0; n < 400 && refused.length < 5; n++) {
      const { status, body } = await establish()
      if (status === 200) acknowledged.push(`office${offices}`)
      else refused.push([status, body['code']])
    }
    expect(refused.map(([status]) => status)).toEqual([503, 503, 503, 503, 503])
    expect(refused.filter(([, code]) => code !== 'log-unavailable' && code !== 'documents-unavailable')).toEqual([])
    // Where even reading needs room, it is refused as well, and in words.
    const { status, body } = await admin.get('/api/documents/offices/first')
    expect([200, 503]).toContain(status)
    expect(body).toMatchObject(status === 200 ? { row: { document: { name: '示例科' } } } : { code: 'documents-unavailable' })
  }, 60_000)

  test('a rebuild and a backup that find no room leave everything as it was', async () => {
    const { projector, documents, reader } = it_.opened.running
    fill()
    const lane = projector.lanes.get('offices')!
    const outcome = await lane.rebuild(new AbortController().signal, () => undefined).then(() => 'complete', (error: unknown) => (error instanceof Cancelled ? 'cancelled' : 'failed'))
    expect(['failed', 'complete']).toContain(outcome)
    expect(await documents.editions('offices').then(all => all.length)).toBeGreaterThan(0)
    expect(reader.editions.of(lane.current).edition ?? 0).toBe(outcome === 'failed' ? 0 : 1)
    const place = join(disk, 'backup')
    expect(await takeBackup(it_.folder, place)).toMatchObject({ status: 507, code: 'backup/no-room' })
    await expect(verified(place)).rejects.toThrow(NoBackup)
    expect(existsSync(place)).toBe(false)
  }, 60_000)

  test('as soon as there is room again it goes on, and all that was acknowledged is there', async () => {
    rmSync(filler, { force: true })
    await until(async () => (await establish()).status === 200)
    const { kernel, reader } = it_.opened.running
    expect(await reader.atLeast(await kernel.log.head(), 30_000)).toBe(true)
    for (const id of acknowledged) expect(await documentOf(admin, 'offices', id)).toMatchObject({ id })
    const scratch = mkdtempSync(join(tmpdir(), 'qinqing-'))
    const again = await rebuild(it_.opened.running, scratch)
    expect((await everything(it_.opened.running))['offices']).toEqual((await everything(again))['offices'])
    await again.close()
    rmSync(scratch, { recursive: true, force: true })
    process.stdout.write(`full disk: ${acknowledged.length} acknowledged while it filled, all of them there; the rest was refused with 503\n`)
  }, 60_000)
})
