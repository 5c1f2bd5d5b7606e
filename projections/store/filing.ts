import { canonical } from '@qinqing/domain/kernel/canonical'
import type { Entry, Stored } from '../kernel/document-store.ts'
import { at } from '../kernel/predicate.ts'
import type { Target } from '../kernel/projection.ts'
import { keep } from './sqlite-condition.ts'
import { rowOf, textsOf } from './words.ts'

/** What is kept of a field's value for filters: the value itself, and what an array has. */
export const filed = (value: unknown, elements: readonly unknown[]): string =>
  canonical([keep(value) ?? null, [...new Set(elements.map(element => canonical(element)))].sort()])

const elementsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.map(one => keep(one) ?? null) : [])

/** Each indexed field of a document in the form in which it is filed. */
export const filedOf = (document: unknown, { indexed }: Pick<Target, 'indexed'>): Record<string, string> =>
  Object.fromEntries(indexed.map(path => [path, filed(at(document, path), elementsOf(at(document, path)))]))

/** What a search should hold of a document; of a tombstone nothing but that it is one. */
export const entryOf = (target: Target, { tenant, id, position, document }: Stored): Entry =>
  ({ tenant, id, position, fields: filedOf(document, target), words: document === null ? '' : rowOf(textsOf(document, target)) })
