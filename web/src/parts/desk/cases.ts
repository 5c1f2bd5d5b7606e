import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { localDate } from '@qinqing/domain/language/calendar'
import { createContext, use } from 'react'
import { type LiveCount, type LiveRows, useCount, useRows } from '../../kit/live.tsx'
import { useNow } from '../../kit/now.ts'
import { useSession } from '../../kit/session.tsx'
import { closedStatuses, openStatuses } from './queue.ts'

/** How many cases a list holds at most. */
export const mostCases = 500

/** The office that one acts for, or else all of one's offices. */
export function useOffices(): readonly string[] {
  const { hat, viewer } = useSession()
  return hat?.kind === 'office' ? [hat.id] : viewer.offices
}

/** Set below it, one looks back at what was: nothing can be done there. */
export const LookingBack = createContext(false)

/** Whether somebody sees cases at all, and whether they may decide, or lead those who do. */
export function useRights(): { sees: boolean, decides: boolean, leads: boolean, edits: boolean } {
  const { viewer: { roles } } = useSession()
  const back = use(LookingBack)
  const [decides, leads] = (['reviewer', 'lead'] as const).map(role => roles.includes(role)) as [boolean, boolean]
  return { decides: decides && !back, leads: leads && !back, sees: decides || leads, edits: roles.includes('editor') }
}

/** Everything open in the office: one live list, from which baskets, groups and positions are worked out. */
export function useOpenCases(): LiveRows<ApplicationDocument> {
  const offices = useOffices()
  return useRows('applications', {
    where: ['all', [['in', 'office', offices], ['in', 'status', openStatuses]]], sort: [['dueAt', 'asc'], ['number', 'asc']],
    limit: mostCases,
  })
}

/** What is closed, the latest first. */
export function useClosedCases(limit: number): LiveRows<ApplicationDocument> {
  const offices = useOffices()
  return useRows('applications', {
    where: ['all', [['in', 'office', offices], ['in', 'status', closedStatuses]]], sort: [['closedAt', 'desc']], limit,
  })
}

export function useClosedCount(): LiveCount {
  const offices = useOffices()
  return useCount('applications', ['all', [['in', 'office', offices], ['in', 'status', closedStatuses]]])
}

/** How many were decided today. */
export function useDecidedToday(): LiveCount {
  const offices = useOffices()
  const midnight = new Date(`${localDate(useNow())}T00:00:00+08:00`).toISOString()
  return useCount(
    'applications', ['all', [['in', 'office', offices], ['in', 'status', ['approved', 'refused']], ['gte', 'closedAt', midnight]]],
  )
}

/** These very cases, in their order. */
export function useNumbered(numbers: readonly string[]): { live: LiveRows<ApplicationDocument>, found: readonly ApplicationDocument[] } {
  const live = useRows<ApplicationDocument>('applications', { where: ['in', 'number', numbers], limit: 200 })
  const byNumber = new Map(live.documents.map(one => [one.number, one]))
  return { live, found: numbers.flatMap(number => byNumber.get(number) ?? []) }
}
