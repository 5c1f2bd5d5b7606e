import { type DayUnit, isWorkingDay, localDate } from '@qinqing/domain/language/calendar'

const DAY = 86_400_000
const MINUTE = 60_000

/** The instant at which clocks in Liuzhou show so many minutes after midnight. */
export const moment = (date: string, minute: number): string => new Date(Date.parse(`${date}T00:00:00+08:00`) + minute * MINUTE).toISOString()

/** The date so many days later, or earlier when negative. */
export const shifted = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

const counts = (date: string, unit: DayUnit): boolean => unit === 'calendar' || isWorkingDay(date)

/** The nth day before a date, or after it when negative. */
export function back(date: string, days: number, unit: DayUnit = 'working'): string {
  const step = days < 0 ? 1 : -1
  let reached = date
  for (let left = Math.abs(days); left > 0; left -= counts(reached, unit) ? 1 : 0) reached = shifted(reached, step)
  return reached
}

/** The demo ends now and looks back from here. */
export interface Present {
  now: string
  today: string
  /** The last day on which officials have been at work for a while. */
  workday: string
  /** Today, or the next working day. */
  dueday: string
}

export function presentAt(now: string): Present {
  const today = localDate(now)
  const isOpen = isWorkingDay(today) && now >= moment(today, 10 * 60)
  return { now, today, workday: isOpen ? today : back(today, 1), dueday: isWorkingDay(today) ? today : back(today, -1) }
}

/** Moments in their order, none of them later than now: what would lie ahead is drawn close together just before. */
export function settled(wanted: readonly string[], now: string): string[] {
  const times = wanted.map(at => Date.parse(at))
  for (let n = 1; n < times.length; n++) times[n] = Math.max(times[n]!, times[n - 1]! + 3 * MINUTE)
  let latest = Date.parse(now) - 2 * MINUTE
  for (let n = times.length - 1; n >= 0; n--) {
    times[n] = Math.min(times[n]!, latest)
    latest = times[n]! - 3 * MINUTE
  }
  return times.map(at => new Date(at).toISOString())
}
