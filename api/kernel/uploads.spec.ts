import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { bounds } from './bounds.ts'
import { FileStore } from './file-store.ts'
import { Problematic } from './problem.ts'
import { Uploads } from './uploads.ts'
import { realWorld } from './world.ts'
import { until } from '../spec.ts'

let folder: string
let now: string
const world = { clock: { now: () => now }, ids: realWorld.ids }
/** The same folder as a new process finds it. */
const opened = (at = folder) => new Uploads(new FileStore(at), world)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinqing-'))
  now = '2026-11-25T02:00:00.000Z'
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const paper = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, '示例材料')])
const hash = createHash('sha256').update(paper).digest('hex')
const wanted = { owner: 'case', person: 'agent', length: paper.length }
const piece = (from: number, to = paper.length) => Readable.from([paper.subarray(from, to)])
const codeOf = (done: Promise<unknown>) => done.then(() => 'taken', (error: unknown) => (error instanceof Problematic ? error.problem.code : String(error)))
/** What lies in the folder of unfinished ones. */
const left = (at = folder) => readdirSync(join(at, '.uploads'))

/** A line that breaks behind so many bytes. */
async function* breaking(from: number, to: number) {
  yield paper.subarray(from, to)
  await Promise.resolve()
  throw Object.assign(new Error('gone'), { code: 'ECONNRESET' })
}

test.each([1, 7, 8, 9, 65_536, 299_999])('one that breaks off behind %i bytes goes on there, in another process', async at => {
  const first = opened()
  const { id } = await first.begin({ ...wanted, sha256: hash })
  expect(await codeOf(first.append('case', id, 0, Readable.from(breaking(0, at))))).toBe('file/interrupted')
  const second = opened()
  expect(await second.look('case', id)).toMatchObject({ offset: at, length: paper.length })
  expect(await second.append('case', id, at, piece(at))).toMatchObject({ offset: paper.length, file: { hash, size: paper.length, type: 'application/pdf' } })
  expect(readFileSync(join(folder, 'case', hash)).equals(paper)).toBe(true)
})

test('whoever does not hear that all has arrived, hears it when asking again', async () => {
  const { id } = await opened().begin(wanted)
  await opened().append('case', id, 0, piece(0))
  expect(await opened().look('case', id)).toMatchObject({ offset: paper.length, file: { hash } })
})

test('all has arrived and the process was gone before it was kept: asking keeps it', async () => {
  const { id } = await opened().begin({ ...wanted, length: paper.length + 1 })
  await opened().append('case', id, 0, piece(0))
  const note = join(folder, '.uploads', `${id}.json`)
  writeFileSync(note, readFileSync(note, 'utf8').replace(String(paper.length + 1), String(paper.length)))
  expect(await opened().look('case', id)).toMatchObject({ file: { hash } })
})

test('the process was gone between the note and the move: asking moves it', async () => {
  const { id } = await opened().begin(wanted)
  await opened().append('case', id, 0, piece(0))
  renameSync(join(folder, 'case', hash), join(folder, '.uploads', id))
  expect(await opened().look('case', id)).toMatchObject({ file: { hash } })
  expect(readdirSync(join(folder, 'case'))).toEqual([hash])
})

test('a piece goes where the upload stands, and nowhere else', async () => {
  const uploads = opened()
  const { id } = await uploads.begin(wanted)
  await uploads.append('case', id, 0, piece(0, 100))
  for (const at of [0, 99, 101, paper.length]) expect(await codeOf(uploads.append('case', id, at, piece(at)))).toBe('file/offset')
  expect(await codeOf(uploads.append('case', id, 100, Readable.from([paper])))).toBe('file/too-large')
  expect(await codeOf(uploads.append('another', id, 100, piece(100)))).toBe('file/upload-gone')
  expect(await codeOf(uploads.look('case', '../case'))).toBe('file/upload-gone')
})

test('a line that hangs is let go when its owner comes back', async () => {
  const uploads = opened()
  const { id } = await uploads.begin(wanted)
  const hanging = new PassThrough()
  const first = codeOf(uploads.append('case', id, 0, hanging))
  hanging.write(paper.subarray(0, 500))
  await until(() => statSync(join(folder, '.uploads', id)).size === 500)
  const { offset } = await uploads.look('case', id)
  expect(await first).toBe('file/interrupted')
  expect(await uploads.append('case', id, offset, piece(offset))).toMatchObject({ file: { hash } })
})

