import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { addDays, endOfBusiness, isWorkingDay, localDate } from '@qinqing/domain/language/calendar'
import { standingOf } from '../../parts/desk/standing.ts'

export type DayUse = 'used' | 'paused' | 'left' | 'over'

const most = 90

/** The working days of a promise in the order in which they pass: used, paused, left, and beyond what was promised. */
export function daysOf(
  application: Pick<ApplicationDocument, 'status' | 'submittedAt' | 'promise' | 'pauses' | 'closedAt'>, present: string,
): DayUse[] {
  const { submittedAt, pauses, closedAt } = application
  const now = closedAt ?? present
  const standing = standingOf(application, now)
  if (!submittedAt || !standing) return []
  const today = localDate(now)
  const last = standing.dueDate > today ? standing.dueDate : today
  const isPaused = (day: string) => {
    const close = endOfBusiness(day)
    return pauses.some(({ from, to }) => from < close && close <= (to ?? now))
  }
  const kindOf = (day: string): DayUse => {
    if (isPaused(day)) return 'paused'
    if (day > standing.dueDate) return 'over'
    // While it waits for the enterprise, today is not the office's day yet.
    return day < today || (day === today && standing.group !== 'paused') ? 'used' : 'left'
  }
  const days: DayUse[] = []
  const after = (day: string) => addDays(day, 1, 'calendar').date
  for (let day = after(localDate(submittedAt)); day <= last && days.length < most; day = after(day)) {
    if (isWorkingDay(day)) days.push(kindOf(day))
  }
  return days
}
