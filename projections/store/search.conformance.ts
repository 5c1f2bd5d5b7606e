import { canonical } from '@qinqing/domain/kernel/canonical'
import type { SearchStore, Sought, Stored } from '../kernel/document-store.ts'
import { inOrder, meets } from '../kernel/predicate.ts'
import { drawnDocuments, drawnPredicate, drawnTarget } from './drawn.ts'
import { type Seeded, seed, seeded, times } from './seeded.ts'

const paperTarget = { name: 'papers', version: 1, indexed: ['office', 'open', 'tags'], searched: ['title', 'body.text', 'words'] }
const here = 'liuzhou'
const there = 'guilin'

const paper = (id: string, position: number, title: string, fields: object = {}, tenant = here): Stored =>
  ({ tenant, id, position, document: { id, title, ...fields } })
const gone = (id: string, position: number, tenant = here): Stored => ({ tenant, id, position, document: null })
const until = (position: number, log = 'a-log') => ({ log, position })

/** The promise told a second way: a query as regular expressions over the folded text. */
function finder(query: string): (text: string) => boolean {
  const runsOf = (word: string) => fold(word).match(/\p{sc=Han}+|[[\p{L}\p{N}\p{M}]--\p{sc=Han}]+/gv) ?? []
  const words = query.split(/\s/u).map(runsOf).filter(runs => runs.length)
  const expressions = words.map(runs => {
    const begins = isHan(runs[0]!) ? '' : '(?<![[\\p{L}\\p{N}\\p{M}]--\\p{sc=Han}])'
    const rest = runs.slice(1).map((run, n) => `[^\\p{L}\\p{N}\\p{M}]${isHan(run) === isHan(runs[n]!) ? '+' : '*'}${run}`)
    return new RegExp(begins + runs[0]! + rest.join(''), 'v')
  })
  return text => expressions.length > 0 && expressions.every(expression => expression.test(fold(text)))
}

const isHan = (run: string) => /^\p{sc=Han}/u.test(run)
const fold = (text: string) => text.normalize('NFKC').toLowerCase()

const pieces = [
  '政', '策', '政策', '企业', '税', '龙城', '人才补贴', '々', '𠮷', 'LZ', 'lz', '2026', '0001', '20', 'a1',
  'Ａ', 'ｂ', 'é', '①', 'カー', 'и', '-', '，', '、', ' ', '　', '"', '*', '\n',
]
const drawnText = (chance: Seeded, most: number) => chance.list(1 + chance.int(most), () => chance.pick(pieces)).join('')

