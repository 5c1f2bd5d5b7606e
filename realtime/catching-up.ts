import type { Snapshot } from './channel.ts'
import type { Held, Opened, Topic } from './contract.ts'

/** What somebody is sent who comes, or comes back: of the log that he knows, what is newer and what he does not hold; of another one, everything. */
export function caughtUp({ position, rows, ids, total, stamp = '' }: Snapshot, kind: Topic['kind'], held: Held | null, log: string): Opened {
  const continued = held !== null && held.log === log
  const have = new Set(held?.ids)
  // Rows of a view have no position of their own that would tell what has changed since, nor have those that were repaired meanwhile.
  const told = continued && kind !== 'view' && (held.stamp ?? '') === stamp
  const news = told ? rows.filter(row => row.position > held.position || !have.has(row.id)) : rows
  return { log, position, rows: [...news], ids: [...ids], total, continued, stamp }
}
