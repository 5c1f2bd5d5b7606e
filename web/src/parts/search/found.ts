import { Problematic } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { useEffect, useState } from 'react'
import type { Side } from '../bell/feed.ts'
import { type GroupName, type Hit, sources } from './sources.ts'

interface Group {
  group: GroupName
  hits: readonly Hit[]
}

export interface Found {
  text: string
  groups: readonly Group[]
  problem?: Problem | undefined
}

/** Input methods and quick typing are waited for. */
const quietMs = 200

/** What is found for a text once one pauses; undefined while it is looked for. What comes late for an older text is dropped. */
export function useFound(side: Side, text: string, enterprise: string, roles: readonly string[]): Found | undefined {
  const [found, setFound] = useState<Found>()
  const mine = roles.join()
  useEffect(() => {
    if (!text) return undefined
    let stale = false
    const timer = setTimeout(() => void look(side, text, enterprise, mine.split(',')).then(answer => { if (!stale) setFound(answer) }), quietMs)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [side, text, enterprise, mine])
  return found?.text === text ? found : undefined
}

async function look(side: Side, text: string, enterprise: string, roles: readonly string[]): Promise<Found> {
  let problem: Problem | undefined
  const asked = sources[side].filter(one => !one.roles || one.roles.some(role => roles.includes(role)))
  const groups = await Promise.all(asked.map(async ({ group, find }): Promise<Group> => {
    try {
      return { group, hits: await find(text, enterprise) }
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      problem = error.problem
      return { group, hits: [] }
    }
  }))
  return { text, groups: groups.filter(({ hits }) => hits.length > 0), problem }
}
