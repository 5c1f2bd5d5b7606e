import { readdirSync } from 'node:fs'
import { type Key, pages } from './scan.conformance.ts'

type Tree = { readonly [key: string]: string | Tree }

const here = import.meta.dirname
const spoken = pages(`${here}/..`)
const areas = readdirSync(`${here}/zh`).filter(name => name.endsWith('.ts')).map(name => name.replace(/\.ts$/, ''))
const read = async (language: string, area: string): Promise<Tree> => ((await import(`./${language}/${area}.ts`)) as { default: Tree }).default

/** Every word with its place: `list.tabs.all`. */
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)))

/** How a word is asked for: without the number it is counted by. */
const bare = (key: string) => key.replace(/_(zero|one|other)$/, '')
const says = (key: Key, word: string) => (typeof key === 'string' ? key === word : key.test(word))
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).toSorted()

describe.each(areas)('%s', area => {
  let zh: [string, string][]
  let en: [string, string][]
  beforeAll(async () => {
    zh = flat(await read('zh', area))
    en = flat(await read('en', area))
  })

  test('has the same words in both languages, and none is empty', () => {
    const plain = (words: [string, string][]) => [...new Set(words.map(([key]) => bare(key)))].toSorted()
    expect(plain(en)).toEqual(plain(zh))
    expect([...zh, ...en].filter(([, text]) => !text.trim()).map(([key]) => key)).toEqual([])
  })

  test('has the same blanks in both', () => {
    const chinese = new Map(zh.map(([key, text]) => [bare(key), blanks(text)]))
    // One or none of something need not say the number.
    const differ = en.filter(([key, text]) => {
      const [theirs, ours] = [chinese.get(bare(key))!, blanks(text)]
      return /_(one|zero)$/.test(key) ? [...new Set([...ours, 'count'])].toSorted().join() !== [...new Set([...theirs, 'count'])].toSorted().join() : ours.join() !== theirs.join()
    })
    expect(differ.map(([key, text]) => `${key}: ${text}`)).toEqual([])
  })

  test('speaks English in English, but for what only Chinese has', () => {
    const examples = /hint|unit\./i
    expect(en.filter(([key, text]) => /\p{Script=Han}/u.test(text) && !/[A-Za-z]/.test(text) && !examples.test(key)).map(([key]) => key)).toEqual([])
  })

  test('has no word that nobody says', () => {
    const texts = spoken.filter(({ areas: known }) => known.has(area)).flatMap(({ texts: all }) => all)
    expect([...new Set(zh.map(([key]) => bare(key)))].filter(word => !texts.some(key => says(key, word)))).toEqual([])
  })
})

test('no page asks for a word that is not there', async () => {
  const words = new Map(await Promise.all(areas.map(async area => [area, [...new Set(flat(await read('zh', area)).map(([key]) => bare(key)))]] as const)))
  const missing = spoken.flatMap(({ file, asked }) => asked
    .filter(({ areas: known, key }) => !known.some(area => words.get(area)?.some(word => says(key, word))))
    .map(({ key }) => `${file}: ${String(key)}`))
  expect(missing).toEqual([])
})

/** Chinese that is no word of a page: what is read from or written into documents, and the name of the language itself. */
const meant: readonly RegExp[] = [
  /^kit\/(Frame\.tsx|time\.ts)$/, /^parts\/clause\.ts$/, /^policy\/editor\/(RetireDialog|TextPart|numbers|split-clauses)\.tsx?$/, /^policy\/portal\/MatchRow\.tsx$/,
  /^fulfilment\/form-editor\/(drawing|sample)\.ts$/,
]

test('no page has Chinese of its own', () => {
  expect(spoken.filter(({ file, chinese }) => chinese.length > 0 && !meant.some(one => one.test(file))).map(({ file, chinese }) => `${file}: ${chinese.join(' | ')}`)).toEqual([])
})
