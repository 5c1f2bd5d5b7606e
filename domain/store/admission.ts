import type { Appended, Write } from '../kernel/event-store.ts'

/** The part of an append that decides whether it may be written. */
export interface Wanted {
  stream: string
  expected: number
  ids: readonly string[]
}

/** What the log knows of its streams at this moment. */
export interface Known {
  /** The revision of a stream; -1 when it does not exist. */
  head(stream: string): number
  /** The id of the event at a revision. */
  id(stream: string, revision: number): string | undefined
  /** Whether an event of this id is in the stream, at whatever revision. */
  has(stream: string, id: string): boolean
}

export type Verdict = 'write' | 'repeat' | { stream: string; current: number }

/** Says what to do with an append: write it, answer as the first time, or name the first stream that is elsewhere. */
export function admit(writes: readonly Wanted[], checks: readonly { stream: string; expected: number }[], known: Known): Verdict {
  const present = ({ stream, expected, ids }: Wanted) => ids.every((id, n) => known.id(stream, expected + 1 + n) === id)
  const moved = ({ stream, expected }: { stream: string; expected: number }) => known.head(stream) !== expected
  const elsewhere = writes.find(moved)
  if (elsewhere && writes.every(present)) return 'repeat'
  // Known ids at an expected revision that is right: the same events again, but for another place.
  const doubled = () => writes.find(({ stream, expected, ids }) => expected >= 0 && ids.some(id => known.has(stream, id)))
  const fault = elsewhere ?? doubled() ?? checks.find(moved)
  return fault ? { stream: fault.stream, current: known.head(fault.stream) } : 'write'
}

/** The answer to an append that is in the log, the first time and each time again. */
export function answer(writes: readonly Write[], position: number): Appended {
  return { position, revisions: Object.fromEntries(writes.map(({ stream, expected, events }) => [stream, expected + events.length])) }
}
