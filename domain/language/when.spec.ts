import { dayText, daysText, dueText, fullDate } from './when.ts'

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

test('days are counted in words', () => {
  expect(daysText(15, 'working', 'zh')).toBe('15 个工作日')
  expect(daysText(1, 'calendar', 'en')).toBe('1 calendar day')
})

test.each([
  ['2026-11-23', false, '11月23日 周一 17:30 前', 'by Mon 23 Nov, 17:30'],
  ['2027-01-08', true, '预计 2027年1月8日 周五 17:30 前', 'expected by Fri 8 Jan 2027, 17:30'],
])('what is due on %s, estimated %s', (dueDate, estimated, zh, en) => {
  expect(dueText({ dueDate, estimated }, '2026-11-19', 'zh')).toBe(zh)
  expect(dueText({ dueDate, estimated }, '2026-11-19', 'en')).toBe(en)
})
