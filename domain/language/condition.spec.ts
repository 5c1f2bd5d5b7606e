import { type ComparisonKey, comparisons, comparisonsFor } from './comparison.ts'
import { type Condition, condition, conditionFault, evaluate, sentence, verdict, type Verdict } from './condition.ts'
import type { Fact, FactData, Facts } from './fact.ts'

const today = '2026-11-23'
const clause = { ref: '第四条', text: '上年营业收入不低于 1,000 万元。' }
const asked = (fact: string, comparison: string, value: FactData | null): Condition => ({ id: 'c1', clause, fact, comparison, value })
const told = { source: '税务局', validFrom: '2026-01-01', receivedAt: '2026-11-19T17:00:00Z' }
const known = (facts: Record<string, FactData>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([predicate, value]): [string, Fact] => [predicate, { predicate, value, ...told }]))

const revenue = asked('lastYearRevenue', 'atLeast', 1_000_000_000)

test.each([
  ['lastYearRevenue', 'atLeast', 1_000_000_000, '上年营业收入不低于 1,000 万元', 'Revenue of last year: at least ¥10,000,000'],
  ['researchShare', 'atLeast', 300, '研发费用占比不低于 3%', 'Research cost in revenue: at least 3%'],
  ['seriousDishonesty', 'equals', 0, '近两年严重失信记录数等于 0 条', 'Records of serious dishonesty in two years: equal to 0 records'],
  ['employees', 'below', 300, '从业人数低于 300 人', 'Employees: below 300 people'],
  ['highTech', 'isTrue', null, '是高新技术企业', 'is a high-tech enterprise'],
  ['listingTutoring', 'isFalse', null, '没有进入上市辅导', 'is not preparing to go public'],
  ['foundedOn', 'notBefore', '2020-01-01', '成立日期不早于 2020年1月1日', 'Date of founding: not before 1 Jan 2020'],
  ['foundedOn', 'yearsFull', 3, '成立日期至今满 3 年', 'Date of founding: at least 3 years ago'],
  ['registrationStatus', 'is', 'active', '登记状态为存续', 'Registration status: being active'],
  ['enterpriseScale', 'oneOf', ['small', 'micro'], '企业规模属于小型企业、微型企业', 'Size of enterprise: one of small, micro'],
  ['certificates', 'has', ['energy'], '管理体系认证包含能源管理体系认证', 'Management certificates: including energy management'],
  ['certificates', 'hasAny', ['energy', 'quality'], '管理体系认证包含其中一项：能源管理体系认证、质量管理体系认证',
    'Management certificates: including one of energy management, quality management'],
  ['luck', 'is', 'great', '没有“luck”这一项数据', 'There is no fact called "luck"'],
])('%s %s %j reads %s', (fact, comparison, value, zh, en) => {
  expect(sentence(asked(fact, comparison, value), 'zh')).toBe(zh)
  expect(sentence(asked(fact, comparison, value), 'en')).toBe(en)
})

describe('what holds', () => {
  const table: [ComparisonKey, FactData, FactData, boolean][] = [
    ['atLeast', 3, 3, true], ['atLeast', 2, 3, false], ['atMost', 3, 3, true], ['atMost', 4, 3, false],
    ['above', 4, 3, true], ['above', 3, 3, false], ['below', 2, 3, true], ['below', 3, 3, false],
    ['equals', 3, 3, true], ['equals', 3, 4, false], ['differs', 3, 4, true], ['differs', 3, 3, false],
    ['contains', '汽车配件制造', '汽车', true], ['contains', '机械', '汽车', false], ['lacks', '机械', '汽车', true], ['lacks', '汽车', '汽车', false],
    ['isTrue', true, '', true], ['isTrue', false, '', false], ['isFalse', false, '', true], ['isFalse', true, '', false],
    ['notBefore', '2020-01-01', '2020-01-01', true], ['notBefore', '2019-12-31', '2020-01-01', false],
    ['notAfter', '2020-01-01', '2020-01-01', true], ['notAfter', '2020-01-02', '2020-01-01', false],
    ['yearsFull', '2023-11-23', 3, true], ['yearsFull', '2023-11-24', 3, false], ['yearsFull', '1956-11-23', 70, true],
    ['yearsNotFull', '2023-11-24', 3, true], ['yearsNotFull', '2023-11-23', 3, false],
    ['is', 'small', 'small', true], ['is', 'small', 'micro', false], ['isNot', 'small', 'micro', true], ['isNot', 'small', 'small', false],
    ['oneOf', 'small', ['small', 'micro'], true], ['oneOf', 'large', ['small'], false],
    ['noneOf', 'large', ['small'], true], ['noneOf', 'small', ['small'], false],
    ['has', ['a', 'b'], ['a'], true], ['has', ['a'], ['a', 'b'], false],
    ['hasAny', ['a'], ['a', 'b'], true], ['hasAny', ['c'], ['a', 'b'], false],
    ['hasNone', ['c'], ['a', 'b'], true], ['hasNone', ['a'], ['a', 'b'], false],
  ]
  test.each(table)('%s: %j against %j is %s', (key, actual, wanted, holds) =>
    expect(comparisons[key].holds(actual, wanted, today)).toBe(holds))

  test('each comparison was tried both ways', () => {
    const tried = new Set(table.map(([key, , , holds]) => `${key} ${holds}`))
    expect(Object.keys(comparisons).flatMap(key => [`${key} true`, `${key} false`]).filter(one => !tried.has(one))).toEqual([])
  })
})

