import { z } from 'zod'
import { canonical } from '@qinqing/domain/kernel/canonical'
import type { Predicate } from '@qinqing/projections/kernel/predicate'

/** What may be watched: one document, the rows of a query, how many there are, a view, or who looks at which documents. */
export type Topic =
  | { kind: 'document'; projection: string; id: string }
  | { kind: 'query'; projection: string; where: Predicate; sort: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]; limit: number }
  | { kind: 'count'; projection: string; where: Predicate }
  | { kind: 'view'; view: string; params: Readonly<Record<string, string>> }
  | { kind: 'presence'; projection: string }

/** A topic of which the log knows: what is left is only true for the moment. */
export type Recorded = Exclude<Topic, { kind: 'presence' }>

/** What the topic is called on the wire. */
export const keyOf = (topic: Topic): string => canonical(topic)

/** What the client still holds of a topic: it gets only what changed since, and what it does not hold. */
export interface Held {
  log: string
  position: number
  /** Rows that have not changed can come into sight again, so the position alone does not say what is missing. */
  ids: readonly string[]
  /** What the answer that it was opened with said. */
  stamp?: string | undefined
}

export interface Row {
  id: string
  position: number
  document: unknown
}

/** The answer to `watch`: the rows that are new since what was held, and the ids of all rows there are now, in order. */
export interface Opened {
  log: string
  position: number
  rows: Row[]
  ids: string[]
  /** How many rows the query has in all; more than `ids` when the limit cut it. */
  total: number
  /** False when the client must drop what it held (another log, or held nothing). */
  continued: boolean
  /** When it is another one than what was held, rows at their old positions may say something else, and all of them come. */
  stamp: string
}

/** A problem document (RFC 9457) as every door gives it. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: { zh: string; en: string }
  [more: string]: unknown
}

/** What changed in one topic. A row with `document: null` is gone, for this viewer and topic. */
export interface Frame {
  topic: string
  position: number
  rows: Row[]
  total?: number
  /** The order of all rows, where no sort says it: in views, when it has changed. */
  ids?: string[]
  /** Some of it was repaired: it holds whatever positions say. */
  anew?: boolean
}

/** Everything watched is as it was at this position of this log, or later. */
export interface Beat {
  log: string
  position: number
  at: string
}

export interface ServerToClient {
  /** First word after each connection: the log's name, its position, and the server's time. */
  welcome: (beat: Beat) => void
  /** All changes of a tick; acknowledged, so that the server knows how far behind one is. */
  push: (frames: Frame[], beat: Beat, received: () => void) => void
  /** Sent every few seconds: nothing newer has happened than what was pushed. */
  beat: (beat: Beat) => void
  /** The topic is closed: a right was taken away. */
  closed: (topic: string, problem: Problem) => void
  /** Why the server is about to end the connection. */
  bye: (problem: Problem) => void
}

export interface ClientToServer {
  watch: (topic: Topic, held: Held | null, answer: (opened: Opened | Problem) => void) => void
  unwatch: (topic: string) => void
  /** Looks at a document now; answered until when that holds unless it is said again. */
  attend: (projection: string, id: string, answer: (attended: Attended | Problem) => void) => void
  /** Looks at it no longer. */
  leave: (projection: string, id: string) => void
  /** Answered as soon as everything watched has come to the position and was pushed; after a while also when it has not. */
  reach: (position: number, answer: (beat: Beat | Problem) => void) => void
}

/** For how long one counts as looking. */
export interface Attended {
  forMs: number
}

/** The numbers that bound the live door. */
export const bounds = {
  topics: 400,
  rows: 500,
  predicates: 40,
  depth: 5,
  inFlight: 64,
  backlogBytes: 256 * 1024,
  silenceMs: 30_000,
  beatMs: 5_000,
  /** How long changes are gathered before they are pushed together. */
  tickMs: 5,
  /** How long a client that is ahead of the documents, or waits for its own write, is kept waiting. */
  patienceMs: 5_000,
  /** Reads for topics that are under way at once, for everybody, and topics that one socket is having opened. */
  reads: 8,
  openings: 4,
  socketsPerPerson: 40,
  messageBytes: 128 * 1024,
  /** Beyond this a message is not even read: the connection ends without a word. */
  frameBytes: 2 * 1024 * 1024,
  /** Messages of one socket: so many at once, and so many a second in the long run. */
  messages: { burst: 1_200, perSecond: 200 },
  waits: 32,
  /** Documents that one socket looks at, and for how long without saying so again. */
  attending: 20,
  attendMs: 90_000,
} as const

const value = z.union([z.string().max(200), z.number(), z.boolean(), z.null()])

const field = z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,60}$/)

/** A predicate that came over the wire: known operators, bounded in depth and size. */
export const predicateSchema: z.ZodType<Predicate> = z.custom<Predicate>(input => bounded(input, bounds.depth, { left: bounds.predicates }), 'not a predicate')

function bounded(input: unknown, depth: number, budget: { left: number }): boolean {
  if (!Array.isArray(input) || depth < 0 || --budget.left < 0) return false
  const [operator, first, second] = input as unknown[]
  switch (operator) {
    case 'always': case 'never': return input.length === 1
    case 'all': case 'any': return input.length === 2 && Array.isArray(first) && first.every(one => bounded(one, depth - 1, budget))
    case 'not': return input.length === 2 && bounded(first, depth - 1, budget)
    case 'in': return input.length === 3 && field.safeParse(first).success && z.array(value).max(200).safeParse(second).success
    case 'eq': case 'ne': case 'lt': case 'lte': case 'gt': case 'gte': case 'has':
      return input.length === 3 && field.safeParse(first).success && value.safeParse(second).success
    default: return false
  }
}

const name = z.string().regex(/^[a-z][a-z-]{0,40}$/)
const id = z.string().min(1).max(250)
const sort = z.array(z.tuple([field, z.enum(['asc', 'desc'])])).max(3)

/** Topics as they come over the wire. */
export const topicSchema: z.ZodType<Topic> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), projection: name, id }),
  z.strictObject({ kind: z.literal('query'), projection: name, where: predicateSchema, sort, limit: z.int().min(1).max(bounds.rows) }),
  z.strictObject({ kind: z.literal('count'), projection: name, where: predicateSchema }),
  z.strictObject({ kind: z.literal('presence'), projection: name }),
  z.strictObject({ kind: z.literal('view'), view: name, params: z.record(z.string().max(40), z.string().max(200)) }),
])

/** What a client says it holds, as it comes over the wire. */
export const heldSchema: z.ZodType<Held | null> = z.strictObject({
  log: z.string().max(100),
  position: z.int().min(0),
  ids: z.array(id).max(bounds.rows),
  stamp: z.string().max(200).optional(),
}).nullable()