/** What every search store promises. `open` gives one that has nothing of these targets yet. */
export function searchStore(open: () => SearchStore | Promise<SearchStore>) {
  let store: SearchStore
  let target = paperTarget
  let turn = 0
  beforeAll(async () => { store = await open() })
  afterAll(() => store.close())
  // Each test has a target of its own, so that a slow store is opened once.
  beforeEach(() => { target = { ...paperTarget, name: `papers-${++turn}` } })

  const save = async (changes: readonly Stored[], position: number) => {
    await store.save(target, changes, until(position))
    await store.settled(target, position)
  }
  const search = async (text: string, query: Partial<Sought> = {}) =>
    (await store.search(target, { tenant: here, text, where: ['always'], limit: 100, ...query })).map(({ id }) => id)

  describe('search: finding', () => {
    const found: [string, string, boolean][] = [
      ['柳州市人才补贴办法', '才', true], ['柳州市人才补贴办法', '人才', true], ['柳州市人才补贴办法', '才补贴办', true], ['柳州市人才补贴办法', '法', true],
      ['柳州市人才补贴办法', '才人', false], ['柳州市人才补贴办法', '柳市', false], ['柳州市人才补贴办法', '人才 柳州', true], ['柳州市人才补贴办法', '人才 桂林', false],
      ['税', '税', true], ['生僻字𠮷𬭊在此', '𠮷', true], ['生僻字𠮷𬭊在此', '𬭊在', true],
      ['受理号 LZ-2026-0001', 'LZ-2026', true], ['受理号 LZ-2026-0001', 'lz-2026-00', true], ['受理号 LZ-2026-0001', 'ＬＺ－２０２６', true],
      ['受理号 LZ-2026-0001', '2026', true], ['受理号 LZ-2026-0001', '0001 受理', true], ['受理号 LZ-2026-0001', 'LZ-0001', false],
      ['受理号 LZ-2026-0001', 'Z-2026', false], ['受理号 LZ-2026-0001', '026', false], ['受理号 LZ-2025-2026', 'LZ-2026', false],
      ['ＡＢＣ科技', 'abc科', true], ['abc科技', 'ＡＢＣ', true], ['专精特新A1类企业', 'a1类', true], ['专精特新A1类企业', '新a1', true], ['专精特新A1类企业', '1类', false],
      ['2026年度', '2026年', true], ['12026年度', '2026年', false], ['Café', 'CAFÉ', true], ['Cafe\u0301', 'café', true],
      ['政策，解读', '策解', false], ['政策解读', '政策，解读', false], ['政策、解读', '政策，解读', true],
    ]
    test.each(found)('in %s, %s: %s', async (title, query, yes) => {
      await save([paper('a', 1, title), paper('b', 2, '别的')], 2)
      expect(await search(query)).toEqual(yes ? ['a'] : [])
      expect(finder(query)(title)).toBe(yes)
    })

    test('in every searched field and in lists, and in no other', async () => {
      await save([
        paper('a', 1, '题目', { body: { text: '正文' }, words: ['关键', '词汇', 7, null], note: '秘密' }),
        paper('b', 2, '题目', { body: 5, words: {} }),
      ], 2)
      const answers = await Promise.all(['题目', '正文', '词汇', '题目 关键 正', '秘密', '关键词汇', '键词', '7'].map(text => search(text)))
      await save([paper('a', 3, '题目 LZ', { body: { text: '2026年' } })], 3)
      expect([await search('LZ-2026'), await search('目 2026')]).toEqual([[], ['a']])
      expect(answers).toEqual([['b', 'a'], ['a'], ['a'], ['a'], [], [], [], []])
    })

    test(`as by regular expression in ${times(300, 5000)} random queries`, async () => {
      const chance = seeded(seed)
      const papers = chance.list(150, () => drawnText(chance, 8)).map((title, n) => paper(`p${n}`, n + 1, title))
      await save(papers, 150)
      const titles = papers.map(({ id, document }) => ({ id, title: (document as { title: string }).title })).reverse()
      for (let n = 0; n < times(300, 5000); n++) {
        const { title } = chance.pick(titles)
        const start = chance.int(title.length)
        const query = chance.pick([drawnText(chance, 3), title.slice(start, start + 1 + chance.int(8))])
        const expected = titles.filter(one => finder(query)(one.title)).map(({ id }) => id)
        expect({ seed, query, ids: await search(query, { limit: 1000 }) }).toEqual({ seed, query, ids: expected })
      }
    })

    test(`as \`meets\` does in ${times(100, 1000)} random predicates`, async () => {
      const chance = seeded(seed)
      const documents = drawnDocuments(chance, 100, here).map(one => ({ ...one, document: { ...one.document as object, title: '同' } }))
      const drawn = { ...drawnTarget, name: target.name, searched: ['title'] }
      await store.save(drawn, documents, until(100))
      await store.settled(drawn, 100)
      for (const where of chance.list(times(100, 1000), () => drawnPredicate(chance))) {
        const hits = await store.search(drawn, { tenant: here, text: '同', where, limit: 1000 })
        const expected = documents.filter(({ document }) => meets(document, where)).map(({ id }) => ({ id })).reverse()
        expect({ seed, where, hits }).toEqual({ seed, where, hits: expected })
      }
    })

    const nothing = [
      '', ' ', '\n\t　', '"', '*', '""', '-', '()', '***', '，。！', '^', ':',
      '🙂', '\ud800', '\udc00\ud800', '\u0000', '\ue000', "'; --", '%', '_', '.*',
    ]
    test.each(nothing.map(text => [text]))('%j finds nothing', async text => {
      await save([paper('a', 1, `题目 "*-()^:🙂 ${text}`)], 1)
      expect(await search(text)).toEqual([])
    })

    const hostile = [
      'NEAR(', 'NEAR(a b, 5)', 'a AND', 'OR', 'NOT 题', '"题" OR "目"', 'title:题', '{title}:题',
      '^题', '题*" OR *', 'words MATCH x', '题\u0000目"', '\ud800题目x',
      '龙'.repeat(3400), 'x'.repeat(10_000), Array.from({ length: 2000 }, (_, n) => `词${n}`).join(' '),
      '("'.repeat(5000), '题 '.repeat(3000) + '无',
    ]
    test.each(hostile.map(text => [text.slice(0, 20), text]))('%j does no harm', async (_, text) => {
      await save([paper('a', 1, '题目'), paper('b', 2, '另一个')], 2)
      expect((await search(text)).length).toBeLessThan(2)
      expect(await search('题目')).toEqual(['a'])
    })

    test('a text of any kind can be kept', async () => {
      const texts = ['', '"', '题\u0000目', '\ud800题', 'x'.repeat(40_000), '龙'.repeat(40_000), 'NEAR(', '\ue000', '\n']
      await save(texts.map((text, n) => paper(`p${n}`, n + 1, `${text} 好`)), 9)
      expect(await search('好')).toHaveLength(9)
    })
  })

  describe('search: keeping', () => {
    test('begins empty, keeps the checkpoint, which only rises within a log', async () => {
      expect(await store.checkpoint(target)).toBeNull()
      expect(await search('题')).toEqual([])
      for (const [saved, kept] of [[until(9), until(9)], [until(7), until(9)], [until(3, 'another'), until(3, 'another')]] as const) {
        await store.save(target, [], saved)
        expect(await store.checkpoint(target)).toEqual(kept)
      }
    })

    test('a replaced text is not found any more, nor what was removed', async () => {
      await save([paper('a', 1, '旧题'), paper('b', 2, '旧题')], 2)
      await save([paper('a', 3, '新题'), gone('b', 4), gone('c', 4)], 4)
      expect([await search('旧'), await search('新'), await search('题')]).toEqual([[], ['a'], ['a']])
      await save([paper('b', 5, '回来')], 5)
      expect(await search('回来')).toEqual(['b'])
    })

    test.each([['late', 4], ['equal', 5]])('a change at a %s position changes nothing', async (_, position) => {
      await save([paper('a', 5, '真的'), gone('b', 5)], 5)
      await save([paper('a', position, '假的'), paper('b', position, '假的'), gone('a', position)], 5)
      expect([await search('假'), await search('真')]).toEqual([[], ['a']])
    })

    test('newest first, at most so many', async () => {
      await save([paper('a', 3, '题'), paper('b', 1, '题'), paper('c', 2, '题')], 3)
      await save([paper('d', 9, '题'), paper('b', 10, '题')], 10)
      expect(await search('题')).toEqual(['b', 'd', 'a', 'c'])
      expect(await search('题', { limit: 2 })).toEqual(['b', 'd'])
      await expect(search('题', { limit: 0 })).rejects.toThrow('a page has')
    })

    test('of many documents at one position, by id', async () => {
      const many = (letter: string, count: number, position: number) =>
        Array.from({ length: count }, (_, n) => paper(`${letter}${n}`, position, '题'))
      await save(many('p', 1500, 7), 7)
      await save([...many('q', 1500, 8), ...many('p', 500, 8)], 8)
      const sorted = (ids: string[]) => ids.sort(inOrder)
      const newer = sorted([...Array.from({ length: 1500 }, (_, n) => `q${n}`), ...Array.from({ length: 500 }, (_, n) => `p${n}`)])
      const older = sorted(Array.from({ length: 1000 }, (_, n) => `p${n + 500}`))
      expect(await search('题', { limit: 5000 })).toEqual([...newer, ...older])
      expect(await search('题', { limit: 3 })).toEqual(newer.slice(0, 3))
    })

    test('a late change finds no trace of one that has moved on', async () => {
      await save([paper('a', 5, '旧', { tags: ['x'] })], 5)
      await save([paper('a', 6, '新', { tags: [] })], 6)
      await save([paper('b', 5, '别')], 6)
      expect([await search('旧'), await search('别', { where: ['has', 'tags', 'x'] }), await search('别')]).toEqual([[], [], ['b']])
    })

    test('positions up to the largest', async () => {
      const largest = Number.MAX_SAFE_INTEGER
      await save([paper('a', largest - 1, '题'), paper('b', 2 ** 40, '题'), paper('c', largest, '题')], largest)
      for (const exponent of [50, 51]) await save([paper('b', 2 ** exponent, '题目')], largest)
      expect(await search('题')).toEqual(['c', 'a', 'b'])
      expect(await store.checkpoint(target)).toEqual(until(largest))
    })

    test('filters by predicate, and refuses what is not indexed', async () => {
      await save([
        paper('a', 1, '题', { office: 'x', open: true, tags: ['t'] }), paper('b', 2, '题', { office: 'y', open: false }), paper('c', 3, '题'),
      ], 3)
      expect(await search('题', { where: ['eq', 'open', true] })).toEqual(['a'])
      expect(await search('题', { where: ['any', [['has', 'tags', 't'], ['in', 'office', ['y', null]]]] })).toEqual(['c', 'b', 'a'])
      expect(await search('题', { where: ['never'] })).toEqual([])
      await save([paper('a', 4, '题', { office: 'x', open: false, tags: [] })], 4)
      expect(await search('题', { where: ['any', [['eq', 'open', true], ['has', 'tags', 't']]] })).toEqual([])
      await expect(search('题', { where: ['eq', 'title', '题'] })).rejects.toThrow('does not index')
    })

    test('tenants and targets are apart', async () => {
      await save([paper('a', 1, '这里'), paper('a', 2, '那里', {}, there), paper('b', 3, '那里', {}, there)], 3)
      expect([await search('这'), await search('那'), await search('里')]).toEqual([['a'], [], ['a']])
      expect(await search('里', { tenant: there })).toEqual(['b', 'a'])
      const other = { ...target, version: 2 }
      await store.save(other, [paper('z', 1, '这里')], until(1))
      await store.settled(other, 1)
      await store.drop(target)
      expect([await search('这'), await store.checkpoint(target)]).toEqual([[], null])
      expect(await store.search(other, { tenant: here, text: '这', where: ['always'], limit: 9 })).toEqual([{ id: 'z' }])
      await save([paper('a', 1, '又来')], 1)
      expect(await search('又')).toEqual(['a'])
    })

    test('what is held of a document is what should be held of it, whatever it says', async () => {
      const of = { ...drawnTarget, name: `drawn-${++turn}`, searched: ['status', 'tags'] }
      const many = [...drawnDocuments(seeded(seed), 300, here), { tenant: there, id: 'gone', position: 301, document: null }]
      await store.save(of, many, until(301))
      await store.settled(of, 301)
      const entries = await Array.fromAsync(store.entries(of))
      expect(entries).toHaveLength(301)
      const should = new Map(many.map(one => [`${one.tenant} ${one.id}`, store.entryOf(of, one)]))
      expect(entries.filter(entry => canonical(entry) !== canonical(should.get(`${entry.tenant} ${entry.id}`)))).toEqual([])
      const [, second, third] = entries
      expect((await Array.fromAsync(store.entries(of, [second!.tenant, second!.id])))[0]).toEqual(third)
    })

    test('what is held of one document is mended, whatever its position says', async () => {
      await save([paper('a', 5, '旧的'), paper('b', 6, '别的')], 6)
      await store.mend(target, here, 'a', paper('a', 3, '新的'))
      await store.mend(target, here, 'b', null)
      await store.mend(target, here, 'c', paper('c', 4, '补的'))
      await store.settled(target, 6)
      expect([await search('旧'), await search('新'), await search('别'), await search('补')]).toEqual([[], ['a'], [], ['c']])
      expect(await store.entry(target, here, 'a')).toEqual(store.entryOf(target, paper('a', 3, '新的')))
      expect([await store.entry(target, here, 'b'), await store.entry(target, there, 'a')]).toEqual([null, null])
    })

    test('settled waits for a position that comes later', async () => {
      const order: string[] = []
      const waiting = store.settled(target, 5).then(() => order.push('settled'))
      await store.save(target, [], until(4))
      await store.checkpoint(target)
      order.push('four')
      await store.save(target, [paper('a', 5, '题')], until(5))
      await waiting
      expect([order, await search('题')]).toEqual([['four', 'settled'], ['a']])
    })

    test('waiting ends with the store', async () => {
      const another = await open()
      const ends = expect(another.settled(target, 99)).rejects.toThrow('closed')
      await another.close()
      await ends
    })
  })
}
