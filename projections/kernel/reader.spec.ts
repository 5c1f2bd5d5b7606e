import type { Message } from '@qinqing/domain/kernel/message'
import { Forbidden, Malformed } from '@qinqing/domain/kernel/refusal'
import { z } from 'zod'
import { MemoryDocumentStore, MemorySearchStore } from '../store/memory.ts'
import type { Sort } from './document-store.ts'
import { meets, type Predicate, type Rule, type Viewer } from './predicate.ts'
import { Progress } from './progress.ts'
import type { Projection } from './projection.ts'
import { Reader } from './reader.ts'
import { simplified } from './scope.ts'
import type { View } from './view.ts'

interface Note {
  id: string
  office: string
  title: string
  rank: number | null
  readers: string[]
}

const notesFor = (name: string, visible: Rule): Projection<Note, Message> => ({
  name, version: 1, indexed: ['office', 'title', 'rank', 'readers'], searched: ['title'],
  initial: id => ({ id, office: '', title: '', rank: null, readers: [] }), evolve: {}, visible,
})

const notes = notesFor('notes', ['some', [['mine', 'office', 'offices'], ['shares', 'readers', 'roles']]])
const locked = notesFor('locked', ['every', [['role', ['admin', 'lead']], ['mine', 'office', 'offices']]])

const offices: View<{ from: string }, { notes: Note[] }, { id: string; on: string; titles: string[] }> = {
  name: 'offices',
  params: z.strictObject({ from: z.string().min(1) }),
  inputs: ({ from }, viewer) => viewer.roles.includes('guest') ? null : { notes: { projection: 'notes', where: ['gte', 'title', from] } },
  evaluate: (inputs, _, on) => [{ id: 'all', on, titles: inputs.notes.map(({ title }) => title) }],
}

const viewer = (over: Partial<Viewer> = {}): Viewer => ({ tenant: 'liuzhou', person: 'wang', roles: [], offices: ['north'], enterprises: [], ...over })

let timers: { act: () => void; milliseconds: number; cancelled: boolean }[]
let documents: MemoryDocumentStore
let progress: Progress
let reader: Reader

const keep = (projection: Projection<Note, Message>, id: string, position: number, over: Partial<Note> | null, tenant = 'liuzhou') => {
  const change = { tenant, id, position, document: over && { ...projection.initial(id), office: 'north', title: id, ...over } }
  return Promise.all([documents, search].map(store => store.save(projection, [change], { log: 'log', position })))
}

let search: MemorySearchStore

beforeEach(async () => {
  timers = []
  documents = new MemoryDocumentStore()
  search = new MemorySearchStore()
  const after = (milliseconds: number, act: () => void) => {
    const timer = { act, milliseconds, cancelled: false }
    timers.push(timer)
    return () => { timer.cancelled = true }
  }
  await keep(notes, 'a', 1, { rank: 2, title: '稳岗补贴' })
  await keep(notes, 'b', 2, { rank: 1, title: '稳岗返还', office: 'south' })
  await keep(notes, 'c', 3, { rank: null, title: '设备补贴', office: 'south', readers: ['lead'] })
  await keep(notes, 'd', 4, { rank: 1, title: '用地补贴' })
  await keep(notes, 'a', 5, { title: '别的城市' }, 'guilin')
  await keep(notes, 'gone', 6, null)
  await keep(locked, 'k', 7, {})
  progress = await Progress.read(documents, [notes, locked], 'log', { after })
  reader = new Reader({ documents, search, catalogue: { projections: { notes, locked }, views: { offices } }, progress })
})

const list = async (over: Partial<Parameters<Reader['query']>[0]> = {}, who = viewer()) =>
  (await reader.query({ projection: 'notes', where: ['always'], sort: [['rank', 'asc']], limit: 10, ...over }, who)).rows.map(({ id }) => id)

const fault = async (act: () => Promise<unknown>): Promise<unknown> => {
  try {
    await act()
  } catch (error) {
    if (error instanceof Malformed) return error.faults.map(({ path }) => path)
    if (error instanceof Forbidden) return error.needs
    throw error
  }
  return undefined
}

