import { type Amount, amount, amountFault, amountSentence, estimate, mostMoney } from './amount.ts'
import type { Fact, FactData, Facts } from './fact.ts'
import { cny } from './money.ts'

const today = '2026-11-23'
const told = { source: '工信局', validFrom: '2026-01-01', receivedAt: '2026-11-19T17:00:00Z' }
const known = (facts: Record<string, FactData>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([predicate, value]): [string, Fact] => [predicate, { predicate, value, ...told }]))

const tenth: Amount = { kind: 'rate', basisPoints: 1_000, fact: 'smartEquipment', cap: cny(50_000_000) }
const perJob: Amount = { kind: 'perUnit', money: cny(100_000), fact: 'newJobs', floor: cny(500_000), cap: cny(2_000_000) }
const byJobs: Amount = {
  kind: 'steps', fact: 'newJobs',
  steps: [{ from: 50, money: cny(10_000_000) }, { from: 10, money: cny(2_000_000) }, { from: 20, money: cny(5_000_000) }],
}

const cases: Record<string, { when: Amount; given: Record<string, FactData>; fen: number | null; exact: boolean; zh: string }> = {
  'no money': { when: { kind: 'none' }, given: {}, fen: 0, exact: true, zh: '不涉及资金' },
  'a fixed sum': { when: { kind: 'fixed', money: cny(10_000_000) }, given: {}, fen: 10_000_000, exact: true, zh: '10 万元' },
  'a share of a sum': {
    when: tenth, given: { smartEquipment: 128_600_000 }, fen: 12_860_000, exact: false, zh: '智能设备投资额 1,286,000.00 元 × 10%，最高 50 万元',
  },
  'a share above the cap': {
    when: tenth, given: { smartEquipment: 900_000_000 }, fen: 50_000_000, exact: false, zh: '智能设备投资额 9,000,000.00 元 × 10%，最高 50 万元',
  },
  'a share, half a 分 rounded up': {
    when: { ...tenth, basisPoints: 50 }, given: { smartEquipment: 100_100 }, fen: 501, exact: false,
    zh: '智能设备投资额 1,001.00 元 × 0.5%，不足 1 分的四舍五入，最高 50 万元',
  },
  'a share, less than half a 分 dropped': {
    when: { kind: 'rate', basisPoints: 1, fact: 'smartEquipment' }, given: { smartEquipment: 4_999 }, fen: 0, exact: false,
    zh: '智能设备投资额 49.99 元 × 0.01%，不足 1 分的四舍五入',
  },
  'a share of a sum so great that a float would err': {
    when: { kind: 'rate', basisPoints: 3_333, fact: 'smartEquipment' }, given: { smartEquipment: 9_007_199_254_740_991 },
    fen: 3_002_099_511_605_172, exact: false, zh: '智能设备投资额 90,071,992,547,409.91 元 × 33.33%，不足 1 分的四舍五入',
  },
  'so much for each': {
    when: perJob, given: { newJobs: 12 }, fen: 1_200_000, exact: false,
    zh: '本年新增就业人数 12 人 × 1,000.00 元，最低 5,000 元，最高 2 万元',
  },
  'so much for each, raised to the floor': {
    when: perJob, given: { newJobs: 0 }, fen: 500_000, exact: false, zh: '本年新增就业人数 0 人 × 1,000.00 元，最低 5,000 元，最高 2 万元',
  },
  'a step that is just reached': { when: byJobs, given: { newJobs: 20 }, fen: 5_000_000, exact: false, zh: '本年新增就业人数 20 人，达到 20 人这一档' },
  'the step before': { when: byJobs, given: { newJobs: 19 }, fen: 2_000_000, exact: false, zh: '本年新增就业人数 19 人，达到 10 人这一档' },
  'below the lowest step': { when: byJobs, given: { newJobs: 9 }, fen: 0, exact: false, zh: '本年新增就业人数 9 人，没有达到最低一档' },
  'a fact that is not known': { when: tenth, given: {}, fen: null, exact: false, zh: '还不知道智能设备投资额，暂时算不出' },
  'a fact that is none': { when: { ...tenth, fact: 'luck' }, given: { luck: 1 }, fen: null, exact: false, zh: '还不知道这项数据，暂时算不出' },
  'a fact of the wrong kind': {
    when: { ...tenth, fact: 'employees' }, given: { employees: 5 }, fen: null, exact: false, zh: '还不知道从业人数，暂时算不出',
  },
}
test.each(Object.entries(cases))('%s', (_, { when, given, fen, exact, zh }) => {
  const found = estimate(when, known(given), today)
  expect({ fen: found.fen, exact: found.exact, zh: found.working.zh }).toEqual({ fen, exact, zh })
  expect(found.unknownFact).toBe(fen === null && 'fact' in when ? when.fact : undefined)
})

test.each([
  [tenth, '智能设备投资额的 10%，最高 50 万元', '10% of Investment in smart equipment, at most ¥500,000'],
  [perJob, '按本年新增就业人数，每人 1,000 元，最低 5,000 元，最高 2 万元', '¥1,000 for each of New jobs this year, at least ¥5,000, at most ¥20,000'],
  [byJobs, '按本年新增就业人数：10 人起 2 万元；20 人起 5 万元；50 人起 10 万元',
    'By New jobs this year: ¥20,000 from 10 people; ¥50,000 from 20 people; ¥100,000 from 50 people'],
] as [Amount, string, string][])('%#. reads %s', (asked, zh, en) => {
  expect(amountSentence(asked, 'zh')).toBe(zh)
  expect(amountSentence(asked, 'en')).toBe(en)
})

test.each([
  [tenth, 50_000_000], [perJob, 2_000_000], [byJobs, 10_000_000], [{ kind: 'none' }, 0], [{ ...tenth, cap: undefined }, undefined],
] as [Amount, number][])('%#. gives at most %s', (asked, fen) => expect(mostMoney(asked)?.fen).toBe(fen))

describe('an amount can be worked out, or one is told why not', () => {
  test.each([tenth, perJob, byJobs, { kind: 'none' }, { kind: 'fixed', money: cny(1) }])('%#', right => {
    expect(amountFault(right)).toBeUndefined()
    expect(amount.parse(right)).toEqual(right)
  })

  test.each([
    [{ ...tenth, fact: 'luck' }, 'fact', '没有“luck”这一项数据，请从列表中选'],
    [{ ...tenth, fact: 'employees' }, 'fact', '不能用“从业人数”来算金额，请另选'],
    [{ ...perJob, fact: 'smartEquipment' }, 'fact', '不能用“智能设备投资额”来算金额，请另选'],
    [{ ...perJob, floor: cny(2_000_001) }, 'floor', '最低金额比最高金额大，请改一个'],
    [{ ...byJobs, steps: [{ from: 1, money: cny(1) }, { from: 1, money: cny(2) }] }, 'steps', '有两档的起点相同，请改成不同的'],
    [{ ...tenth, basisPoints: 0.5 }, 'basisPoints', '金额没有填完整'],
    [{ ...byJobs, steps: [] }, 'steps', '金额没有填完整'],
    [{ kind: 'all' }, 'kind', '金额没有填完整'],
    [undefined, '', '金额没有填完整'],
  ])('%#. %s %s', (wrong, path, zh) => expect(amountFault(wrong)).toMatchObject({ path, message: { zh } }))
})