test('two pieces at once: one is taken, and nothing is mixed', async () => {
  const uploads = opened()
  const { id } = await uploads.begin(wanted)
  const told = await Promise.all([codeOf(uploads.append('case', id, 0, piece(0))), codeOf(uploads.append('case', id, 0, piece(0))), codeOf(uploads.look('case', id))])
  expect(told.at(-1)).toBe('taken')
  const { offset, file } = await uploads.look('case', id)
  expect(file ?? (await uploads.append('case', id, offset, piece(offset))).file).toMatchObject({ hash })
})

test.each([
  ['nothing', { length: 0 }, 'file/empty'],
  ['more than the bound', { length: bounds.uploadBytes + 1 }, 'file/too-large'],
  ['a folder elsewhere', { owner: '../case' }, 'absent'],
])('%s is refused before anything is sent', async (_, over, code) => {
  expect(await codeOf(opened().begin({ ...wanted, ...over }))).toBe(code)
  expect(left()).toEqual([])
})

test('by its content: a page that calls itself a picture is refused with the first piece and leaves nothing', async () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const uploads = opened()
  const { id } = await uploads.begin({ ...wanted, length: 1_000 })
  expect(await codeOf(uploads.append('case', id, 0, Readable.from([page])))).toBe('file/kind')
  const tiny = await uploads.begin({ ...wanted, length: 3 })
  expect(await codeOf(uploads.append('case', tiny.id, 0, Readable.from([Buffer.from('<a>')])))).toBe('file/kind')
  expect(left()).toEqual([])
})

test('what changed on the way is noticed and thrown away', async () => {
  const uploads = opened()
  const { id } = await uploads.begin({ ...wanted, sha256: '0'.repeat(64) })
  expect(await codeOf(uploads.append('case', id, 0, piece(0)))).toBe('file/damaged')
  expect(left()).toEqual([])
})

test('one may have so many open; those that arrived or were stopped do not count, and a day later all are gone', async () => {
  const uploads = opened()
  const begun = []
  for (let n = 0; n < bounds.uploads.openOfPerson; n++) begun.push((await uploads.begin(wanted)).id)
  expect(await codeOf(uploads.begin(wanted))).toBe('file/too-many-open')
  expect(await codeOf(uploads.begin({ ...wanted, person: 'another' }))).toBe('taken')
  await uploads.append('case', begun[0]!, 0, piece(0))
  await uploads.stop('case', begun[1]!)
  for (let n = 0; n < 2; n++) expect(await codeOf(uploads.begin(wanted))).toBe('taken')
  expect(await codeOf(opened().begin(wanted))).toBe('file/too-many-open')
  now = new Date(Date.parse(now) + bounds.uploads.hours * 3_600_000).toISOString()
  await opened().expire()
  expect(left()).toEqual([])
  expect(readdirSync(join(folder, 'case'))).toEqual([hash])
})

test('a note that was cut off is no upload', async () => {
  const { id } = await opened().begin(wanted)
  truncateSync(join(folder, '.uploads', `${id}.json`), 20)
  expect(await codeOf(opened().look('case', id))).toBe('file/upload-gone')
})

describe('a disk without room', () => {
  let small: string
  let mounted = false
  beforeEach(() => {
    small = join(folder, 'small')
    mkdirSync(small)
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', small]).status === 0
  })
  afterEach(() => { if (mounted) spawnSync('umount', [small]) })

  test('says so, keeps what has arrived, and goes on when there is room again', async () => {
    if (!mounted) return void process.stderr.write('skipped: no right to mount a small file system\n')
    const { id } = await opened(small).begin(wanted)
    expect(await codeOf(opened(small).append('case', id, 0, piece(0)))).toBe('file/no-room')
    const { offset } = await opened(small).look('case', id)
    expect(offset).toBeLessThan(paper.length)
    spawnSync('mount', ['-o', 'remount,size=4m', small])
    expect(await opened(small).append('case', id, offset, piece(offset))).toMatchObject({ file: { hash } })
  })
})
