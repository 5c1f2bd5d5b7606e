import { readNumber, showNumber } from './numbers.ts'

test.each([
  ['money', '50万', 50_000_000], ['money', '50 万元', 50_000_000], ['money', '1.5亿', 15_000_000_000], ['money', '128,600.00', 12_860_000], ['money', '３０００元', 300_000],
  ['money', '12.3.4', '12.3.4'], ['money', '', undefined], ['money', '-5', '-5'], ['money', '99999999999亿', '99999999999亿'],
  ['percent', '10', 1000], ['percent', '3.4%', 340], ['percent', '3.456', '3.456'], ['number', '1,234', 1234], ['number', '12.5', '12.5'], ['number', '十', '十'],
] as const)('%s: %s is %p', (kind, text, expected) => expect(readNumber(kind, text)).toBe(expected))

test('below nought only where the fact may lie there', () => {
  expect(readNumber('percent', '-5', true)).toBe(-500)
  expect(showNumber('percent', -500)).toBe('-5')
})

test.each([
  ['money', 12_860_000, '128,600.00'], ['percent', 340, '3.4'], ['number', 1234, '1,234'], ['money', '12.', '12.'], ['money', undefined, ''],
] as const)('%s: %p is shown as %s', (kind, value, expected) => expect(showNumber(kind, value)).toBe(expected))
