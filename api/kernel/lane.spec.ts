import { MemoryEventStore } from '@qinqing/domain/store/memory'
import { stillWorld } from '@qinqing/domain/kernel/spec'
import type { Message } from '@qinqing/domain/kernel/message'
import { Editions, Incomplete } from '@qinqing/projections/kernel/editions'
import type { Projected } from '@qinqing/projections/kernel/projected'
import { Progress } from '@qinqing/projections/kernel/progress'
import type { AnyProjection } from '@qinqing/projections/kernel/projection'
import { Reader } from '@qinqing/projections/kernel/reader'
import { notes as plainNotes, type NoteDocument } from '@qinqing/projections/store/history'
import { openSqlite } from '@qinqing/projections/store/sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cancelled, Lane } from './lane.ts'
import { realWorld } from './world.ts'

const notes: AnyProjection = plainNotes
const louder: AnyProjection = {
  ...notes, version: 2, evolve: { ...notes.evolve, NoteWritten: (note: NoteDocument, { text }: { text: string }) => ({ ...note, text: `${note.text}${text}！`, heard: note.heard + 1 }) },
}
const viewer = { tenant: 'liuzhou', person: 'me', roles: [], offices: [], enterprises: [] }
const never = new AbortController().signal

let folder: string
let log: MemoryEventStore
let store: ReturnType<typeof openSqlite>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinqing-'))
  log = new MemoryEventStore()
  store = openSqlite(join(folder, 'documents.db'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

let count = 0
const happen = async (id: string, event: Message, times = 1) => {
  const stream = `liuzhou.note-${id}`
  const world = stillWorld()
  await log.append([{ stream, expected: (await log.read(stream)).length - 1, events: Array.from({ length: times }, () => ({
    ...event, id: `event-${++count}`, schemaVersion: 1, tenant: 'liuzhou', actor: 'someone', by: '示例某', post: null, onBehalfOf: null, mandate: null, purpose: 'work',
    commandId: `command-${count}`, commandHash: '', correlationId: '', causationId: null, occurredAt: world.clock.now(), recordedAt: world.clock.now(), grade: 'internal', subjectKeys: [],
  })) }])
}
const wrote = (text: string) => ({ type: 'NoteWritten', data: { text } })

/** A program with this version of the projection, over the folder. */
async function program(projection: AnyProjection) {
  const announced: Projected[] = []
  const editions = await Editions.read(store.documents, [projection])
  const progress = await Progress.read(store.documents, editions.all, await log.identity(), realWorld.timers)
  const lane = new Lane(projection, {
    kernel: { log, world: { ...stillWorld(), timers: realWorld.timers } }, documents: store.documents, search: store.searches, editions, progress,
    announce: projected => announced.push(projected),
  })
  const reader = new Reader({ documents: store.documents, search: store.searches, catalogue: { projections: { [projection.name]: projection }, views: {} }, progress, editions })
  const text = async (id: string) => ((await reader.document('notes', id, viewer))?.row.document as NoteDocument | undefined)?.text
  const found = async (words: string) => (await reader.query({ projection: 'notes', where: ['always'], sort: [], limit: 10, text: words }, viewer)).rows.map(({ id }) => id)
  return { lane, announced, text, found, catchUp: async (signal = never) => lane.catchUp(await log.identity(), signal) }
}

test('a changed version is made beside the old one, and read when it is complete; then the old one goes', async () => {
  await happen('a', wrote('政策'))
  const one = await program(notes)
  await one.catchUp()
  const two = await program(louder)
  expect(await store.documents.serving('notes')).toMatchObject({ version: 1 })
  await two.catchUp()
  expect([await two.text('a'), await two.found('政策')]).toEqual(['政策！', ['a']])
  expect(await store.documents.serving('notes')).toMatchObject({ version: 2, edition: 0 })
  expect(await store.documents.editions('notes')).toEqual([{ version: 2, edition: 0 }])
})

test('what is made for the first time is shown to nobody before it is complete', async () => {
  await happen('a', wrote('政策'))
  await (await program(notes)).catchUp()
  const two = await program(louder)
  await expect(two.text('a')).rejects.toThrow(Incomplete)
  await expect(two.found('政策')).rejects.toThrow(Incomplete)
  await two.catchUp()
  expect(await two.text('a')).toBe('政策！')
})

test('a program that ends while a new version is made leaves the old one whole, for whoever goes back', async () => {
  for (let n = 0; n < 3; n++) await happen('a', wrote('一'))
  await (await program(notes)).catchUp()
  const ended = new AbortController()
  ended.abort()
  await (await program(louder)).catchUp(ended.signal)
  expect(await store.documents.serving('notes')).toMatchObject({ version: 1 })
  const back = await program(notes)
  await back.catchUp()
  expect(await back.text('a')).toBe('一一一')
})

test('what was kept wrongly is right after a rebuild, in lists and in search, and live pages are told', async () => {
  await happen('a', wrote('政策'))
  await happen('b', wrote('企业'))
  const one = await program(notes)
  await one.catchUp()
  await store.documents.mend(notes, 'liuzhou', 'a', { tenant: 'liuzhou', id: 'a', position: 1, document: { id: 'a', text: '别的', tags: [], linked: [], heard: 1 } })
  await store.documents.mend(notes, 'liuzhou', 'c', { tenant: 'liuzhou', id: 'c', position: 1, document: { id: 'c', text: '', tags: [], linked: [], heard: 1 } })
  await store.searches.mend(notes, 'liuzhou', 'b', null)
  expect(await one.lane.rebuild(never, () => undefined)).toEqual({ position: 2, differing: 2 })
  expect([await one.text('a'), await one.text('c'), await one.found('企业')]).toEqual(['政策', undefined, ['b']])
  expect(one.announced.at(-1)).toMatchObject({ projection: 'notes', changes: [], mended: ['a', 'c'] })
  // And it is still so after the next start, and kept up.
  const two = await program(notes)
  await happen('a', wrote('新'))
  await two.catchUp()
  expect([await two.text('a'), await two.found('政策')]).toEqual(['政策新', ['a']])
})

test('a rebuild that is cancelled leaves nothing behind', async () => {
  await happen('a', wrote('一'))
  const one = await program(notes)
  await one.catchUp()
  const cancelled = new AbortController()
  await expect(one.lane.rebuild(cancelled.signal, () => cancelled.abort())).rejects.toThrow(Cancelled)
  expect(await store.documents.editions('notes')).toEqual([{ version: 1, edition: 0 }])
  expect(await one.text('a')).toBe('一')
})

test('two rebuilds at once come one after the other, and neither loses what the other has made', async () => {
  for (const id of ['a', 'b', 'c']) await happen(id, wrote('一'))
  const one = await program(notes)
  await one.catchUp()
  const both = await Promise.all([one.lane.rebuild(never, () => undefined), one.lane.rebuild(never, () => undefined)])
  expect(both).toEqual([{ position: 3, differing: 0 }, { position: 3, differing: 0 }])
  expect([await one.text('a'), await one.text('b'), await one.text('c')]).toEqual(['一', '一', '一'])
})

test('catching up once more while a rebuild goes on takes nothing from it', async () => {
  await happen('a', wrote('一'))
  await happen('b', wrote('二'), 999)
  const one = await program(notes)
  await one.catchUp()
  let again: Promise<void> | undefined
  const rebuilt = one.lane.rebuild(never, () => { again ??= one.catchUp() })
  expect(await rebuilt).toEqual({ position: 1_000, differing: 0 })
  await again
  expect(await one.text('a')).toBe('一')
})

test('documents that say that they are further than the log are made anew by a rebuild', async () => {
  await happen('a', wrote('一'))
  const one = await program(notes)
  await one.catchUp()
  await store.documents.save(notes, [], { log: await log.identity(), position: 1_000_000 })
  expect(await one.lane.rebuild(never, () => undefined)).toEqual({ position: 1, differing: 0 })
  expect(await store.documents.checkpoint(one.lane.current)).toMatchObject({ position: 1 })
})

test('whoever reads while the editions change goes on in the one that he began with', async () => {
  await happen('a', wrote('一'))
  const editions = new Editions([notes])
  const open = Promise.withResolvers<void>()
  const seen = editions.reading(notes, async edition => {
    await open.promise
    return edition.edition ?? 0
  })
  let idle = false
  const swapped = editions.swap({ ...notes, edition: 1 }).then(() => { idle = true })
  expect(await editions.reading(notes, async edition => edition.edition)).toBe(1)
  expect(idle).toBe(false)
  open.resolve()
  expect(await seen).toBe(0)
  await swapped
})
