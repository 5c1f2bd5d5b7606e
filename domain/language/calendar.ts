import { z } from 'zod'
import { holidays } from './holidays.ts'

export const calendar = z.object({
  knownFrom: z.iso.date(),
  knownThrough: z.iso.date(),
  off: z.record(z.iso.date(), z.boolean()),
})
export type Calendar = z.infer<typeof calendar>

const dayUnit = z.enum(['working', 'calendar'])
export type DayUnit = z.infer<typeof dayUnit>

/** How many days are promised; 0 until somebody has said it. */
export const limit = z.object({ days: z.int().min(0).max(3650), unit: dayUnit })
export type Limit = z.infer<typeof limit>

export const pause = z.object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }).optional() })
export type Pause = z.infer<typeof pause>

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000
const CLOSE = 17.5 * 3_600_000 - SHANGHAI

// A date without a zone is read as UTC and an instant must name its zone: so the host's zone never matters.
const dated = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

function number(date: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) / DAY : NaN
  if (Number.isNaN(day) || dated(day) !== date) throw new RangeError(`not a date: ${date.slice(0, 40)}`)
  return day
}

function milliseconds(instant: string): number {
  const at = /T.*(Z|[+-]\d\d:\d\d)$/.test(instant) ? Date.parse(instant) : NaN
  if (Number.isNaN(at)) throw new RangeError(`not an instant with its zone: ${instant.slice(0, 40)}`)
  return at
}

/** The date in Liuzhou at an instant. */
export const localDate = (instant: string): string => new Date(milliseconds(instant) + SHANGHAI).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekday = (date: string): number => weekdayOf(number(date))

// The first of January 1970 was a Thursday.
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** 17:30 in Liuzhou. */
export const endOfBusiness = (date: string): string => new Date(number(date) * DAY + CLOSE).toISOString()

export const isWorkingDay = (date: string, days: Calendar = holidays): boolean => counts(number(date), 'working', days)

const counts = (day: number, unit: DayUnit, { off }: Calendar): boolean =>
  unit === 'calendar' || !(off[dated(day)] ?? [0, 6].includes(weekdayOf(day)))

const isKnown = (date: string, unit: DayUnit, days: Calendar): boolean =>
  unit === 'calendar' || (date >= days.knownFrom && date <= days.knownThrough)

/** The nth day after a date; an estimate when the way there leaves the announced calendar. */
export function addDays(date: string, n: number, unit: DayUnit, days: Calendar = holidays): { date: string; estimated: boolean } {
  let day = number(date)
  for (let left = n; left > 0; left -= counts(day, unit, days) ? 1 : 0) day += 1
  const reached = dated(day)
  return { date: reached, estimated: n > 0 && !(isKnown(date, unit, days) && isKnown(reached, unit, days)) }
}

/** Working days after the first date up to and with the second. */
export function workingDaysBetween(from: string, to: string, days: Calendar = holidays): number {
  let found = 0
  for (let day = number(from) + 1; day <= number(to); day += 1) found += counts(day, 'working', days) ? 1 : 0
  return found
}

export interface Promised {
  dueDate: string
  dueAt: string
  unit: DayUnit
  used: number
  paused: number
  left: number
  estimated: boolean
  overdue: boolean
  state: 'running' | 'paused' | 'late'
}

/**
 * How a promise of so many days stands. A day counts when the promise runs at its close, 17:30; a day that closes within a pause
 * is added at the end, and while a pause lasts the due date is the one that holds if it ended now.
 */
export function promise(start: string, { days: promised, unit }: Limit, pauses: Pause[], now: string, days: Calendar = holidays): Promised {
  const today = number(localDate(now))
  const present = milliseconds(now)
  const spans = pauses.map(({ from, to }) => [milliseconds(from), Math.min(to ? milliseconds(to) : present, present)] as const)
  const isPaused = (day: number) => spans.some(([from, to]) => from < day * DAY + CLOSE && day * DAY + CLOSE <= to)
  const waiting = pauses.some(({ from, to }) => milliseconds(from) <= present && (!to || milliseconds(to) > present))

  const first = number(localDate(start))
  let [day, counted, used, paused] = [first, 0, 0, 0]
  while (counted < promised) {
    day += 1
    if (!counts(day, unit, days)) continue
    if (isPaused(day)) {
      paused += 1
      continue
    }
    counted += 1
    // While it waits for the enterprise, today is not the office's day yet.
    if (day < today || (day === today && !waiting)) used += 1
  }
  const dueDate = dated(day)
  const dueAt = endOfBusiness(dueDate)
  const overdue = present > milliseconds(dueAt)
  return {
    dueDate, dueAt, unit, used, paused, left: promised - used,
    estimated: !(isKnown(dated(first), unit, days) && isKnown(dueDate, unit, days)),
    overdue, state: overdue ? 'late' : waiting ? 'paused' : 'running',
  }
}