test('a document comes with its position, and the answer with its own', async () => {
  expect(await reader.document('notes', 'a', viewer())).toMatchObject({ log: 'log', position: 6, row: { id: 'a', position: 1, document: { title: '稳岗补贴' } } })
})

test.each([
  ['absent', 'notes', 'never', viewer()],
  ['removed', 'notes', 'gone', viewer()],
  ['of another office', 'notes', 'b', viewer()],
  ['of another tenant', 'notes', 'b', viewer({ tenant: 'guilin', offices: ['south'] })],
  ['for other roles', 'locked', 'k', viewer()],
])('a document that is %s is not there', async (_, projection, id, who) => {
  expect(await reader.document(projection, id, who)).toBeNull()
})

test('a list has what the viewer may see, and tells how many when it knows', async () => {
  const all = await reader.query({ projection: 'notes', where: ['always'], sort: [['rank', 'desc']], limit: 10 }, viewer({ roles: ['lead'] }))
  expect([all.rows.map(({ id }) => id), all.total, all.next, all.position]).toEqual([['a', 'd', 'c'], 3, null, 6])
  expect(await list({ where: ['eq', 'rank', 1] })).toEqual(['d'])
  expect(await list({ where: ['not', ['eq', 'office', 'north']] })).toEqual([])
})

test('pages follow one another', async () => {
  const who = viewer({ offices: ['north', 'south'] })
  const first = await reader.query({ projection: 'notes', where: ['always'], sort: [['rank', 'asc']], limit: 2 }, who)
  expect([first.rows.map(({ id }) => id), first.total]).toEqual([['c', 'b'], null])
  expect(await list({ limit: 2, after: first.next! }, who)).toEqual(['d', 'a'])
})

test.each<[string, Sort]>([['in its own order', []], ['sorted', [['rank', 'asc']]]])('a search finds what may be seen, page by page, %s', async (_, sort) => {
  const who = viewer({ roles: ['lead'] })
  const whole = await list({ text: '补贴', sort }, who)
  expect(whole).toEqual(sort.length ? ['c', 'd', 'a'] : ['d', 'c', 'a'])
  const first = await reader.query({ projection: 'notes', where: ['always'], sort, limit: 2, text: '补贴' }, who)
  expect([first.rows.map(({ id }) => id), first.total]).toEqual([whole.slice(0, 2), 3])
  expect(await list({ text: '补贴', sort, limit: 2, after: first.next! }, who)).toEqual(whole.slice(2))
  expect(await list({ text: '稳岗' })).toEqual(['a'])
})

test('what the search still shows but the document no longer admits is not told', async () => {
  await documents.save(notes, [{ tenant: 'liuzhou', id: 'a', position: 8, document: { ...notes.initial('a'), office: 'south', title: '稳岗补贴' } }], { log: 'log', position: 8 })
  expect(await list({ text: '稳岗' })).toEqual([])
})

test.each<[string, () => Promise<unknown>, unknown]>([
  ['an unknown projection', () => list({ projection: 'constructor' }), ['projection']],
  ['a field that is not indexed', () => list({ where: ['any', [['eq', 'id', 'a'], ['eq', '__proto__', 1]]] }), ['where.id', 'where.__proto__']],
  ['a sort by what is not indexed', () => list({ sort: [['rank', 'asc'], ['id', 'asc']] }), ['sort.1']],
  ['a cursor of another query', () => list({ after: ['a'] }), ['after']],
  ['an unknown view', () => reader.view('toString', {}, viewer(), '2026-03-02'), ['view']],
  ['parameters that a view does not know', () => reader.view('offices', { from: 1 }, viewer(), '2026-03-02'), ['params.from']],
  ['a view that is not for the viewer', () => reader.view('offices', { from: 'a' }, viewer({ roles: ['guest'] }), '2026-03-02'), []],
  ['a list for other roles', () => list({ projection: 'locked' }), ['admin', 'lead']],
  ['its count too', () => reader.count('locked', ['always'], viewer()), ['admin', 'lead']],
])('%s is refused, with the place or the roles', async (_, act, expected) => {
  expect(await fault(act)).toEqual(expected)
})