test.each([
  ['money', ['atLeast', 'atMost', 'above', 'below', 'equals', 'differs']], ['flag', ['isTrue', 'isFalse']],
  ['date', ['notBefore', 'notAfter', 'yearsFull', 'yearsNotFull']], ['choice', ['is', 'isNot', 'oneOf', 'noneOf']],
  ['choices', ['has', 'hasAny', 'hasNone']], ['text', ['equals', 'differs', 'contains', 'lacks']],
] as const)('%s can be compared by %j', (kind, keys) => expect(comparisonsFor(kind)).toEqual(keys))

describe('a verdict', () => {
  const cases: Record<string, { when: Condition; given: Record<string, FactData>; then: Partial<Verdict> }> = {
    'is met, with what is asked, what is known and from whom': {
      when: revenue, given: { lastYearRevenue: 4_216_800_000 },
      then: {
        conditionId: 'c1', clause, result: 'met', wanted: { zh: '不低于 1,000 万元', en: 'at least ¥10,000,000' },
        actual: { zh: '4,216.8 万元', en: '¥42,168,000' }, source: '税务局', asOf: '2026-11-20', changeable: false, advice: null, gap: null,
      },
    },
    'fails for want of one 分, and both sums can be told apart': {
      when: revenue, given: { lastYearRevenue: 999_999_999 },
      then: {
        result: 'failed', actual: { zh: '9,999,999.99 元', en: '¥9,999,999.99' },
        advice: { zh: '如果登记有误，请联系税务局更正', en: 'If the record is wrong, ask the Tax Bureau to correct it' },
        gap: { zh: '上年营业收入还差 0.01 元', en: 'Revenue of last year: ¥0.01 short' },
      },
    },
    'is unknown without the fact': {
      when: revenue, given: {},
      then: {
        result: 'unknown', actual: null, source: null, asOf: null, gap: { zh: '还不知道上年营业收入', en: 'Revenue of last year is not known yet' },
        advice: { zh: '税务局还没有这项数据，申请时可以自己填写', en: 'The Tax Bureau has not told us yet; you can state it when you apply' },
      },
    },
    'says what one does not know of yes or no': {
      when: { ...revenue, fact: 'greenFactory', comparison: 'isTrue', value: null }, given: {},
      then: { gap: { zh: '还不知道是不是绿色工厂', en: 'It is not known yet whether it is a green factory' } },
    },
    'is unknown when the fact does not fit': { when: revenue, given: { lastYearRevenue: 'much' }, then: { result: 'unknown' } },
    'tells a missing share in money too': {
      when: asked('researchShare', 'atLeast', 300),
      given: { researchShare: 270, lastYearRevenue: 6_233_333_333, lastYearResearchCost: 168_300_000 },
      then: {
        result: 'failed', changeable: true,
        gap: { zh: '研发费用占比还差 0.3 个百分点，约 18.7 万元', en: 'Research cost in revenue: 0.3 percentage points short, about ¥187,000' },
      },
    },
    'tells a part of a 分 as a whole one': {
      when: asked('researchShare', 'atLeast', 300), given: { researchShare: 299, lastYearRevenue: 10_001, lastYearResearchCost: 300 },
      then: { gap: { zh: '研发费用占比还差 0.01 个百分点，约 0.01 元', en: 'Research cost in revenue: 0.01 percentage points short, about ¥0.01' } },
    },
    'tells a missing share without the sums': {
      when: asked('researchShare', 'atLeast', 300), given: { researchShare: 270 },
      then: { gap: { zh: '研发费用占比还差 0.3 个百分点', en: 'Research cost in revenue: 0.3 percentage points short' } },
    },
    'tells what is too much': {
      when: asked('seriousDishonesty', 'atMost', 0), given: { seriousDishonesty: 2 },
      then: { result: 'failed', gap: { zh: '近两年严重失信记录数超出 2 条', en: 'Records of serious dishonesty in two years: 2 records too much' } },
    },
    'asks for more than the very sum': {
      when: asked('employees', 'above', 20), given: { employees: 20 },
      then: { gap: { zh: '要求从业人数高于 20 人', en: 'Required: Employees: above 20 people' } },
    },
    'tells a missing certificate': {
      when: asked('certificates', 'has', ['quality', 'energy']), given: { certificates: ['quality'] },
      then: { gap: { zh: '还差能源管理体系认证', en: 'Missing: energy management' } },
    },
    'tells a missing title': {
      when: asked('highTech', 'isTrue', null), given: { highTech: false },
      then: { gap: { zh: '不是高新技术企业', en: 'is not a high-tech enterprise' }, actual: { zh: '否', en: 'no' }, wanted: { zh: '是', en: 'yes' } },
    },
    'tells the day on which years are full': {
      when: asked('foundedOn', 'yearsFull', 3), given: { foundedOn: '2024-03-01' },
      then: { gap: { zh: '成立日期到 2027年3月1日才满 3 年', en: 'Date of founding: 3 years only on 1 Mar 2027' } },
    },
    'says what is asked where nothing can be counted': {
      when: asked('enterpriseScale', 'oneOf', ['small']), given: { enterpriseScale: 'large' },
      then: { gap: { zh: '要求企业规模属于小型企业', en: 'Required: Size of enterprise: one of small' } },
    },
    'is unknown, and not met, when the condition itself cannot be judged': {
      when: asked('luck', 'atLeast', 1), given: { luck: 2 },
      then: { result: 'unknown', changeable: false, wanted: { zh: '待核实', en: 'to be verified' } },
    },
    'is unknown when the value does not fit': {
      when: asked('lastYearRevenue', 'atLeast', '1'), given: { lastYearRevenue: 2 }, then: { result: 'unknown' },
    },
    'is unknown when the comparison is none': {
      when: asked('employees', 'constructor', 1), given: { employees: 2 }, then: { result: 'unknown' },
    },
  }
  test.each(Object.entries(cases))('%s', (_, { when, given, then }) => {
    const found = evaluate(when, known(given), today)
    expect(found).toMatchObject(then)
    expect(verdict.parse(found)).toEqual(found)
  })

  test('does not rest on a fact that is valid only later', () =>
    expect(evaluate(revenue, known({ lastYearRevenue: 2_000_000_000 }), '2025-12-31').result).toBe('unknown'))
})

