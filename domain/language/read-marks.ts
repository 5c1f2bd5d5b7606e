/** How far somebody has read on a shelf: all up to `through`, and these besides. */
export interface Shelf {
  through: string
  read: readonly { id: string; at: string }[]
}

/** `seen` is when somebody was last noted here; what happened after `since` is news. There was no visit before the first. */
export interface Visit {
  since: string
  seen: string
  first: boolean
}

/** So many notices are remembered as read one by one; behind the oldest of them everything counts as read. */
export const mostRead = 100

/** Who comes back within half an hour has not been away: what was new is still new. */
export const restMs = 30 * 60_000

/** So often at most it is noted that somebody is here. */
const notedMs = 10 * 60_000

export const unread: Shelf = { through: '', read: [] }

const byTime = (a: { at: string; id: string }, b: { at: string; id: string }) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)

/** The shelf with these read too; what does not fit any more moves the mark behind which everything is read. */
export function marked({ through, read }: Shelf, notices: Shelf['read']): Shelf {
  const news = notices.filter(({ id, at }, n) => at > through && ![...read, ...notices.slice(0, n)].some(one => one.id === id))
  const all = [...read, ...news].toSorted(byTime)
  const dropped = all[all.length - mostRead - 1]
  return dropped ? cleared({ through, read: all }, dropped.at) : { through, read: all }
}

/** The shelf with everything read up to then. */
export function cleared({ through, read }: Shelf, to: string): Shelf {
  const mark = to > through ? to : through
  return { through: mark, read: read.filter(({ at }) => at > mark) }
}

/** The visit that begins, or goes on, now: what happened since one was last noted is news. */
export function visited(before: Visit | undefined, now: string): Visit {
  if (!before) return { since: now, seen: now, first: true }
  return Date.parse(now) - Date.parse(before.seen) > restMs ? { since: before.seen, seen: now, first: false } : { ...before, seen: now }
}

/** Whether it is to be noted that somebody is here. */
export const isToNote = (before: Visit | undefined, now: string): boolean => !before || Date.parse(now) - Date.parse(before.seen) >= notedMs
