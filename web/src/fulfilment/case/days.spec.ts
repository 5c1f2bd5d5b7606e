import { daysOf, type DayUse } from './days.ts'

type Case = Parameters<typeof daysOf>[0]

// Submitted on Monday 2 March 2026, five working days: 3, 4, 5, 6 and 9 March.
const five: Case = {
  status: 'claimed', submittedAt: '2026-03-02T01:00:00.000Z', pauses: [], closedAt: null,
  promise: { days: 5, unit: 'working', dueDate: '2026-03-09', dueAt: '2026-03-09T09:30:00.000Z', estimated: false },
}
const closed: Case = { ...five, status: 'approved', closedAt: '2026-03-05T02:00:00.000Z' }
const letters: Record<DayUse, string> = { used: 'u', paused: 'p', left: '-', over: 'x' }

test.each<[string, Case, string, string]>([
  ['today is used', five, '2026-03-04T02:00:00.000Z', 'uu---'],
  ['what is late goes on after the promise', five, '2026-03-11T02:00:00.000Z', 'uuuuuxx'],
  [
    'paused days are seen where they were', { ...five, pauses: [{ from: '2026-03-04T01:00:00.000Z', to: '2026-03-06T01:00:00.000Z' }] },
    '2026-03-09T02:00:00.000Z', 'uppuu--',
  ],
  [
    'while it waits, today is not used', { ...five, status: 'correcting', pauses: [{ from: '2026-03-04T01:00:00.000Z' }] },
    '2026-03-06T02:00:00.000Z', 'upp----',
  ],
  ['a closed case stands still', closed, '2026-06-01T02:00:00.000Z', 'uuu--'],
  [
    'of calendar days the working ones are shown',
    { ...five, promise: { days: 7, unit: 'calendar', dueDate: '', dueAt: '', estimated: false } }, '2026-03-03T02:00:00.000Z', 'u----',
  ],
  ['a draft has none', { ...five, submittedAt: null, promise: null }, '2026-03-04T02:00:00.000Z', ''],
])('%s', (_, application, now, expected) => expect(daysOf(application, now).map(use => letters[use]).join('')).toBe(expected))
