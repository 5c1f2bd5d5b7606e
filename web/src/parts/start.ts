import { newId } from '@qinqing/api/client'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import type { Problem } from '@qinqing/realtime/client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAsk } from '../kit/ask.ts'
import { useEnterprise } from './enterprise.ts'

/** What an enterprise can do with an item now: begin, go on with what it has begun, or look. */
export type Way = 'start' | 'continue' | 'correct' | 'follow' | 'result' | 'closed'

type Startable = Pick<MatchDocument, 'policy' | 'item' | 'application' | 'open' | 'lane'>

const ways: Partial<Record<NonNullable<MatchDocument['application']>['status'], Way>> = {
  draft: 'continue', submitted: 'follow', claimed: 'follow', correcting: 'correct', resubmitted: 'follow', approved: 'result',
}

export const wayOf = ({ application, open }: Pick<Startable, 'application' | 'open'>): Way =>
  (application && ways[application.status]) ?? (open ? 'start' : 'closed')

/** Where a way leads, unless something must be asked first. */
export function wayTo({ application }: Pick<Startable, 'application'>, way: Way): string | undefined {
  if (!application || way === 'start' || way === 'closed') return undefined
  return way === 'continue' || way === 'correct' ? `/applications/${application.id}/form` : `/applications/${application.id}`
}

export interface Starting {
  start: () => void
  busy: boolean
  problem: Problem | null
}

/** Begins an application for an item, and goes on to its form. */
export function useStart({ policy, item }: Pick<Startable, 'policy' | 'item'>): Starting {
  const go = useNavigate()
  const enterprise = useEnterprise()
  const [id] = useState(newId)
  const { ask, busy, problem } = useAsk('application', id)
  const start = async () => {
    const receipt = await ask('StartApplication', { policy, item, enterprise: enterprise.id })
    if (receipt) await go(`/applications/${id}/form`)
  }
  return { start: () => void start(), busy: busy !== null, problem }
}
