import { capitalOf, fenOf, shortOf, yuanOf } from './money.ts'

const cny = (fen: number) => ({ fen, currency: 'CNY' as const })

it.each([
  [0, '0.00'], [5, '0.05'], [100, '1.00'], [5_000_000, '50,000.00'], [316_420_000, '3,164,200.00'], [-99_950, '−999.50'],
])('%d 分 is exactly %s', (fen, said) => expect(yuanOf(cny(fen))).toBe(said))

it.each([
  [5_230_000, '5.23', 'wan'], [10_000_000, '10', 'wan'], [12_860_000, '12.86', 'wan'], [999_999, '9,999.99', 'yuan'], [1_000_000, '1', 'wan'],
  [59_400_000_000, '5.94', 'yi'], [9_999_996_000, '1', 'yi'], [9_999_990_000, '9,999.99', 'wan'], [50, '0.5', 'yuan'], [995_000, '9,950', 'yuan'],
] as const)('%d 分 is said as %s %s', (fen, number, unit) => expect(shortOf(cny(fen))).toEqual({ number, unit }))

it.each([
  ['128,600', 12_860_000], ['¥ 128,600.5', 12_860_050], ['0.01', 1], ['12，345.67', 1_234_567], ['', undefined], ['1.234', undefined],
  ['-5', undefined], ['十万', undefined], ['1e5', undefined],
])('what is typed as %p is %p 分', (typed, fen) => expect(fenOf(typed)).toBe(fen))

it.each([
  [12_860_000, '壹拾贰万捌仟陆佰元整'], [0, '零元整'], [1_000_005, '壹万元零伍分'], [100_000_000, '壹佰万元整'], [100_010_000, '壹佰万零壹佰元整'],
  [10_000_000_100, '壹亿零壹元整'], [150, '壹元伍角'], [5, '伍分'], [100_800, '壹仟零捌元整'], [2_000_050_000, '贰仟万零伍佰元整'],
])('%d 分 is written %s', (fen, said) => expect(capitalOf(cny(fen))).toBe(said))