describe('a condition can be judged, or one is told why not', () => {
  test.each([
    revenue, asked('foundedOn', 'yearsFull', 100), asked('highTech', 'isTrue', null), asked('enterpriseScale', 'oneOf', ['small']),
  ])('%j', right => {
    expect(conditionFault(right)).toBeUndefined()
    expect(condition.parse(right)).toEqual(right)
  })

  test.each([
    [asked('luck', 'is', 'x'), 'fact', '没有“luck”这一项数据，请从列表中选'],
    [asked('__proto__', 'is', 'x'), 'fact', '没有“__proto__”这一项数据，请从列表中选'],
    [asked('highTech', 'atLeast', 1), 'comparison', '“高新技术企业”不能这样比较，请另选'],
    [asked('highTech', 'toString', 1), 'comparison', '“高新技术企业”不能这样比较，请另选'],
    [asked('lastYearRevenue', 'atLeast', '1000'), 'value', '请填写要比较的值'],
    [asked('lastYearRevenue', 'atLeast', null), 'value', '请填写要比较的值'],
    [asked('lastYearRevenue', 'atLeast', -1), 'value', '请填写要比较的值'],
    [asked('highTech', 'isTrue', true), 'value', '这里不用填值'],
    [asked('foundedOn', 'yearsFull', 0), 'value', '年数请填 1 到 100 的整数'],
    [asked('foundedOn', 'yearsFull', 101), 'value', '年数请填 1 到 100 的整数'],
    [asked('enterpriseScale', 'oneOf', []), 'value', '请至少选择一项'],
    [asked('enterpriseScale', 'oneOf', ['huge']), 'value', '请至少选择一项'],
    [{ ...revenue, value: 0.5 }, 'value', '这个条件没有填完整，或内容太长'],
    [{ ...revenue, id: '../x' }, 'id', '这个条件没有填完整，或内容太长'],
    [{ ...revenue, clause: { ref: 'x'.repeat(61), text: '' } }, 'clause.ref', '这个条件没有填完整，或内容太长'],
    [{ ...revenue, clause: { ref: '', text: 'x'.repeat(1_000_000) } }, 'clause.text', '这个条件没有填完整，或内容太长'],
    [null, '', '这个条件没有填完整，或内容太长'],
    ['x', '', '这个条件没有填完整，或内容太长'],
  ])('%.60j: %s', (wrong, path, zh) => {
    expect(conditionFault(wrong)).toMatchObject({ path, message: { zh } })
  })
})
