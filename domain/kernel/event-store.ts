import type { Pending, Recorded } from './message.ts'

/** Events for one stream, to be written only when the stream is at `expected`; -1 means that it must not exist. */
export interface Write {
  stream: string
  expected: number
  events: readonly Pending[]
}

/** A stream that is not written but must still be at `expected`. */
export interface Check {
  stream: string
  expected: number
}

export interface Appended {
  /** The position of the last event written. */
  position: number
  /** The revision that each written stream has now. */
  revisions: Readonly<Record<string, number>>
}

export interface Batch {
  events: Recorded[]
  /** The place in the log up to which everything has been read, also when no event was of interest. */
  position: number
}

export interface Interest {
  after: number
  /** Event types wanted; all when left out. */
  types?: readonly string[]
  /** At most so many events in one batch; 500 when left out. */
  limit?: number
  signal?: AbortSignal
}

/** The log. An abstract class rather than an interface, so that Nest injects it without a token. */
export abstract class EventStore {
  /** Names this history: a new one after a restore, a reset or a move, so that nobody mistakes its positions for another's. */
  abstract identity(): Promise<string>
  /** The events of a stream from revision `from` on; empty when there are none. */
  abstract read(stream: string, from?: number): Promise<Recorded[]>
  /**
   * Writes all events of all streams or none. Never empty, never twice the same stream.
   * The same events at the same expected revisions again answer as the first time (also when a checked stream has moved on since).
   * Throws `Conflict` (of the first stream that is elsewhere) or `Unknown` (no answer in time).
   */
  abstract append(writes: readonly Write[], checks?: readonly Check[]): Promise<Appended>
  /** One batch after a position, at once; its position is the head when all has been read. */
  abstract page(interest: Interest): Promise<Batch>
  /** What has happened, in order, and then what happens, for as long as the signal is quiet; ends quietly when it is raised. */
  abstract follow(interest: Interest): AsyncIterable<Batch>
  /** The position of the last event; 0 when the log is empty. */
  abstract head(): Promise<number>
  abstract close(): Promise<void>
}
