import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { type Group, standingOf } from './standing.ts'

type Promising = Parameters<typeof standingOf>[0]

// Submitted on Monday 2 March 2026; five working days end on Monday 9 March at 17:30.
const five: Promising = {
  status: 'claimed', submittedAt: '2026-03-02T01:00:00.000Z', pauses: [],
  promise: { days: 5, unit: 'working', dueDate: '2026-03-09', dueAt: '2026-03-09T09:30:00.000Z', estimated: false },
}
const calendar: Promising = {
  ...five, promise: { days: 10, unit: 'calendar', dueDate: '2026-03-12', dueAt: '2026-03-12T09:30:00.000Z', estimated: false },
}
const correcting: Promising = { ...five, status: 'correcting', pauses: [{ from: '2026-03-04T01:00:00.000Z' }] }
const corrected: Promising = {
  ...five, status: 'resubmitted', pauses: [{ from: '2026-03-04T01:00:00.000Z', to: '2026-03-06T01:00:00.000Z' }],
}

test.each<[string, Promising, string, Group, number, string]>([
  ['more than two working days are later', five, '2026-03-03T02:00:00.000Z', 'later', 4, '2026-03-09'],
  ['two working days with a weekend between them', five, '2026-03-05T02:00:00.000Z', 'two', 2, '2026-03-09'],
  ['the last day until half past five', five, '2026-03-09T09:29:00.000Z', 'today', 0, '2026-03-09'],
  ['the evening of the last day is late', five, '2026-03-09T09:31:00.000Z', 'late', -1, '2026-03-09'],
  ['three working days late', five, '2026-03-12T02:00:00.000Z', 'late', -3, '2026-03-09'],
  ['calendar days are said in working days', calendar, '2026-03-05T02:00:00.000Z', 'later', 5, '2026-03-12'],
  [
    'while the enterprise is awaited nothing is due, and the day moves on', correcting, '2026-03-10T02:00:00.000Z', 'paused', 3,
    '2026-03-13',
  ],
  ['an answered correction runs again, so much later', corrected, '2026-03-06T02:00:00.000Z', 'later', 3, '2026-03-11'],
])('%s', (_, application, now, group, workingDays, dueDate) => {
  expect(standingOf(application, now)).toMatchObject({ group, workingDays, dueDate })
})

test('a draft promises nothing', () => {
  expect(standingOf(
    { status: 'draft', submittedAt: null, promise: null, pauses: [] } satisfies Pick<ApplicationDocument,
    'status' | 'submittedAt' | 'promise' | 'pauses'>, '2026-03-05T02:00:00.000Z',
  )).toBeUndefined()
})
