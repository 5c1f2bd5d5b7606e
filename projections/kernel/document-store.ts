import type { Predicate, Value } from './predicate.ts'
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

/** Where a page ended: the sort values of its last row, and its id. */
export type Cursor = readonly [...values: Value[], id: string]

export interface Query {
  tenant: string
  where: Predicate
  /** Indexed fields; ties are broken by id. Nulls come first when rising, last when falling. Strings sort by code unit. */
  sort: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
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
   * Keeps the changes and the checkpoint. A change whose position is not above the kept one changes nothing.
   * Documents first, checkpoint last, or both at once: after a crash the batch comes again and is harmless.
   */
  abstract save(target: Target, changes: readonly Stored[], checkpoint: Checkpoint): Promise<void>
  abstract find(target: Target, query: Query): Promise<Page>
  abstract count(target: Target, query: Pick<Query, 'tenant' | 'where' | 'ids'>): Promise<{ count: number; position: number }>
  /** Forgets all documents and the checkpoint of a target. */
  abstract drop(target: Target): Promise<void>
  /** Every document and tombstone of a target in the order of tenant and id, for comparisons and exports. */
  abstract all(target: Target): AsyncIterable<Stored>
  abstract close(): Promise<void>
}

/** A hit of a search, best first. */
export interface Hit {
  id: string
}

/**
 * Where full text is kept, fed with the same changes as the documents. It may refresh late: `settled` waits until a
 * position can be found.
 * Chinese is found as by substring, from one character on; Latin letters and digits by the beginning of a word
 * (`LZ-2026` finds `LZ-2026-0001`); case and width (ＡＢＣ, abc) make no difference; several words must all occur.
 */
export abstract class SearchStore {
  abstract checkpoint(target: Target): Promise<Checkpoint | null>
  abstract save(target: Target, changes: readonly Stored[], checkpoint: Checkpoint): Promise<void>
  /** Ids of documents that contain the text and meet the predicate, newest position first. At most `limit`. */
  abstract search(target: Target, query: { tenant: string; text: string; where: Predicate; limit: number }): Promise<Hit[]>
  abstract settled(target: Target, position: number): Promise<void>
  abstract drop(target: Target): Promise<void>
  abstract close(): Promise<void>
}
