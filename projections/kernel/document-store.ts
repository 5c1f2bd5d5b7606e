import { at, fieldsOf, inOrder, type Predicate, type Value } from './predicate.ts'
import type { Target } from './projection.ts'

/** A document with the position of the last event in it; `document` null is a tombstone that remembers a removal. */
export interface Stored<Doc = unknown> {
  tenant: string
  id: string
  position: number
  document: Doc | null
}

/** How far a store has come, and in which history. */
export interface Checkpoint {
  log: string
  position: number
}

/** One building of a projection's documents. */
export interface Edition {
  version: number
  edition: number
}

/** Where a row stands among all rows of a target. */
export type Place = readonly [tenant: string, id: string]

/** In front of all rows. */
export const first: Place = ['', '']

/** Where a page ended: the sort values of its last row, and its id. */
export type Cursor = readonly [...values: Value[], id: string]

/**
 * Indexed fields that hold no arrays. Ties are broken by id, in the direction of the last field. Nulls come first when rising,
 * last when falling; strings go by code point.
 */
export type Sort = readonly (readonly [field: string, direction: 'asc' | 'desc'])[]

/** No page is longer, as in Elasticsearch. */
export const longestPage = 10_000

export interface Query {
  tenant: string
  /** Speaks of indexed fields only. */
  where: Predicate
  sort: Sort
  /** From 1 to `longestPage`. */
  limit: number
  /** Continue behind this row. */
  after?: Cursor
  /** Only these ids (a search found them). */
  ids?: readonly string[]
}

export interface Page {
  rows: Stored[]
  /** How to go on; null at the end. */
  next: Cursor | null
  /** The position up to which the answer is true. */
  position: number
}

/** Where documents are kept. Every answer is true for its checkpoint; documents skip what they have seen. */
export abstract class DocumentStore {
  /** Where the target has come to; null when nothing was ever saved. */
  abstract checkpoint(target: Target): Promise<Checkpoint | null>
  /** The documents (and tombstones) of these ids that exist, in no particular order. */
  abstract load(target: Target, tenant: string, ids: readonly string[]): Promise<Stored[]>
  /**
   * Keeps the changes and the checkpoint. A change whose position is not above the kept one changes nothing, and within one
   * log the checkpoint only rises.
   * Documents first, checkpoint last, or both at once: after a crash the batch comes again and is harmless.
   */
  abstract save(target: Target, changes: readonly Stored[], checkpoint: Checkpoint): Promise<void>
  abstract find(target: Target, query: Query): Promise<Page>
  abstract count(target: Target, query: Pick<Query, 'tenant' | 'where' | 'ids'>): Promise<{ count: number; position: number }>
  /** Forgets all documents and the checkpoint of a target. */
  abstract drop(target: Target): Promise<void>
  /**
   * Every document and tombstone of a target behind a place, in the order of tenant and id (by code point), for comparisons and exports.
   * One that cannot be read any more comes as its text.
   */
  abstract all(target: Target, behind?: Place): AsyncIterable<Stored>
  /** Makes one row what it should be, whatever positions say; null removes it without a trace. For repairs only. */
  abstract mend(target: Target, tenant: string, id: string, stored: Stored | null): Promise<void>
  /** How often `mend` was called since the target was made; told together with what it has done. */
  abstract mended(target: Target): Promise<number>
  /** One row as it is kept, and the indexed fields by which it is filed wrongly; what cannot be read as a document is its text. */
  abstract peek(target: Target, tenant: string, id: string): Promise<{ stored: Stored; fields: string[] } | null>
  /** The rows behind a place, at most so many, that the store's own index tells wrongly, and in which indexed fields. */
  abstract misfiled(target: Target, behind: Place, limit: number): Promise<{ tenant: string; id: string; fields: string[] }[]>
  /** The buildings of a projection that there are, complete or not. */
  abstract editions(name: string): Promise<Edition[]>
  /** Which building was last said to be read, and since when; null when none ever was. */
  abstract serving(name: string): Promise<Edition & { since: string } | null>
  /** From now on this one is read. There is no moment without one. */
  abstract serve(target: Target, since: string): Promise<void>
  /** How much there is of a target. */
  abstract measure(target: Target): Promise<{ rows: number; bytes: number }>
  abstract close(): Promise<void>
}

