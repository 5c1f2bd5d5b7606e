import { type DocumentStore, first, type Place, type Query } from '../kernel/document-store.ts'
import { drawnDocuments, drawnTarget } from './drawn.ts'
import { seed, seeded } from './seeded.ts'
import { everything, gone, here, there, thing, things, until } from './things.conformance.ts'

/** What a document store promises to those who look after it: rebuilds, the reconciler, the page of read models. */
export function documentStoreCare(open: () => DocumentStore | Promise<DocumentStore>) {
  let store: DocumentStore
  let target = things
  let drawn = drawnTarget
  let turn = 0
  beforeAll(async () => { store = await open() })
  afterAll(() => store.close())
  beforeEach(() => {
    target = { ...things, name: `cared-${++turn}` }
    drawn = { ...drawnTarget, name: `drawn-care-${turn}` }
  })

  const ids = async (query: Partial<Query> = {}) => (await store.find(target, { ...everything, ...query })).rows.map(({ id }) => id)

  describe('documents: looking after them', () => {
    test('whatever is kept is filed by what it says', async () => {
      const many = drawnDocuments(seeded(seed), 500, here)
      await store.save(drawn, many, until(500))
      expect(await store.misfiled(drawn, first, 500)).toEqual([])
    })

    test('gives all rows behind a place', async () => {
      await store.save(target, [thing('a', 1), gone('b', 2), thing('a', 3, {}, there), thing('c', 4)], until(4))
      const behind = async (place: Place) => (await Array.fromAsync(store.all(target, place))).map(({ tenant, id }) => `${tenant}/${id}`)
      expect(await behind([there, 'a'])).toEqual(['liuzhou/a', 'liuzhou/b', 'liuzhou/c'])
      expect(await behind([here, 'a'])).toEqual(['liuzhou/b', 'liuzhou/c'])
      expect(await behind([here, 'c'])).toEqual([])
    })

    test('one row is mended whatever its position says, or removed without a trace', async () => {
      await store.save(target, [thing('a', 5, { group: 'x', tags: ['old'] }), thing('b', 6)], until(6))
      await store.mend(target, here, 'a', thing('a', 3, { group: 'y', tags: ['new'] }))
      await store.mend(target, here, 'b', null)
      await store.mend(target, here, 'c', thing('c', 4, { group: 'y' }))
      await store.mend(target, here, 'never there', null)
      expect(await store.peek(target, here, 'a')).toEqual({ stored: thing('a', 3, { group: 'y', tags: ['new'] }), fields: [] })
      expect(await store.peek(target, here, 'b')).toBeNull()
      expect([await ids({ where: ['eq', 'group', 'y'] }), await ids({ where: ['has', 'tags', 'old'] })]).toEqual([['a', 'c'], []])
      expect(await store.checkpoint(target)).toEqual(until(6))
      await store.save(target, [thing('a', 7, { group: 'z' })], until(7))
      expect(await ids({ where: ['eq', 'group', 'z'] })).toEqual(['a'])
      expect(await store.mended(target)).toBe(4)
    })

    test('counts what was mended since the target was made', async () => {
      expect(await store.mended(target)).toBe(0)
      await store.mend(target, here, 'a', thing('a', 1))
      await store.mend({ ...target, edition: 1 }, here, 'a', thing('a', 1))
      await store.mend(target, here, 'a', null)
      expect([await store.mended(target), await store.mended({ ...target, edition: 1 })]).toEqual([2, 1])
      await store.drop(target)
      expect(await store.mended(target)).toBe(0)
    })

    test('editions of one projection are apart, and it is kept which one is read', async () => {
      expect([await store.editions(target.name), await store.serving(target.name)]).toEqual([[], null])
      const next = { ...target, edition: 1 }
      await store.save(target, [thing('a', 1)], until(1))
      await store.save(next, [thing('b', 1), thing('c', 1)], until(2))
      expect((await store.editions(target.name)).toSorted((a, b) => a.edition - b.edition)).toEqual([{ version: 1, edition: 0 }, { version: 1, edition: 1 }])
      await store.serve(next, '2026-03-02T01:00:00.000Z')
      expect(await store.serving(target.name)).toEqual({ version: 1, edition: 1, since: '2026-03-02T01:00:00.000Z' })
      await store.drop(target)
      expect(await store.editions(target.name)).toEqual([{ version: 1, edition: 1 }])
      expect((await store.find(next, everything)).rows.map(({ id }) => id)).toEqual(['b', 'c'])
    })

    test('says how much there is', async () => {
      expect(await store.measure(target)).toEqual({ rows: 0, bytes: 0 })
      await store.save(target, [thing('a', 1), thing('b', 2, { group: '龙' }), gone('c', 3)], until(3))
      expect(await store.measure(target)).toEqual({ rows: 2, bytes: 10 + 24 })
    })
  })
}
