import { canonical } from '@qinqing/domain/kernel/canonical'
import type { Entry, Stored } from '../kernel/document-store.ts'
import { at } from '../kernel/predicate.ts'
import type { Target } from '../kernel/projection.ts'
import { keep, type Kept } from './sqlite-condition.ts'
import { rowOf, textsOf } from './words.ts'

/** What is kept of a field's value for filters, in one form: the value itself, and what an array has. */
export const filed = (kept: Kept, elements: readonly Kept[]): string =>
  canonical([kept, [...new Set(elements.map(element => canonical(element)))].sort()])

const elementsOf = (value: unknown): Kept[] => (Array.isArray(value) ? value.map(keep) : [])

/** Each indexed field of a document in the form in which it is filed. */
export const filedOf = (document: unknown, { indexed }: Pick<Target, 'indexed'>): Record<string, string> =>
  Object.fromEntries(indexed.map(path => [path, filed(keep(at(document, path)), elementsOf(at(document, path)))]))

/** What a search should hold of a document; of a tombstone nothing but that it is one. */
export const entryOf = (target: Target, { tenant, id, position, document }: Stored): Entry =>
  ({ tenant, id, position, fields: filedOf(document, target), words: document === null ? '' : rowOf(textsOf(document, target)) })