export interface Sought {
  tenant: string
  text: string
  /** Speaks of indexed fields only. */
  where: Predicate
  /** From 1 to `longestPage`. */
  limit: number
}

/** A hit of a search. */
export interface Hit {
  id: string
}

/** What a search holds of a document, for comparisons: what it filters by, and the words it finds it by. */
export interface Entry {
  tenant: string
  id: string
  position: number
  /** By indexed path, each in one form. */
  fields: Readonly<Record<string, string>>
  words: string
}

/**
 * Where full text is kept, fed with the same changes as the documents. It may refresh late: `settled` waits until a
 * position can be found.
 * Chinese is found as by substring, from one character on; Latin letters and digits by the beginning of a word
 * (`LZ-2026` finds `LZ-2026-0001`); case and width (ＡＢＣ, abc) make no difference, nor which signs stand between words;
 * several words must all occur, each within one text. A text without letters and digits finds nothing.
 */
export abstract class SearchStore {
  abstract checkpoint(target: Target): Promise<Checkpoint | null>
  abstract save(target: Target, changes: readonly Stored[], checkpoint: Checkpoint): Promise<void>
  /** Ids of documents that contain the text and meet the predicate, newest position first and then by id. At most `limit`. */
  abstract search(target: Target, query: Sought): Promise<Hit[]>
  abstract settled(target: Target, position: number): Promise<void>
  abstract drop(target: Target): Promise<void>
  /** What is held of every document behind a place, in the order of tenant and id. */
  abstract entries(target: Target, behind?: Place): AsyncIterable<Entry>
  abstract entry(target: Target, tenant: string, id: string): Promise<Entry | null>
  /** What should be held of a document. */
  abstract entryOf(target: Target, stored: Stored): Entry
  /** Makes what is held of one document what it should be, whatever positions say; null removes it without a trace. For repairs only. */
  abstract mend(target: Target, tenant: string, id: string, stored: Stored | null): Promise<void>
  abstract close(): Promise<void>
}

/** Throws when a query asks for what no store keeps ready: every adapter calls it first. */
export function admissible(target: Target, { where, sort = [], limit = 1, after }: Pick<Query, 'where'> & Partial<Query>): void {
  const unknown = [...fieldsOf(where), ...sort.map(([field]) => field)].find(field => !target.indexed.includes(field))
  if (unknown !== undefined) throw new Error(`${target.name} does not index ${JSON.stringify(unknown)}`)
  const few = Number.isInteger(limit) && limit >= 1 && limit <= longestPage
  if (!few) throw new RangeError(`a page has 1 to ${longestPage} rows, not ${limit}`)
  const fits = after === undefined || (after.length === sort.length + 1 && after.every(scalar) && typeof after.at(-1) === 'string')
  if (!fits) throw new Error('the cursor is not one of this query')
}

const scalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** Where a row stands in a sort: what a page that ends with it goes on behind. */
export const cursorOf = (sort: Sort, { id, document }: Pick<Stored, 'id' | 'document'>): Cursor =>
  [...sort.map(([field]) => sortable(field, at(document, field) ?? null)), id]

function sortable(field: string, value: unknown): Value {
  if (!scalar(value)) throw new Error(`${field} is not one value, so that nothing can be sorted by it`)
  return value as Value
}

/** Compares two places in a sort; negative when the first comes first. Browser-safe. */
export function byCursor(sort: Sort): (a: Cursor, b: Cursor) => number {
  const directions = [...sort.map(([, direction]) => direction), sort.at(-1)?.[1] ?? 'asc']
  return (a, b) => directions.reduce((order, direction, n) => order || inOrder(a[n]!, b[n]!) * (direction === 'asc' ? 1 : -1), 0)
}
