import { rows } from '@qinqing/api/client'
import { useEffect, useState } from 'react'

const none: ReadonlySet<string> = new Set()
const quietMs = 250

/** What the full text of items finds; until it answers, and when it cannot be asked, nothing. */
export function useHits(q: string): { hits: ReadonlySet<string>, searching: boolean } {
  const [found, setFound] = useState({ q: '', hits: none })
  useEffect(() => {
    if (!q) return
    let over = false
    const timer = setTimeout(() => {
      rows('items', { text: q, limit: 200 })
        .then(answer => new Set(answer.rows.map(({ id }) => id)), () => none)
        .then(hits => { if (!over) setFound({ q, hits }) })
    }, quietMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [q])
  return found.q === q ? { hits: found.hits, searching: false } : { hits: none, searching: q !== '' }
}
