import type { Recorded } from '@qinqing/domain/kernel/message'
import { streamOf } from '@qinqing/domain/kernel/stream'
import { happened, type NoteDocument, type NoteEvent, notes } from '../store/history.ts'
import { MemoryDocumentStore } from '../store/memory.ts'
import { openSqlite } from '../store/sqlite.ts'
import type { DocumentStore } from './document-store.ts'
import { project } from './runner.ts'

const stores: [string, () => DocumentStore][] = [
  ['memory', () => new MemoryDocumentStore()],
  ['SQLite', () => openSqlite(':memory:').documents],
]

const on = (position: number, id: string, event: NoteEvent, tenant = 'liuzhou') => happened(position, streamOf(tenant, 'note', id), event)
const wrote = (text: string): NoteEvent => ({ type: 'NoteWritten', data: { text } })
const removed: NoteEvent = { type: 'NoteRemoved', data: {} }
const note = (id: string, over: Partial<NoteDocument>): NoteDocument => ({ id, text: '', tags: [], linked: [], heard: 0, ...over })

describe.each(stores)('over %s', (_, open) => {
  let store: DocumentStore
  beforeEach(() => { store = open() })
  afterEach(() => store.close())

  const run = (...events: Recorded[]) => project(notes, { events, position: events.at(-1)?.position ?? 0 }, 'a-log', store)
  const all = () => Array.fromAsync(store.all(notes))

  test('folds events in order and says what has changed', async () => {
    const projected = await run(on(3, 'a', wrote('一')), on(4, 'a', wrote('二')), on(7, 'b', wrote('三')))
    expect(projected).toEqual({
      projection: 'notes', position: 7, log: 'a-log', mended: [],
      changes: [
        { tenant: 'liuzhou', id: 'a', position: 4, document: note('a', { text: '一二', heard: 2 }), before: null },
        { tenant: 'liuzhou', id: 'b', position: 7, document: note('b', { text: '三', heard: 1 }), before: null },
      ],
    })
    expect(await all()).toEqual(projected.changes.map(({ before, ...stored }) => stored))
    expect(await store.checkpoint(notes)).toEqual({ log: 'a-log', position: 7 })
  })

  test('a batch that comes twice, whole or in part, changes nothing', async () => {
    const events = [on(1, 'a', wrote('一')), on(2, 'b', removed), on(3, 'a', wrote('二'))]
    await run(...events)
    const before = await all()
    expect((await run(...events)).changes).toEqual([])
    expect((await run(events[0]!)).changes).toEqual([])
    expect(await all()).toEqual(before)
    expect((await run(...events, on(4, 'a', wrote('三')))).changes).toMatchObject([{ document: note('a', { text: '一二三', heard: 3 }) }])
  })

  test('says what a document was before the batch', async () => {
    await run(on(1, 'a', wrote('一')))
    const { changes } = await run(on(2, 'a', wrote('二')), on(3, 'a', wrote('三')))
    expect(changes).toMatchObject([{ before: note('a', { text: '一', heard: 1 }), document: { text: '一二三' } }])
  })

  test('a removal leaves a tombstone, from which a new document may rise', async () => {
    await run(on(1, 'a', wrote('一')))
    const before = note('a', { text: '一', heard: 1 })
    expect((await run(on(2, 'a', removed))).changes).toEqual([{ tenant: 'liuzhou', id: 'a', position: 2, document: null, before }])
    expect((await run(on(3, 'a', wrote('又')))).changes).toMatchObject([{ before: null, document: note('a', { text: '又', heard: 1 }) }])
    const { changes } = await run(on(4, 'a', removed), on(5, 'a', wrote('再')))
    expect(changes).toMatchObject([{ document: note('a', { text: '再', heard: 1 }) }])
  })

  test('the same id in two tenants is two documents', async () => {
    await run(on(1, 'a', wrote('这里')), on(2, 'a', wrote('那里'), 'guilin'))
    expect(await all()).toMatchObject([{ tenant: 'guilin', document: { text: '那里' } }, { tenant: 'liuzhou', document: { text: '这里' } }])
  })

  test('an event may touch several documents, and each hears it once', async () => {
    const { changes } = await run(on(1, 'a', { type: 'NoteLinked', data: { to: 'b' } }), on(2, 'b', wrote('乙')))
    expect(changes).toMatchObject([
      { id: 'a', position: 1, document: note('a', { tags: ['→b'], heard: 1 }) },
      { id: 'b', position: 2, document: note('b', { linked: ['a'], text: '乙', heard: 2 }) },
    ])
  })

  test('what nobody hears moves the checkpoint only', async () => {
    const seen = happened(5, 'liuzhou.note-a', { type: 'NoteSeen', data: {} })
    const { changes } = await project(notes, { events: [seen], position: 8 }, 'a-log', store)
    expect([changes, await all(), await store.checkpoint(notes)]).toEqual([[], [], { log: 'a-log', position: 8 }])
  })
})
