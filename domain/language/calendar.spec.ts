import { execFileSync } from 'node:child_process'
import {
  addDays, type Calendar, calendar, type DayUnit, endOfBusiness, isWorkingDay, localDate, type Pause, promise, type Promised, weekday,
  workingDaysBetween,
} from './calendar.ts'
import { holidays } from './holidays.ts'

test('the shipped calendar has the shape that others must have', () => {
  expect(calendar.parse(holidays)).toEqual(holidays)
})

describe('the date in Liuzhou', () => {
  test.each([
    ['2026-11-23T15:59:59.999Z', '2026-11-23'],
    ['2026-11-23T16:00:00.000Z', '2026-11-24'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2026-11-23T23:30:00-08:00', '2026-11-24'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
  ])('%s is %s', (instant, date) => expect(localDate(instant)).toBe(date))

  test.each(['2026-11-23T10:00:00', '2026-11-23', 'soon', ''])('%p is no instant with its zone', wrong =>
    expect(() => localDate(wrong)).toThrow(RangeError))

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '__proto__', ''])('%p is no date', wrong =>
    expect(() => isWorkingDay(wrong)).toThrow(RangeError))
})

describe('a working day', () => {
  test.each([
    ['2026-02-13', true, 'a Friday'],
    ['2026-02-14', true, 'a Saturday made up for the Spring Festival'],
    ['2026-02-16', false, 'a Monday of the Spring Festival'],
    ['2026-09-20', true, 'a Sunday made up for the National Day'],
    ['2026-11-21', false, 'a Saturday'],
    ['2018-12-29', true, 'a Saturday that the paper of the next year names'],
    ['1969-12-28', false, 'a Sunday before 1970'],
  ])('%s: %s, %s', (date, working) => expect(isWorkingDay(date)).toBe(working))

  test('closes at 17:30', () => expect(endOfBusiness('2026-11-25')).toBe('2026-11-25T09:30:00.000Z'))

  test.each([['2026-11-22', 0], ['2026-11-25', 3], ['1969-12-31', 3]])('%s is weekday %i', (date, day) => expect(weekday(date)).toBe(day))
})

describe('days after a date', () => {
  const cases: [number, DayUnit, string, string, boolean][] = [
    [5, 'working', '2026-02-12', '2026-02-26', false],
    [1, 'working', '2026-02-13', '2026-02-14', false],
    [3, 'working', '2026-09-18', '2026-09-22', false],
    [7, 'working', '2026-09-30', '2026-10-15', false],
    [60, 'working', '2026-04-30', '2026-07-28', false],
    [28, 'working', '2026-11-23', '2026-12-31', false],
    [29, 'working', '2026-11-23', '2027-01-01', true],
    [1, 'working', '2018-12-28', '2018-12-29', true],
    [0, 'working', '2027-05-01', '2027-05-01', false],
    [1, 'working', '2026-11-21', '2026-11-23', false],
    [90, 'calendar', '2026-11-23', '2027-02-21', false],
    [1, 'calendar', '2028-02-28', '2028-02-29', false],
  ]
  test.each(cases)('%i %s after %s is %s (estimated: %s)', (n, unit, date, reached, estimated) =>
    expect(addDays(date, n, unit)).toEqual({ date: reached, estimated }))

  test.each(cases.filter(([, unit]) => unit === 'working'))('%i %s after %s are counted back from %s', (n, _, date, reached) =>
    expect(workingDaysBetween(date, reached)).toBe(n))

  test('none lie between a date and an earlier one', () => expect(workingDaysBetween('2026-11-25', '2026-11-20')).toBe(0))

  test('another calendar may be given', () => {
    const without: Calendar = { knownFrom: '2020-01-01', knownThrough: '2026-02-20', off: {} }
    expect(addDays('2026-02-12', 5, 'working', without)).toEqual({ date: '2026-02-19', estimated: false })
    expect(addDays('2026-02-12', 7, 'working', without)).toEqual({ date: '2026-02-23', estimated: true })
  })
})

