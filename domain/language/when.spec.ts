import { promise } from './calendar.ts'
import { dayText, daysText, dueText, fullDate, momentText, promiseText } from './when.ts'

test.each([
  ['2026-11-25', '2026-11-23', '11月25日 周三', 'Wed 25 Nov'],
  ['2025-01-05', '2026-11-23', '2025年1月5日 周日', 'Sun 5 Jan 2025'],
])('%s seen on %s is %s', (date, today, zh, en) => {
  expect(dayText(date, today, 'zh')).toBe(zh)
  expect(dayText(date, today, 'en')).toBe(en)
})

test('a date in full', () => {
  expect(fullDate('2026-04-05', 'zh')).toBe('2026年4月5日')
  expect(fullDate('2026-04-05', 'en')).toBe('5 Apr 2026')
})

test.each([
  ['2026-11-23T02:32:08Z', '今天 10:32', 'today 10:32'],
  ['2026-11-20T16:08:00Z', '11月21日 周六 00:08', 'Sat 21 Nov 00:08'],
])('%s is %s', (instant, zh, en) => {
  expect(momentText(instant, '2026-11-23', 'zh')).toBe(zh)
  expect(momentText(instant, '2026-11-23', 'en')).toBe(en)
})

test('days are counted in words', () => {
  expect(daysText(15, 'working', 'zh')).toBe('15 个工作日')
  expect(daysText(1, 'calendar', 'en')).toBe('1 calendar day')
})

describe('how a promise stands', () => {
  const five = (now: string, from?: string) =>
    promise('2026-11-16T01:00:00Z', { days: 5, unit: 'working' }, from ? [{ from }] : [], now)
  test.each([
    ['running', five('2026-11-19T02:00:00Z'), '还剩 2 个工作日 · 11月23日 周一 17:30 前', '2 working days left · by Mon 23 Nov, 17:30'],
    ['due today', five('2026-11-23T02:00:00Z'), '今天到期 · 11月23日 周一 17:30 前', 'Due today · by Mon 23 Nov, 17:30'],
    ['paused', five('2026-11-19T02:00:00Z', '2026-11-18T02:00:00Z'), '暂停计时 · 补正后 4 个工作日内办结',
      'Paused · 4 working days once the correction is in'],
  ])('%s', (_, promised, zh, en) => {
    expect(promiseText(promised, '2026-11-23', 'zh')).toBe(zh)
    expect(promiseText(promised, '2026-11-23', 'en')).toBe(en)
  })

  test('late', () => {
    expect(promiseText(five('2026-11-25T02:00:00Z'), '2026-11-25', 'zh')).toBe('已超过 2 个工作日 · 应在 11月23日 周一 17:30 前办结')
    expect(promiseText(five('2026-11-25T02:00:00Z'), '2026-11-25', 'en')).toBe('2 working days late · was due by Mon 23 Nov, 17:30')
  })

  test('beyond the known calendar', () =>
    expect(dueText({ dueDate: '2027-01-08', estimated: true }, '2026-11-23', 'zh')).toBe('预计 2027年1月8日 周五 17:30 前'))
})
