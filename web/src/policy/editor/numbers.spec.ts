import { readNumber, showNumber, typedUnit, unitOf } from './numbers.ts'

test.each([
  ['money', '50万', 50_000_000], ['money', '50 万元', 50_000_000], ['money', '1.5亿', 15_000_000_000], ['money', '128,600.00', 12_860_000], ['money', '３０００元', 300_000],
  ['money', '12.3.4', '12.3.4'], ['money', '', undefined], ['money', '-5', '-5'], ['money', '99999999999亿', '99999999999亿'],
  ['percent', '10', 1000], ['percent', '3.4%', 340], ['percent', '3.456', '3.456'], ['number', '1,234', 1234], ['number', '12.5', '12.5'], ['number', '十', '十'],
] as const)('%s: %s is %p', (kind, text, expected) => expect(readNumber(kind, text)).toBe(expected))

test('below nought only where the fact may lie there', () => {
  expect(readNumber('percent', '-5', { negative: true })).toBe(-500)
  expect(showNumber('percent', -500)).toBe('-5')
})

test.each([
  ['money', 12_860_000, '128,600.00'], ['percent', 340, '3.4'], ['number', 1234, '1,234'], ['money', '12.', '12.'], ['money', undefined, ''],
] as const)('%s: %p is shown as %s', (kind, value, expected) => expect(showNumber(kind, value)).toBe(expected))

test.each([
  ['50', 'wan', 50_000_000], ['50', 'yuan', 5_000], ['50 元', 'wan', 5_000], ['50万', 'yuan', 50_000_000], ['12.3456', 'wan', 12_345_600], ['0.000001', 'wan', 1],
  ['1,000', 'wan', 1_000_000_000], ['0.0000001', 'wan', '0.0000001'], ['12.345', 'yuan', '12.345'], ['1.5亿', 'wan', 15_000_000_000],
] as const)('%s with %s beside it is %p', (text, unit, expected) => expect(readNumber('money', text, { unit })).toBe(expected))

test.each([
  [50_000_000, 'wan', '50'], [12_345_600, 'wan', '12.3456'], [1, 'wan', '0.000001'], [1_000_000_000, 'wan', '1,000'], [12_345_600, 'yuan', '123,456.00'],
] as const)('%p in %s is shown as %s, and read back', (fen, unit, shown) => {
  expect(showNumber('money', fen, unit)).toBe(shown)
  expect(readNumber('money', shown, { unit })).toBe(fen)
})

test('a sum is shown in the unit in which clauses say it, and what is typed says its own', () => {
  expect([50_000_000, 12_345_600, 0, undefined].map(unitOf)).toEqual(['wan', 'yuan', 'yuan', 'yuan'])
  expect(['8万', '8 万元', '1亿', '3000元', '8', '八万'].map(typedUnit)).toEqual(['wan', 'wan', 'wan', 'yuan', undefined, undefined])
})
