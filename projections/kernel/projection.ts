import type { Evolve } from '@qinqing/domain/kernel/fold'
import type { Message, Recorded } from '@qinqing/domain/kernel/message'
import type { Rule } from './predicate.ts'

/** A document as people read it: the whole answer to one question, with its own id. */
export interface Document {
  id: string
}

/** What a store needs to know of a projection to keep its documents: adapters turn it into their own language. */
export interface Target {
  name: string
  version: number
  /** Which building of this version it is: what is built anew is the next one, beside the one that is read. Left out, the first. */
  edition?: number
  /** Dotted paths of what lists filter and sort by; values are strings, numbers, booleans, null, or arrays of strings. */
  indexed: readonly string[]
  /** Dotted paths of what full text covers; values are strings or arrays of strings. */
  searched: readonly string[]
}

/** A document as a fold over events: `evolve` gives the next one, or null when it ceases to exist. */
export interface Projection<Doc extends Document, E extends Message> extends Target {
  initial: (id: string) => Doc
  /** The documents an event touches; by default the one named after its stream. */
  touches?: (event: Recorded<E>) => readonly string[]
  /** One handler for every event of `E`: the type says what the document hears, and nothing of it is missed. */
  evolve: Evolve<Doc, E, Doc | null>
  /** Who may see a document of the own tenant, as data; no other tenant ever does. */
  visible: Rule
  /** Who is seen looking at a document, and sees who else does; left out, nobody. */
  attended?: Rule
}

// oxlint-disable-next-line no-explicit-any -- projections of different documents have no common supertype
export type AnyProjection = Projection<any, any>
