import { byCursor, type Cursor, cursorOf, type DocumentStore, longestPage, type Query, type Sort, type Stored } from '../kernel/document-store.ts'
import { inOrder, meets, type Predicate } from '../kernel/predicate.ts'
import { drawnDocuments, drawnPredicate, drawnTarget } from './drawn.ts'
import { seed, seeded, times } from './seeded.ts'
import { everything, gone, here, there, thing, things, until } from './things.conformance.ts'

const byId = (rows: readonly Stored[]) => rows.toSorted((a, b) => inOrder(a.tenant, b.tenant) || inOrder(a.id, b.id))

/** What every document store promises; an adapter's spec is one line. `open` gives one that has nothing of these targets yet. */
export function documentStore(open: () => DocumentStore | Promise<DocumentStore>) {
  let store: DocumentStore
  let target = things
  let drawn = drawnTarget
  let turn = 0
  beforeAll(async () => { store = await open() })
  afterAll(() => store.close())
  // Each test has targets of its own, so that a slow store is opened once.
  beforeEach(() => {
    target = { ...things, name: `things-${++turn}` }
    drawn = { ...drawnTarget, name: `drawn-${turn}` }
  })

  const ids = async (query: Partial<Query> = {}) => (await store.find(target, { ...everything, ...query })).rows.map(({ id }) => id)

  /** Every page from a cursor on, and what happens between pages. */
  const pages = async (query: Query, between = async () => {}, of = target) => {
    const rows: Stored[] = []
    for (let after: Cursor | undefined; ;) {
      const page = await store.find(of, { ...query, ...after && { after } })
      rows.push(...page.rows)
      if (page.next === null) return rows
      expect(page.rows).toHaveLength(query.limit)
      after = JSON.parse(JSON.stringify(page.next)) as Cursor
      await between()
    }
  }

  describe('documents: keeping', () => {
    test('begins empty', async () => {
      expect(await store.checkpoint(target)).toBeNull()
      expect(await store.load(target, here, ['a'])).toEqual([])
      expect(await store.find(target, everything)).toEqual({ rows: [], next: null, position: 0 })
      expect(await store.count(target, everything)).toEqual({ count: 0, position: 0 })
      expect(await Array.fromAsync(store.all(target))).toEqual([])
    })

    test('keeps documents and the checkpoint', async () => {
      const deep = thing('a', 1, { owner: { name: '示例' }, list: [1, null, { x: 'é\u0000𠮷' }], none: null, half: 0.5, yes: true })
      await store.save(target, [deep, thing('b', 2)], until(3))
      expect(await store.checkpoint(target)).toEqual(until(3))
      expect(byId(await store.load(target, here, ['b', 'a', 'c']))).toEqual([deep, thing('b', 2)])
      expect(await store.load(target, here, [])).toEqual([])
    })

    test('replaces documents', async () => {
      await store.save(target, [thing('a', 1, { group: 'x', tags: ['t'] })], until(1))
      await store.save(target, [thing('a', 2, { group: 'y', tags: ['u'] })], until(2))
      expect(await ids({ where: ['any', [['eq', 'group', 'x'], ['has', 'tags', 't']]] })).toEqual([])
      expect(await ids({ where: ['all', [['eq', 'group', 'y'], ['has', 'tags', 'u']]] })).toEqual(['a'])
    })

    test.each([['late', 4], ['equal', 5]])('a change at a %s position changes nothing', async (_, position) => {
      const kept = [thing('a', 5, { rank: 1 }), gone('b', 5)]
      await store.save(target, kept, until(5))
      await store.save(target, [thing('a', position, { rank: 2 }), thing('b', position), gone('a', position)], until(5))
      expect(byId(await store.load(target, here, ['a', 'b']))).toEqual(kept)
      expect(await ids({ where: ['eq', 'rank', 2] })).toEqual([])
    })

    test('a late change leaves its neighbours alone', async () => {
      await store.save(target, [thing('a', 5)], until(5))
      await store.save(target, [thing('a', 4), thing('b', 6)], until(6))
      expect(byId(await store.load(target, here, ['a', 'b']))).toEqual([thing('a', 5), thing('b', 6)])
    })

    test('of one document twice in a batch the later change holds', async () => {
      await store.save(target, [thing('a', 2, { rank: 2 }), thing('a', 1, { rank: 1 }), thing('a', 3, { rank: 3 })], until(3))
      expect(await store.load(target, here, ['a'])).toEqual([thing('a', 3, { rank: 3 })])
    })

    test('remembers removals, which are not found', async () => {
      await store.save(target, [thing('a', 1), thing('b', 2)], until(2))
      await store.save(target, [gone('a', 3), gone('c', 3)], until(3))
      expect(await ids()).toEqual(['b'])
      expect(await store.count(target, { tenant: here, where: ['always'] })).toEqual({ count: 1, position: 3 })
      expect(byId(await store.load(target, here, ['a', 'c']))).toEqual([gone('a', 3), gone('c', 3)])
      expect(await Array.fromAsync(store.all(target))).toEqual([gone('a', 3), thing('b', 2), gone('c', 3)])
    })

    test('what was removed may come back', async () => {
      await store.save(target, [gone('a', 1)], until(1))
      await store.save(target, [thing('a', 2)], until(2))
      expect(await ids()).toEqual(['a'])
    })

    test('moves the checkpoint when nothing has changed, never back within a log, and to another log anyhow', async () => {
      for (const [saved, kept] of [[until(9), until(9)], [until(7), until(9)], [until(3, 'another'), until(3, 'another')]] as const) {
        await store.save(target, [], saved)
        expect(await store.checkpoint(target)).toEqual(kept)
      }
      expect((await store.find(target, everything)).position).toBe(3)
    })

    test('what is changed outside stays as it was inside', async () => {
      const document = { id: 'a', tags: ['x'] }
      await store.save(target, [{ tenant: here, id: 'a', position: 1, document }], until(1))
      document.tags.push('y')
      const [row] = await store.load(target, here, ['a'])
      ;(row!.document as { tags: string[] }).tags.push('z')
      expect(await store.load(target, here, ['a'])).toEqual([thing('a', 1, { tags: ['x'] })])
    })

    test('saves and answers at once do not disturb each other', async () => {
      await Promise.all(Array.from({ length: 40 }, async (_, n) => {
        await store.save(target, [thing(`t${n}`, n + 1)], until(n + 1))
        expect(await store.load(target, here, [`t${n}`])).toEqual([thing(`t${n}`, n + 1)])
      }))
      expect(await store.count(target, everything)).toEqual({ count: 40, position: 40 })
    })
  })

  describe('documents: keeping apart', () => {
    test('the same id in two tenants is two documents', async () => {
      const ours = thing('a', 1, { rank: 1, tags: ['t'] })
      await store.save(target, [ours, thing('a', 2, { rank: 2, tags: ['t'] }, there), thing('b', 3, {}, there)], until(3))
      expect(await store.load(target, here, ['a', 'b'])).toEqual([ours])
      expect((await store.find(target, { ...everything, where: ['has', 'tags', 't'] })).rows).toEqual([ours])
      expect(await ids({ ids: ['a', 'b'], where: ['any', [['always'], ['eq', 'rank', 2]]] })).toEqual(['a'])
      expect(await store.count(target, { tenant: here, where: ['always'] })).toEqual({ count: 1, position: 3 })
      expect(await ids({ tenant: 'nowhere' })).toEqual([])
      await store.save(target, [gone('a', 4, there)], until(4))
      expect(await ids()).toEqual(['a'])
    })

    test.each([['name', { name: 'Things' }], ['version', { version: 2 }]])('two targets of another %s', async (_, difference) => {
      const other = { ...target, ...difference }
      await store.save(target, [thing('a', 1)], until(1))
      await store.save(other, [thing('b', 5)], until(5))
      expect(await ids()).toEqual(['a'])
      expect(await store.checkpoint(other)).toEqual(until(5))
      await store.drop(target)
      expect(await store.checkpoint(target)).toBeNull()
      expect(await ids()).toEqual([])
      expect(await store.load(other, here, ['a', 'b'])).toEqual([thing('b', 5)])
    })

    test('after a drop a target begins anew, at any position', async () => {
      await store.save(target, [thing('a', 9, { tags: ['x'] })], until(9))
      await store.drop(target)
      await store.drop(target)
      await store.save(target, [thing('a', 1)], until(1))
      expect(await store.load(target, here, ['a'])).toEqual([thing('a', 1)])
      expect(await ids({ where: ['has', 'tags', 'x'] })).toEqual([])
      expect(await store.checkpoint(target)).toEqual(until(1))
    })
  })

  describe('documents: asking', () => {
    const ranks: [string, object][] = [
      ['a', { group: 'x', rank: 2 }], ['b', { group: 'y', rank: 2 }], ['c', { group: 'x', rank: null }], ['d', { group: 'y', rank: 10 }],
      ['e', { group: 'x' }], ['f', { rank: -1 }], ['g', { group: 'Ａ', rank: 2 }], ['h', { group: '𠮷', rank: 0.5 }],
    ]
    const sorted: [Sort, string][] = [
      [[], 'abcdefgh'],
      [[['rank', 'asc']], 'cefhabgd'],
      [[['rank', 'desc']], 'dgbahfec'],
      [[['group', 'asc'], ['rank', 'desc']], 'faecdbgh'],
      [[['group', 'desc'], ['rank', 'asc']], 'hgbdceaf'],
      [[['owner.name', 'asc']], 'abcdefgh'],
    ]
    test.each(sorted)('sorts by %j as %s, on one page and on many', async (sort, order) => {
      await store.save(target, ranks.map(([id, fields], n) => thing(id, n + 1, fields)), until(8))
      expect((await ids({ sort })).join('')).toBe(order)
      for (const limit of [1, 2, 3, 4, 8]) expect((await pages({ ...everything, sort, limit })).map(({ id }) => id).join('')).toBe(order)
    })

    test('pages give each row once and in order while others are written', async () => {
      const chance = seeded(seed)
      const row = (n: number, position: number) => thing(`t${n}`, position, {
        ...chance.int(4) > 0 && { rank: chance.int(5) }, group: chance.pick(['x', 'y', null]), tags: chance.pick([['old'], ['new']]),
      })
      const sorts: Sort[] = [[['rank', 'asc']], [['rank', 'desc'], ['group', 'desc']], [['group', 'desc'], ['rank', 'asc']]]
      for (const sort of sorts) {
        await store.drop(target)
        const first = Array.from({ length: 60 }, (_, n) => row(n, n + 1))
        await store.save(target, first, until(60))
        let n = 60
        const more = () => store.save(target, [row(n, ++n), row(n, ++n)], until(n))
        const rows = await pages({ ...everything, sort, limit: 7 }, more)
        const seen = rows.map(({ id }) => id)
        expect(new Set(seen).size).toBe(seen.length)
        expect(first.filter(({ id }) => !seen.includes(id))).toEqual([])
        const order = byCursor(sort)
        expect(rows.map(row => cursorOf(sort, row))).toEqual(rows.map(row => cursorOf(sort, row)).sort(order))
      }
    })

    test('finds only the ids asked for, and counts as it finds', async () => {
      await store.save(target, ranks.map(([id, fields], n) => thing(id, n + 1, fields)), until(8))
      for (const wanted of [undefined, [], ['a', 'b', 'zz'], ['g', 'g']]) {
        const query = { ...everything, where: ['eq', 'rank', 2] as const, ...wanted && { ids: wanted } }
        const { rows } = await store.find(target, query)
        expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'g'].filter(id => wanted?.includes(id) ?? true))
        expect((await store.count(target, query)).count).toBe(rows.length)
      }
    })

    const refused: [string, Partial<Query>][] = [
      ['a field that is not indexed', { where: ['not', ['all', [['eq', 'secret', 1]]]] }],
      ['a field that would be a statement', { where: ['eq', 'rank) or 1=1 --', 1] }],
      ['a sort that is not indexed', { sort: [['id', 'asc']] }],
      ['no rows', { limit: 0 }], ['half a row', { limit: 1.5 }], ['too many rows', { limit: longestPage + 1 }],
      ['a cursor of another sort', { sort: [['rank', 'asc']], after: ['a'] }],
      ['a cursor of no values', { sort: [['rank', 'asc']], after: [{} as string, 'a'] }],
    ]
    test.each(refused)('refuses %s', async (_, query) => {
      await expect(store.find(target, { ...everything, ...query })).rejects.toThrow(/does not index|a page has|cursor/)
    })

    test('refuses to sort by arrays', async () => {
      await store.save(target, [thing('a', 1, { tags: ['x'] }), thing('b', 2, { tags: ['y'] })], until(2))
      await expect(store.find(target, { ...everything, sort: [['tags', 'asc']], limit: 1 })).rejects.toThrow('not one value')
    })

    test(`answers ${times(300, 5000)} random predicates as \`meets\` does`, async () => {
      const chance = seeded(seed)
      const documents = drawnDocuments(chance, 200, here)
      await store.save(drawn, [...documents, ...drawnDocuments(chance, 50, there), gone('gone', 1)], until(300))
      for (const where of chance.list(times(300, 5000), () => drawnPredicate(chance))) {
        const expected = documents.filter(({ document }) => meets(document, where)).map(({ id }) => id).sort()
        const { rows } = await store.find(drawn, { ...everything, where, limit: 1000 })
        const found = { seed, where, ids: rows.map(({ id }) => id), count: (await store.count(drawn, { tenant: here, where })).count }
        expect(found).toEqual({ seed, where, ids: expected, count: expected.length })
      }
    })

    test('finds thousands as it finds few', async () => {
      const many = drawnDocuments(seeded(seed), 5000, here)
      await store.save(drawn, many, until(5000))
      const where: Predicate = ['not', ['eq', 'open', true]]
      const sort: Sort = [['status', 'desc'], ['amount.fen', 'asc']]
      const order = byCursor(sort)
      const expected = many.filter(({ document }) => meets(document, where)).sort((a, b) => order(cursorOf(sort, a), cursorOf(sort, b)))
      expect(expected.length).toBeGreaterThan(2500)
      const rows = await pages({ ...everything, where, sort, limit: 700 }, undefined, drawn)
      expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    })

    test('holds thousands, and gives all of them in the order of tenant and id', async () => {
      const many = drawnDocuments(seeded(seed), 4000, here).concat(drawnDocuments(seeded(seed), 1000, there))
      await store.save(drawn, many, until(4000))
      expect(await Array.fromAsync(store.all(drawn))).toEqual(byId(many))
      expect((await store.count(drawn, { tenant: here, where: ['always'] })).count).toBe(4000)
      expect(await store.load(drawn, here, many.map(({ id }) => id))).toHaveLength(4000)
    })
  })
}
