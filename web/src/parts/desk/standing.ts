import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { localDate, promise, type Promised, workingDaysBetween } from '@qinqing/domain/language/calendar'

/** In the order in which a queue shows them. */
export const groups = ['late', 'today', 'two', 'later', 'paused'] as const
export type Group = (typeof groups)[number]

export interface Standing extends Promised {
  group: Group
  /** Working days until it is due, also where calendar days are promised; negative when it is late. */
  workingDays: number
}

type Promising = Pick<ApplicationDocument, 'status' | 'submittedAt' | 'promise' | 'pauses'>

const daysUntil = ({ dueDate, overdue }: Promised, today: string): number =>
  (overdue ? -Math.max(1, workingDaysBetween(dueDate, today)) : workingDaysBetween(today, dueDate))

function groupOf({ status }: Promising, { dueDate, overdue }: Promised, workingDays: number, today: string): Group {
  // While the enterprise is awaited nobody here can do anything about it, however late it is.
  if (status === 'correcting') return 'paused'
  if (overdue) return 'late'
  if (dueDate === today) return 'today'
  return workingDays <= 2 ? 'two' : 'later'
}

/** How the promise of a case stands at an instant; undefined before it was submitted. */
export function standingOf(application: Promising, now: string): Standing | undefined {
  const { submittedAt, promise: given, pauses } = application
  if (!submittedAt || !given) return undefined
  const today = localDate(now)
  const promised = promise(submittedAt, given, [...pauses], now)
  const workingDays = daysUntil(promised, today)
  return { ...promised, workingDays, group: groupOf(application, promised, workingDays, today) }
}

const known = new WeakMap<object, { minute: string, standing: Standing | undefined }>()

/** The same, worked out once a minute: a queue asks for hundreds of cases at each stroke of a key. */
export function standing(application: ApplicationDocument, now: string): Standing | undefined {
  const minute = now.slice(0, 16)
  const before = known.get(application)
  if (before?.minute === minute) return before.standing
  const found = standingOf(application, now)
  known.set(application, { minute, standing: found })
  return found
}
