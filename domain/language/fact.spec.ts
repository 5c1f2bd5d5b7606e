import { bureaus, sourceText } from './bureaus.ts'
import { asOf, type Fact, fact, factFault, factValue, fitsPredicate, knownFact, percent } from './fact.ts'
import { predicate, predicateKeys, predicates } from './predicates.ts'
import { text } from './text.ts'

const revenue: Fact = {
  predicate: 'lastYearRevenue', value: 6_248_000_000, source: '税务局', validFrom: '2026-01-01', receivedAt: '2026-05-30T16:30:00Z',
}

describe('the catalogue of predicates', () => {
  test('has about thirty', () => expect(predicateKeys.length).toBeGreaterThanOrEqual(30))

  test.each(predicateKeys)('%s has words, advice and a bureau that is known', key => {
    const one = predicates[key]
    expect([one.label, one.advice, one.authority].map(words => text.safeParse(words).success)).toEqual([true, true, true])
    expect(`${one.label.zh}${one.advice.zh}`).not.toMatch(/^[\x20-\x7e]*$/)
    expect(Object.values(bureaus)).toContain(one.authority)
    expect(['choice', 'choices'].includes(one.kind)).toBe((one.choices ?? []).length > 0)
    expect(one.kind === 'flag').toBe(one.said !== undefined)
  })

  test('a share names two sums', () =>
    expect(predicates.researchShare.share).toEqual({ part: 'lastYearResearchCost', whole: 'lastYearRevenue' }))

  test.each(['', 'nothing', '__proto__', 'constructor', 'toString'])('%p is none of them', key => expect(predicate(key)).toBeUndefined())
})

test.each([
  ['employees', 1_286, '1,286 人', '1,286 people'],
  ['lastYearRevenue', 6_248_000_000, '6,248 万元', '¥62,480,000'],
  ['researchShare', 270, '2.7%', '2.7%'],
  ['highTech', true, '是', 'yes'],
  ['highTech', false, '否', 'no'],
  ['foundedOn', '2019-03-08', '2019年3月8日', '8 Mar 2019'],
  ['registrationPlace', '450203', '鱼峰区', 'Yufeng'],
  ['certificates', ['quality', 'energy'], '质量管理体系认证、能源管理体系认证', 'quality management, energy management'],
  ['certificates', [], '没有', 'none'],
  ['registrationPlace', 'x'.repeat(400), 'x'.repeat(40), 'x'.repeat(40)],
  ['employees', 'many\ud800', 'many\ufffd', 'many\ufffd'],
])('%s %j is said %s', (key, value, zh, en) => {
  const of = predicate(key)!
  expect(factValue(of, value, 'zh')).toBe(zh)
  expect(factValue(of, value, 'en')).toBe(en)
})

test.each([[0, '0%'], [5, '0.05%'], [300, '3%'], [1_050, '10.5%'], [123_456, '1,234.56%'], [-250, '-2.5%'], [10_000, '100%']])(
  '%i hundredths of a percent are %s', (points, said) => expect(percent(points)).toBe(said))

test.each([
  ['employees', 1.5], ['employees', NaN], ['employees', -1], ['researchShare', -1],
  ['employees', '3'], ['lastYearRevenue', -1], ['lastYearRevenue', 2 ** 53], ['highTech', 'true'],
  ['foundedOn', '2026-02-30'], ['foundedOn', '2026-2-3'],
  ['registrationPlace', '110000'], ['certificates', 'quality'], ['certificates', ['gold']],
  ['certificates', ['quality', 'quality', 'quality', 'quality', 'quality']],
  ['registrationPlace', null], ['employees', undefined], ['employees', {}],
])('%s cannot be %p', (key, value) => expect(fitsPredicate(value, predicate(key)!)).toBe(false))

describe('a fact', () => {
  test('is known when it fits and is valid by then', () => {
    expect(knownFact({ lastYearRevenue: revenue }, 'lastYearRevenue', '2026-01-01')).toBe(revenue)
    expect(knownFact({ lastYearRevenue: revenue }, 'lastYearRevenue', '2025-12-31')).toBeUndefined()
    expect(knownFact({ lastYearRevenue: { ...revenue, value: 'much' } }, 'lastYearRevenue', '2026-01-01')).toBeUndefined()
    expect(knownFact({}, 'constructor', '2026-01-01')).toBeUndefined()
  })

  test('says in words what is wrong with it', () => {
    expect(factFault(revenue)).toBeUndefined()
    expect(factFault({ ...revenue, predicate: 'luck' })).toMatchObject({ code: 'unknown-fact', message: { zh: '没有“luck”这一项数据' } })
    expect(factFault({ ...revenue, value: 'much' })).toMatchObject({ code: 'value-does-not-fit', message: { zh: '“上年营业收入”的值不对：much' } })
  })

  test('is dated by the day it came, in Liuzhou', () => expect(asOf(revenue)).toBe('2026-05-31'))

  test('names its source in the language of the reader', () => {
    expect(sourceText('税务局', 'en')).toBe('Tax Bureau')
    expect(sourceText('示例局', 'en')).toBe('示例局')
  })

  test.each([
    [{ ...revenue, value: 0.5 }], [{ ...revenue, value: null }], [{ ...revenue, source: '' }], [{ ...revenue, validFrom: '2026' }],
  ])('is refused at the door: %j', wrong => expect(fact.safeParse(wrong).success).toBe(false))
})
