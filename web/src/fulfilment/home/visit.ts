import { useEffect, useState } from 'react'
import { useNow } from '../../kit/now.ts'

/** When one was here before, as it is kept on this device. */
export interface Visit {
  /** Since when changes are news. */
  since: string
  /** When one was last seen here. */
  seen: string
  /** There was no visit before this one. */
  first: boolean
}

/** Who comes back within half an hour has not been away: what was new is still new. */
const restMs = 30 * 60_000

/** The visit that begins, or goes on, now. */
export function visited(before: Visit | null, now: string): Visit {
  if (!before) return { since: now, seen: now, first: true }
  return Date.parse(now) - Date.parse(before.seen) > restMs ? { since: before.seen, seen: now, first: false } : { ...before, seen: now }
}

function kept(key: string): Visit | null {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Visit> | null
    return found && typeof found.since === 'string' && typeof found.seen === 'string'
      ? { since: found.since, seen: found.seen, first: found.first === true }
      : null
  } catch {
    return null
  }
}

/** The visit of one person for one enterprise. */
export function useVisit(person: string, enterprise: string): Visit {
  const key = `qinqing/visit/${person}/${enterprise}`
  const now = useNow()
  const [visit] = useState(() => visited(kept(key), now))
  useEffect(() => {
    localStorage.setItem(key, JSON.stringify({ ...visit, seen: now }))
  }, [key, visit, now])
  return visit
}
