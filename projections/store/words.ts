import { at } from '../kernel/predicate.ts'
import type { Target } from '../kernel/projection.ts'

/** The texts of a document that full text covers. */
export const textsOf = (document: unknown, { searched }: Pick<Target, 'searched'>): string[] =>
  searched.flatMap(path => [at(document, path)].flat()).filter(text => typeof text === 'string')

/** One form for all texts: case and width folded, words and Chinese runs apart by one blank, everything else gone. */
export const plain = (text: string): string =>
  (text.normalize('NFKC').toLowerCase().match(runs) ?? []).join(' ')

const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu

/** The words of a query, each in its one form; a word with signs inside, such as `lz-2026`, is one that must occur as it stands. */
export const wordsOf = (query: string): string[] =>
  [...new Set(query.split(/\s+/u).map(plain))].filter(word => word !== '')

/** Whether a text in its one form has a word of a query: Chinese begins anywhere, other letters and digits where a word begins. */
export const has = (text: string, word: string): boolean =>
  han.test(word) ? text.includes(word) : ` ${text}`.includes(` ${word}`)

const han = /^\p{Script=Han}/u

/**
 * The tokens of a text: pairs of neighbouring Chinese characters and the last one alone, other runs whole. So a Chinese
 * phrase is a row of pairs, one character is the beginning of a pair, and a word is found by its beginning.
 */
const tokensOf = (text: string): string[] =>
  plain(text).split(' ').flatMap(run => (han.test(run) ? [...pairs(run), last(run)] : run === '' ? [] : [run]))

/** The texts of a document as one row of tokens, with a token between them that no query has. */
export const rowOf = (texts: readonly string[]): string => texts.map(text => tokensOf(text).join(' ')).join(` ${border} `)

export const border = '\ue000'

/** A query in the language of FTS5; null when it has no words. Words hold letters and digits only, so that nothing needs quoting. */
export function matchOf(query: string): string | null {
  return wordsOf(query).map(phrase).join(' AND ') || null
}

function phrase(word: string): string {
  const tail = word.slice(word.lastIndexOf(' ') + 1)
  const exact = han.test(tail) && [...tail].length > 1
  const tokens = tokensOf(word)
  return exact ? `"${tokens.slice(0, -1).join(' ')}"` : `"${tokens.join(' ')}"*`
}

const pairs = (run: string): string[] => {
  const characters = [...run]
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

const last = (run: string): string => [...run].at(-1)!