test('an empty list of one\'s own is no refusal', async () => {
  expect(await list({ projection: 'locked' }, viewer({ roles: ['lead'], offices: [] }))).toEqual([])
})

test('a count counts what a list would show', async () => {
  expect(await reader.count('notes', ['gte', 'rank', 1], viewer())).toEqual({ log: 'log', position: 6, total: 2 })
})

test('a view looks at what the viewer may see', async () => {
  expect(await reader.view('offices', { from: '稳' }, viewer({ offices: ['south'] }), '2026-03-02'))
    .toEqual({ log: 'log', position: 6, rows: [{ id: 'all', position: 6, document: { id: 'all', on: '2026-03-02', titles: ['稳岗返还', '设备补贴'] } }] })
})

test('a view looks at all documents, however many pages they fill', async () => {
  const many = Array.from({ length: 1_203 }, (_, n) => ({ tenant: 'liuzhou', id: `n${n}`, position: 8, document: { ...notes.initial(`n${n}`), office: 'west', title: '多' } }))
  await documents.save(notes, many, { log: 'log', position: 8 })
  const { rows } = await reader.view('offices', { from: '多' }, viewer({ offices: ['west'] }), '2026-03-02')
  expect(rows).toMatchObject([{ document: { titles: { length: 1_203 } } }])
})

test('one\'s own write is waited for until every projection has it', async () => {
  const heard: (boolean | string)[] = []
  const waiting = reader.atLeast(9, 2_000).then(reached => heard.push(reached))
  progress.advance({ projection: 'notes', position: 9, log: 'log' })
  await Promise.resolve()
  heard.push('notes alone')
  progress.advance({ projection: 'locked', position: 10, log: 'log' })
  await waiting
  expect(heard).toEqual(['notes alone', true])
  expect(timers).toMatchObject([{ milliseconds: 2_000, cancelled: true }])
  expect(await reader.atLeast(9, 0)).toBe(true)
})

test('who waits in vain is told so', async () => {
  const waiting = reader.atLeast(9, 2_000)
  timers[0]!.act()
  expect(await waiting).toBe(false)
})

test('a position only rises within one log, and means nothing in another', () => {
  progress.advance({ projection: 'notes', position: 9, log: 'log' })
  progress.advance({ projection: 'notes', position: 8, log: 'log' })
  progress.advance({ projection: 'unknown', position: 1, log: 'log' })
  expect([progress.position(['notes']), progress.position()]).toEqual([9, 7])
  progress.advance({ projection: 'locked', position: 2, log: 'other' })
  expect([progress.log, progress.position(['locked']), progress.position()]).toEqual(['other', 2, 0])
})

test('documents of another log count as nothing done', async () => {
  expect((await Progress.read(documents, [notes, locked], 'other', { after: () => () => undefined })).position()).toBe(0)
})

const plain: Predicate[] = [
  ['all', [['always'], ['any', [['never'], ['eq', 'office', 'north']]]]],
  ['any', [['all', []], ['eq', 'office', 'south']]],
  ['all', [['in', 'office', []], ['eq', 'rank', 1]]],
  ['all', [['eq', 'rank', 1], ['all', [['eq', 'office', 'north'], ['has', 'readers', 'lead']]]]],
  ['not', ['any', []]],
  ['any', []],
]

test.each(plain)('a simpler predicate says the same: %j %j', (...predicate) => {
  const one = predicate as unknown as Predicate
  for (const office of ['north', 'south']) {
    for (const rank of [1, null]) {
      for (const readers of [['lead'], []]) expect(meets({ office, rank, readers }, simplified(one))).toBe(meets({ office, rank, readers }, one))
    }
  }
})

test('and it is simpler', () => {
  expect(plain.map(simplified)).toEqual([
    ['eq', 'office', 'north'], ['always'], ['never'],
    ['all', [['eq', 'rank', 1], ['eq', 'office', 'north'], ['has', 'readers', 'lead']]], ['not', ['any', []]], ['never'],
  ])
})
