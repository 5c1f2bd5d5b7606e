import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bureaus } from '@qinqing/domain/language/bureaus'
import { laneLabels } from '@qinqing/domain/language/item'
import { predicates } from '@qinqing/domain/language/predicates'
import { standingLabels } from '@qinqing/domain/language/standing'
import { openCity } from './city.ts'
import { pages, shows } from './pages.ts'
import { root } from './served.ts'

const city = openCity()
const folder = join(root, 'web/src/words')
const chinese = /\p{Script=Han}/u
/** What clauses are called is data, though it also stands in an example. */
const clauseName = /^第.{1,3}条$/

const wordsIn = async (language: string): Promise<string[]> => {
  const files = readdirSync(join(folder, language)).filter(file => file.endsWith('.ts')).map(async file => (await import(join(folder, language, file)) as { default: unknown }).default)
  return textsOf(await Promise.all(files))
}

const textsOf = (words: unknown): string[] => (typeof words === 'string' ? [words] : Object.values(words as Record<string, unknown>).flatMap(textsOf))
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A word of the pages as it may stand there, whatever was put into its gaps; what is mostly gap says too little to be known again. */
const patternOf = (text: string): RegExp[] => {
  const said = text.replace(/\{\{.*?\}\}/g, '').match(/\p{Script=Han}/gu)?.length ?? 0
  return said < (text.includes('{{') ? 4 : 2) ? [] : [new RegExp(`^${text.split(/\{\{.*?\}\}/).map(literal).join('.{0,80}')}$`, 'u')]
}

async function wordsOfPages(): Promise<RegExp[]> {
  // An example may be Chinese in both.
  const [zh, en] = [await wordsIn('zh'), new Set(await wordsIn('en'))]
  const labels = [...Object.values(bureaus), ...Object.values(laneLabels), ...Object.values(standingLabels), ...Object.values(predicates).map(({ label }) => label)]
  return [...zh, ...labels.map(label => label.zh)].filter(text => !en.has(text) && !clauseName.test(text)).flatMap(patternOf)
}

/** All that is read or heard on a page: texts, names, hints. The names of the languages are in their own. */
const heard = `(() => {
  const found = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const about = node.parentElement
    if (!about.closest('script, style, [lang=zh-CN]:not(html)')) found.add(node.textContent.trim())
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    for (const name of ['aria-label', 'placeholder', 'title']) if (element.hasAttribute(name)) found.add(element.getAttribute(name).trim())
  }
  found.add(document.title)
  return [...found]
})()`

for (const who of new Set(pages.map(one => one.who))) {
  city.journey(`the pages of ${who ?? 'nobody yet'} speak English, but for what people wrote`, async () => {
    // Whoever has no session, or a link that is good for nothing, hears so.
    city.expects(/status of 404/)
    const words = await wordsOfPages()
    const { page } = who ? await city.enter(who, '/', { language: 'en' }) : await city.visitor({ language: 'en' })
    const found: string[] = []
    for (const one of pages.filter(other => other.who === who)) {
      await shows(page, one)
      const texts = (await page.evaluate<string[]>(heard)).filter(text => chinese.test(text))
      found.push(...texts.filter(text => words.some(pattern => pattern.test(text))).map(text => `${one.name}: ${text}`))
    }
    expect(found).toEqual([])
  })
}
