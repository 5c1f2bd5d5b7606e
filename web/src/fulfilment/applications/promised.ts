import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import {
  endOfBusiness,
  isWorkingDay,
  localDate,
  type Limit,
  type Pause,
  promise,
  type Promised,
  workingDaysBetween,
} from '@qinqing/domain/language/calendar'
import type { DayUse } from '../../kit/ProgressLine.tsx'

/** How the promise stands now, or stood when the case was closed; undefined before it was given. What has begun has begun and what has ended has ended: the clock may lag a little. */
export function promised(
  { promise: given, submittedAt, pauses, closedAt }: Pick<ApplicationDocument, 'promise' | 'submittedAt' | 'pauses' | 'closedAt'>,
  now: string,
): Promised | undefined {
  const latest = pauses.flatMap(({ from, to }) => [from, to ?? from]).reduce((at, one) => (one > at ? one : at), now)
  return given && submittedAt ? promise(submittedAt, given, [...pauses], closedAt ?? latest) : undefined
}

const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)

/** More days than these are told in words, not drawn. */
const mostDays = 40

/** Each day of a promise in the order in which they pass, as it is counted: used, paused, left, and beyond. */
export function dayUses(start: string, limit: Limit, pauses: readonly Pause[], now: string): DayUse[] {
  const stands = promise(start, limit, [...pauses], now)
  if (limit.days + stands.paused > mostDays) return []
  const counts = (date: string) => limit.unit === 'calendar' || isWorkingDay(date)
  const isPaused = (date: string) => pauses.some(({ from, to }) => from < endOfBusiness(date) && endOfBusiness(date) <= (to ?? now))
  const days: DayUse[] = []
  let used = 0
  for (let day = nextDay(localDate(start)); day <= stands.dueDate; day = nextDay(day)) {
    if (!counts(day)) continue
    if (isPaused(day)) days.push('paused')
    else days.push(used++ < stands.used ? 'used' : 'left')
  }
  const today = localDate(now)
  for (let day = nextDay(stands.dueDate); stands.overdue && day <= today && days.length < mostDays; day = nextDay(day))
    if (counts(day)) days.push('over')
  return days
}

/** Working days until a day; negative when it has passed. */
export function leftUntil(day: string, now: string): number {
  const today = localDate(now)
  return day >= today ? workingDaysBetween(today, day) : -Math.max(1, workingDaysBetween(day, today))
}
