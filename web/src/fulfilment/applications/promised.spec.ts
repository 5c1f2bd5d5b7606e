import { dayUses, leftUntil, promised } from './promised.ts'

/** Submitted on Monday, 16 November 2026, at 09:12 in the city. */
const start = '2026-11-16T01:12:00.000Z'
const five = { days: 5, unit: 'working' } as const

it.each([
  ['on the day itself', '2026-11-16T03:00:00.000Z', [], 'left left left left left'],
  ['after three days', '2026-11-18T10:00:00.000Z', [], 'used used left left left'],
  ['on Saturday all are used', '2026-11-21T03:00:00.000Z', [], 'used used used used left'],
  ['a week later it is late', '2026-11-25T03:00:00.000Z', [], 'used used used used used over over'],
  [
    'a pause of two days is added', '2026-11-20T10:00:00.000Z', [{ from: '2026-11-17T08:40:00.000Z', to: '2026-11-19T09:05:00.000Z' }],
    'paused paused used used left left left',
  ],
])('%s', (_, now, pauses, days) => expect(dayUses(start, five, pauses, now).join(' ')).toBe(days))

it('draws every day of a promise in calendar days', () =>
  expect(dayUses(start, { days: 7, unit: 'calendar' }, [], '2026-11-18T12:00:00.000Z')).toHaveLength(7))
it('draws nothing when there are too many days to see', () =>
  expect(dayUses(start, { days: 60, unit: 'working' }, [], '2026-11-18T12:00:00.000Z')).toEqual([]))

it('stands still when the case is closed', () => {
  const given = { ...five, dueDate: '2026-11-23', dueAt: '2026-11-23T09:30:00.000Z', estimated: false }
  const application = { promise: given, submittedAt: start, pauses: [], closedAt: '2026-11-18T02:00:00.000Z' }
  expect(promised(application, '2027-03-01T00:00:00.000Z')).toMatchObject({ used: 2, state: 'running' })
  expect(promised({ ...application, closedAt: null }, '2026-11-24T00:00:00.000Z')).toMatchObject({ used: 5, state: 'late' })
  expect(promised({ ...application, promise: null, submittedAt: null }, start)).toBeUndefined()
})

it('runs again from the moment a correction is back, though the clock of the page lags', () => {
  const given = { ...five, dueDate: '2026-11-23', dueAt: '2026-11-23T09:30:00.000Z', estimated: false }
  const pauses = [{ from: '2026-11-17T08:40:00.000Z', to: '2026-11-19T09:05:07.000Z' }]
  expect(promised({ promise: given, submittedAt: start, pauses, closedAt: null }, '2026-11-19T09:05:00.000Z')).toMatchObject({ state: 'running' })
})

it('rests from the moment a correction is asked for, though the clock of the page lags', () => {
  const given = { ...five, dueDate: '2026-11-23', dueAt: '2026-11-23T09:30:00.000Z', estimated: false }
  const pauses = [{ from: '2026-11-17T08:40:07.000Z' }]
  expect(promised({ promise: given, submittedAt: start, pauses, closedAt: null }, '2026-11-17T08:40:00.000Z')).toMatchObject({ state: 'paused' })
})

it.each([
  ['2026-11-25', 2], ['2026-11-23', 0], ['2026-11-30', 5], ['2026-11-20', -1], ['2026-11-13', -6],
])('until %s there are %i working days', (day, left) =>
  expect(leftUntil(day, '2026-11-23T02:32:00.000Z')).toBe(left))
it('is late on the weekend after it', () => expect(leftUntil('2026-11-20', '2026-11-21T02:00:00.000Z')).toBe(-1))