describe('a promise of five working days from Monday 2026-11-16', () => {
  const start = '2026-11-16T01:12:00Z'
  const sixth = { unit: 'working', estimated: false } as const
  const asked: Pause = { from: '2026-11-17T08:40:00Z' }
  const answered: Pause = { ...asked, to: '2026-11-19T09:05:00Z' }
  const due = (dueDate: string) => ({ dueDate, dueAt: `${dueDate}T09:30:00.000Z` })

  const cases: Record<string, { pauses: Pause[]; now: string; then: Partial<Promised> }> = {
    'runs from the day after': {
      pauses: [], now: start, then: { ...sixth, ...due('2026-11-23'), used: 0, paused: 0, left: 5, overdue: false, state: 'running' },
    },
    'uses the day that is today': { pauses: [], now: '2026-11-18T01:00:00Z', then: { used: 2, left: 3, state: 'running' } },
    'is kept until the very close of the last day': {
      pauses: [], now: '2026-11-23T09:30:00Z', then: { used: 5, left: 0, overdue: false, state: 'running' },
    },
    'is late one instant later': {
      pauses: [], now: '2026-11-23T09:30:00.001Z', then: { used: 5, left: 0, overdue: true, state: 'late' },
    },
    'pauses while a correction is awaited': {
      pauses: [asked], now: '2026-11-18T10:00:00Z', then: { ...due('2026-11-25'), used: 0, paused: 2, left: 5, state: 'paused' },
    },
    'moves its date with each day that closes in the pause': {
      pauses: [asked], now: '2026-11-19T10:00:00Z', then: { ...due('2026-11-26'), paused: 3, state: 'paused' },
    },
    'does not move over a weekend': {
      pauses: [{ from: '2026-11-20T08:00:00Z' }], now: '2026-11-22T10:00:00Z', then: { ...due('2026-11-24'), used: 3, paused: 1, left: 2 },
    },
    'goes on when the correction is there': {
      pauses: [answered], now: '2026-11-23T02:32:00Z', then: { ...due('2026-11-25'), used: 3, paused: 2, left: 2, state: 'running' },
    },
    'loses nothing to a pause within one day': {
      pauses: [{ from: '2026-11-17T01:00:00Z', to: '2026-11-17T09:00:00Z' }], now: '2026-11-18T01:00:00Z',
      then: { ...due('2026-11-23'), used: 2, paused: 0 },
    },
    'is not late when the question was put on its last day': {
      pauses: [{ from: '2026-11-23T08:00:00Z' }], now: '2026-11-25T08:00:00Z',
      then: { ...due('2026-11-25'), used: 4, paused: 2, left: 1, overdue: false, state: 'paused' },
    },
    'gets the next day when the answer comes after the close': {
      pauses: [{ from: '2026-11-23T08:00:00Z', to: '2026-11-24T15:00:00Z' }], now: '2026-11-24T15:00:00Z',
      then: { ...due('2026-11-25'), overdue: false, state: 'running', left: 1 },
    },
    'stays late when the question comes too late': {
      pauses: [{ from: '2026-11-24T01:00:00Z' }], now: '2026-11-26T01:00:00Z', then: { ...due('2026-11-23'), overdue: true, state: 'late' },
    },
    'counts pauses that overlap once': {
      pauses: [answered, { from: '2026-11-17T01:00:00Z', to: '2026-11-18T10:00:00Z' }], now: '2026-11-23T02:32:00Z',
      then: { ...due('2026-11-25'), paused: 2 },
    },
    'is told as of then: what ended later had not ended': {
      pauses: [answered], now: '2026-11-18T01:00:00Z', then: { ...due('2026-11-24'), paused: 1, state: 'paused' },
    },
  }
  test.each(Object.entries(cases))('%s', (_, { pauses, now, then }) =>
    expect(promise(start, { days: 5, unit: 'working' }, pauses, now)).toMatchObject(then))

  test('of calendar days counts weekends, in pauses too', () => {
    const weekend: Pause = { from: '2026-11-20T08:00:00Z', to: '2026-11-23T01:00:00Z' }
    expect(promise(start, { days: 10, unit: 'calendar' }, [weekend], '2026-11-23T02:00:00Z'))
      .toMatchObject({ unit: 'calendar', ...due('2026-11-29'), used: 4, paused: 3, left: 6, estimated: false })
  })

  test('says so when its end is not announced yet', () => {
    expect(promise('2026-11-23T01:00:00Z', { days: 28, unit: 'working' }, [], '2026-11-23T01:00:00Z')).toMatchObject({ estimated: false })
    expect(promise('2026-11-23T01:00:00Z', { days: 29, unit: 'working' }, [], '2026-11-23T01:00:00Z')).toMatchObject({ estimated: true })
  })
})

test('the zone of the host changes nothing', () => {
  const script = `
    const { addDays, localDate, promise, endOfBusiness } = await import(${JSON.stringify(new URL('calendar.ts', import.meta.url).href)})
    const answers = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'].map(zone => {
      process.env.TZ = zone
      const now = '2026-11-18T10:00:00Z'
      return JSON.stringify([addDays('2026-02-12', 5, 'working'), localDate('2026-11-23T16:00:00Z'), endOfBusiness('2026-03-08'),
        promise('2026-11-16T01:12:00Z', { days: 5, unit: 'working' }, [{ from: '2026-11-17T08:40:00Z' }], now)])
    })
    const offsets = new Set(['UTC', 'America/Los_Angeles'].map(zone => ((process.env.TZ = zone), new Date(0).getTimezoneOffset())))
    console.log(new Set(answers).size, offsets.size, JSON.parse(answers[0])[0].date)`
  const printed = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
    encoding: 'utf8', env: { PATH: process.env.PATH },
  })
  expect(printed.trim()).toBe('1 2 2026-02-26')
})
