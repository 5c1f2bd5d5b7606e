import { evaluate } from '@qinqing/domain/language/condition'
import type { FactData, Facts } from '@qinqing/domain/language/fact'
import { reasons } from './why.ts'

const today = '2026-11-23'
const facts: Facts = Object.fromEntries(
  Object.entries<FactData>({
    registrationPlace: '450203',
    lastYearRevenue: 624_800_000,
    highTech: true,
    seriousDishonesty: 0,
    employees: 86,
  }).map(([predicate, value]) => [
    predicate,
    { predicate, value, source: '示例局', validFrom: '2026-01-01', receivedAt: '2026-11-20T00:00:00Z' },
  ]),
)

const verdict = (fact: string, comparison: string, value: FactData | null) =>
  evaluate({ id: fact, clause: { ref: '第三条', text: '' }, fact, comparison, value }, facts, today)

const all = [
  verdict('registrationPlace', 'oneOf', ['450203']),
  verdict('seriousDishonesty', 'equals', 0),
  verdict('highTech', 'isTrue', null),
  verdict('lastYearRevenue', 'atLeast', 100_000_000),
  verdict('employees', 'atLeast', 100),
]

it('names the two most telling of what is met, figures first, noughts last', () => {
  expect(reasons(all, 'zh')).toEqual(['上年营业收入 624.8 万元', '是高新技术企业'])
  expect(reasons(all, 'en')).toEqual(['Revenue of last year: ¥6,248,000', 'is a high-tech enterprise'])
})

it('says nothing where nothing is met', () => expect(reasons([all[4]!], 'zh')).toEqual([]))
