import { type Documents, Problematic, rows } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { useEffect, useState } from 'react'

/** What a search found, by id; the documents themselves are watched. */
export interface Found {
  text: string
  ids: readonly string[]
  problem?: Problem
}

const most = 100

/** The ids of the documents in which a text occurs, looked up when the text changes; undefined until they are known. */
export function useFound(projection: keyof Documents, text: string): Found | undefined {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let stale = false
    if (!text) return undefined
    rows(projection, { text, limit: most }).then(
      answer => { if (!stale) setFound({ text, ids: answer.rows.map(({ id }) => id) }) },
      (error: unknown) => {
        if (!(error instanceof Problematic)) throw error
        if (!stale) setFound({ text, ids: [], problem: error.problem })
      },
    )
    return () => { stale = true }
  }, [projection, text])
  return found?.text === text ? found : undefined
}
