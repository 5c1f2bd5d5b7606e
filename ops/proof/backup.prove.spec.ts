import { liuzhou } from '@qinqing/api/kernel/city'
import { Journal } from '@qinqing/api/kernel/journal'
import { keysOf, openFolder } from '@qinqing/api/kernel/open'
import { realWorld } from '@qinqing/api/kernel/world'
import { type Manifest, NoBackup, NotEmpty } from '@qinqing/api/operator/backup'
import { operate, takeBackup } from '@qinqing/api/operator/operator'
import { restore } from '@qinqing/api/operator/restore'
import { documentOf, found, plainItem, publish, settle, submitted, type Town, town, Visit } from '@qinqing/api/spec'
import { streamOf } from '@qinqing/domain/kernel/stream'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { count } from './count.ts'
import { everything, rebuild } from './rebuild.ts'

const events = count(2_000, 100_000)

let it_: Town
let scratch: string
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'qinqing-'))
  it_ = await town()
  await publish(it_, 'jobs', plainItem('labour'))
  await settle(it_, 'reviewer', { posts: [{ office: 'labour', roles: ['reviewer'] }] })
  for (let n = 0; n < events / 2; n += 100) await Promise.all(Array.from({ length: 100 }, (_, m) => found(it_, `many${n + m}`, { employees: n + m })))
}, 900_000)
afterAll(async () => {
  await it_.end()
  rmSync(scratch, { recursive: true, force: true })
})

let places = 0
const place = (name: string) => join(scratch, `${name}${++places}`)
const stateOf = async (store: Parameters<typeof everything>[0]) => createHash('sha256').update(JSON.stringify(await everything(store))).digest('hex')

let taken: string
let manifest: Manifest

test('a backup that is taken while people work is restored elsewhere to the same state, attachments included', async () => {
  const { id } = await submitted(it_, 'jobs')
  const { hash } = await it_.opened.running.files.put(id, Readable.from([Buffer.from('%PDF-1.4\nan attachment\n')]))
  const before = await it_.opened.running.kernel.log.head()
  let over = false
  let asked = 0
  const load = Promise.all(Array.from({ length: 8 }, async (_, n) => {
    while (!over) await it_.ask('dossier', `many${n}`, 'RecordFacts', { facts: [{ predicate: 'employees', value: ++asked, source: '人社局', validFrom: '2025-01-01' }] })
  }))
  taken = place('backup')
  manifest = await takeBackup(it_.folder, taken) as Manifest
  over = true
  await load
  expect(asked).toBeGreaterThan(0)
  expect(manifest.log.head).toBeGreaterThanOrEqual(before)
  expect(manifest.files.map(({ path }) => path)).toContain(`${id}/${hash}`)

  const folder = place('restored')
  expect(await restore(taken, folder, keysOf(it_.folder), realWorld)).toEqual({ manifest, opened: true })
  const elsewhere = await openFolder({ folder, world: realWorld, journal: new Journal() })
  const { running } = elsewhere
  await running.projector.start()
  // The demo of it: the same fold of the same events, here from the log that goes on, there from the copy.
  const here = await rebuild(it_.opened.running, mkdtempSync(join(scratch, 'here-')), manifest.log.head)
  expect(await stateOf(running)).toBe(await stateOf(here))
  await here.close()
  expect(await running.kernel.log.identity()).not.toBe(await it_.opened.running.kernel.log.identity())
  expect((await running.files.get(id, hash)).content.toString()).toContain('an attachment')
  await elsewhere.close()

  const again = await town({ folder })
  expect(await documentOf(await new Visit(again.url).signIn('reviewer'), 'applications', id)).toMatchObject({ status: 'submitted' })
  await again.stop()
  process.stdout.write(`backup: ${manifest.log.events} events under load, restored to the same state\n`)
}, count(60_000, 1_800_000))

test('without the key file it is restored, and said that nobody can be read', async () => {
  const folder = place('restored')
  expect((await restore(taken, folder, undefined, realWorld)).opened).toBe(false)
  await expect(openFolder({ folder, world: realWorld, journal: new Journal() })).rejects.toThrow('the file with their keys is missing')
  // As soon as the keys are there it opens.
  cpSync(keysOf(it_.folder), keysOf(folder))
  const { running, close } = await openFolder({ folder, world: realWorld, journal: new Journal() })
  expect(await running.kernel.log.head()).toBe(manifest.log.head)
  await close()
})

test.each<[string, (copy: string) => void]>([
  ['the log', copy => { const file = join(copy, 'log.db'); const bytes = readFileSync(file); bytes[bytes.length - 100] = bytes[bytes.length - 100]! ^ 1; writeFileSync(file, bytes) }],
  ['an attachment', copy => appendFileSync(join(copy, 'files', manifest.files[0]!.path), 'x')],
  ['a missing attachment', copy => rmSync(join(copy, 'files', manifest.files[0]!.path))],
  ['the manifest, which is written last', copy => rmSync(join(copy, 'manifest.json'))],
  ['the end of the log', copy => truncateSync(join(copy, 'log.db'), manifest.log.bytes - 4096)],
  ['one figure of the manifest', copy => {
    const file = join(copy, 'manifest.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(`"head": ${manifest.log.head}`, `"head": ${manifest.log.head + 1}`))
  }],
  ['one moment of the manifest', copy => {
    const file = join(copy, 'manifest.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(manifest.takenAt, `1${manifest.takenAt.slice(1)}`))
  }],
  ['a path out of the folder', copy => {
    const file = join(copy, 'manifest.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(manifest.files[0]!.path, `../${manifest.files[0]!.path}`))
  }],
])('a backup is not restored when something is wrong with %s, and nothing is left behind', async (_, spoil) => {
  const [copy, folder] = [place('spoilt'), place('restored')]
  cpSync(taken, copy, { recursive: true })
  spoil(copy)
  await expect(restore(copy, folder, keysOf(it_.folder), realWorld)).rejects.toThrow(NoBackup)
  expect([existsSync(folder), existsSync(keysOf(folder))]).toEqual([false, false])
})

test('what is there already is left alone', async () => {
  const folder = place('full')
  mkdirSync(folder)
  writeFileSync(join(folder, 'something'), '')
  await expect(restore(taken, folder, undefined, realWorld)).rejects.toThrow(NotEmpty)
  expect(await takeBackup(it_.folder, folder)).toMatchObject({ status: 409, code: 'backup/not-empty' })
})

test('a folder that nobody serves is backed up too, also without its keys', async () => {
  await it_.stop()
  const { log } = await takeBackup(it_.folder, place('backup')) as Manifest
  const operator = await operate(it_.folder, 'spec', liuzhou.id, 'work')
  const [first] = await operator.history('policy', 'jobs')
  await operator.close()
  expect(first!.stream).toBe(streamOf(liuzhou.id, 'policy', 'jobs'))
  expect(log.head).toBeGreaterThanOrEqual(manifest.log.head)
})
