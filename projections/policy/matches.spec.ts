import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { FactData } from '@qinqing/domain/language/fact'
import type { Condition } from '@qinqing/domain/language/condition'
import type { Item } from '@qinqing/domain/language/item'
import { cny } from '@qinqing/domain/language/money'
import type { ItemDocument } from '@qinqing/domain/policy/policy/contract'
import { smart, title } from '@qinqing/domain/policy/policy/examples.conformance'
import { applications } from '../fulfilment/applications.ts'
import { type Kind, viewers } from '../viewers.conformance.ts'
import { items } from './items.ts'
import { matches } from './matches.ts'

const today = '2026-03-02'
const condition = (id: string, fact: string, comparison: string, value: FactData | null): Condition =>
  ({ id, clause: { ref: '第三条', text: '' }, fact, comparison, value })

/** Asks for five changeable things: three that fail are too many, and so are three that are unknown. */
const strict: Item = {
  ...smart, id: 'strict', conditions: [
    condition('a', 'insured', 'atLeast', 30), condition('b', 'highTech', 'isTrue', null), condition('c', 'inventionPatents', 'atLeast', 5),
    condition('d', 'exports', 'atLeast', 100_000_000), condition('e', 'greenFactory', 'isTrue', null),
  ],
  amount: { kind: 'fixed', money: cny(20_000_000) },
}
const local: Item = {
  ...smart, id: 'local', conditions: [condition('a', 'registrationPlace', 'is', '450203'), condition('b', 'insured', 'atLeast', 30)],
  amount: { kind: 'perUnit', money: cny(100_000), fact: 'newJobs', floor: cny(500_000), cap: cny(2_000_000) },
}
const stepped: Item = {
  ...smart, id: 'stepped', conditions: [condition('a', 'researchShare', 'atLeast', 300)],
  amount: {
    kind: 'steps', fact: 'lastYearRevenue',
    steps: [{ from: 1_000_000_000, money: cny(5_000_000) }, { from: 2_000_000_000, money: cny(10_000_000) }],
  },
}
const shelf: Item[] = [smart, title, strict, local, stepped]

const published = (item: Item, over: Partial<ItemDocument> = {}): ItemDocument => ({
  ...items.initial(`policy~${item.id}`), policy: 'policy', policyTitle: '示例措施', version: 1, title: item.title, validUntil: '2026-12-31', item, ...over,
})
const dossier = (facts: Record<string, FactData>, enjoyed: string[] = []): DossierDocument => ({
  id: 'enterprise', disputes: {}, updatedAt: '',
  enjoyed: enjoyed.map(item => ({ application: `a-${item}`, policy: 'policy', item, title: '', fen: 0, at: '' })),
  facts: Object.fromEntries(Object.entries(facts).map(([predicate, value]) =>
    [predicate, { predicate, value, source: '示例局', validFrom: '2026-01-01', receivedAt: '2026-02-20T02:00:00.000Z' }])),
})
const application = (id: string, over: Partial<ApplicationDocument>): ApplicationDocument =>
  ({
    ...applications.initial(id), enterprise: 'enterprise', policy: 'policy', itemId: 'smart', startedAt: '2026-02-01T01:00:00.000Z',
    ...over,
  })
const matched = (inputs: { items?: ItemDocument[]; dossiers?: DossierDocument[]; applications?: ApplicationDocument[] }, on = today) =>
  matches.evaluate({ items: inputs.items ?? shelf.map(one => published(one)), dossiers: inputs.dossiers ?? [], applications: inputs.applications ?? [] }, { enterprise: 'enterprise' }, on)

const strong = {
  lastYearRevenue: 2_500_000_000, insured: 86, smartEquipment: 600_000_000, highTech: true, inventionPatents: 7, exports: 100_000_000, greenFactory: true,
  registrationPlace: '450203', newJobs: 12, lastYearResearchCost: 75_000_000, researchShare: 300,
}

/** Enterprises by what is known of them; each row is written out by hand: standing, what is missing, what one would get. */
const table: Record<string, { given: DossierDocument; then: [item: string, standing: string, gap: string | null, fen: number | null][] }> = {
  'an enterprise that meets everything': {
    given: dossier(strong),
    then: [
      ['smart', 'eligible', null, 50_000_000], ['title', 'unverified', null, null], ['strict', 'eligible', null, 20_000_000],
      ['local', 'eligible', null, 1_200_000], ['stepped', 'eligible', null, 10_000_000],
    ],
  },
  'one that has been granted two of them': {
    given: dossier({ ...strong, insured: 3 }, ['smart', 'title']),
    then: [
      ['smart', 'enjoyed', '参保人数还差 27 人', 50_000_000], ['title', 'enjoyed', null, null], ['strict', 'near', '参保人数还差 27 人', 20_000_000],
      ['local', 'near', '参保人数还差 27 人', 1_200_000], ['stepped', 'eligible', null, 10_000_000],
    ],
  },
  'one that misses what it can change': {
    given: dossier({ ...strong, insured: 12, highTech: false, newJobs: 2, lastYearResearchCost: 50_000_000, researchShare: 200 }),
    then: [
      ['smart', 'near', '参保人数还差 18 人', 50_000_000], ['title', 'unverified', null, null],
      ['strict', 'near', '参保人数还差 18 人；不是高新技术企业', 20_000_000], ['local', 'near', '参保人数还差 18 人', 500_000],
      ['stepped', 'near', '研发费用占比还差 1 个百分点，约 25 万元', 10_000_000],
    ],
  },
  'one that misses too much of it, or what nobody can change': {
    given: dossier({
      ...strong, lastYearRevenue: 900_000_000, inventionPatents: 0, highTech: false, greenFactory: false, registrationPlace: '450202',
      newJobs: 40,
    }),
    then: [
      ['smart', 'ineligible', '上年营业收入还差 100 万元', 50_000_000], ['title', 'unverified', null, null],
      ['strict', 'ineligible', '不是高新技术企业；有效发明专利数还差 5 项；不是绿色工厂', 20_000_000],
      ['local', 'ineligible', '要求登记地为鱼峰区', 2_000_000], ['stepped', 'eligible', null, 0],
    ],
  },
  'one of which little is known': {
    given: dossier({ insured: 30, exports: 1, smartEquipment: 10_005 }),
    then: [
      ['smart', 'near', '还不知道上年营业收入', 1_001], ['title', 'unverified', null, null],
      ['strict', 'unverified', '还不知道是不是高新技术企业；还不知道有效发明专利数；还不知道是不是绿色工厂；上年出口额还差 999,999.99 元', 20_000_000],
      ['local', 'near', '还不知道登记地', null], ['stepped', 'near', '还不知道研发费用占比', null],
    ],
  },
}

test.each(Object.entries(table))('%s', (_, { given, then }) => {
  expect(matched({ dossiers: [given] }).map(one => [one.item, one.standing, one.gap?.zh ?? null, one.estimateFen])).toEqual(then)
})

test('one of which nothing is known at all is eligible for nothing', () => {
  expect(matched({}).map(one => [one.item, one.standing])).toEqual([
    ['smart', 'near'], ['title', 'unverified'], ['strict', 'unverified'], ['local', 'near'], ['stepped', 'near'],
  ])
})

test('a match tells why, how much, by when and whom to ask', () => {
  expect(matched({
    items: [published(smart, { publishedAt: '2026-03-01T00:00:00.000Z', summary: '示例摘要', office: 'office', officeName: '示例工信局企业服务科' })],
    dossiers: [dossier(strong)],
  }))
    .toMatchObject([{
      id: 'policy~smart', policy: 'policy', policyTitle: '示例措施', item: 'smart', title: '智能化改造设备补助', summary: '示例摘要', office: 'office',
      officeName: '示例工信局企业服务科', phone: '0772-2800000', lane: 'instant', limit: { days: 15, unit: 'working' }, window: null, open: true, sample: false,
      verdicts: [
        { conditionId: 'revenue', result: 'met', source: '示例局' }, { conditionId: 'insured', result: 'met', actual: { zh: '86 人' } },
      ],
      working: { zh: '智能设备投资额 6,000,000.00 元 × 10%，最高 50 万元' }, amount: { zh: '智能设备投资额的 10%，最高 50 万元' }, mostFen: 50_000_000,
      application: null, publishedAt: '2026-03-01T00:00:00.000Z',
    }])
})

test('the most that one can get is told where something bounds it', () => {
  expect(matched({}).map(({ mostFen }) => mostFen)).toEqual([50_000_000, null, 20_000_000, 2_000_000, 10_000_000])
  expect(matched({ items: [published({ ...smart, amount: { kind: 'rate', basisPoints: 1_000, fact: 'smartEquipment' } })] })[0]!.mostFen).toBeNull()
})

test('a policy is matched up to its last day', () => {
  const shown = (validUntil: string | null) => matched({ items: [published(smart, { validUntil })] }).length
  expect([shown(null), shown('2026-03-03'), shown('2026-03-02'), shown('2026-03-01')]).toEqual([1, 1, 1, 0])
})

test('an item is open in its window, first and last day included', () => {
  const open = (from: string, to: string) => matched({ items: [published({ ...smart, lane: 'window', window: { from, to } })] })[0]!.open
  expect([
    open('2026-03-02', '2026-03-31'), open('2026-02-01', '2026-03-02'), open('2026-03-03', '2026-03-31'), open('2026-02-01', '2026-03-01'),
  ])
    .toEqual([true, true, false, false])
})

test('a fact counts from the day on which it is valid', () => {
  const standing = (on: string) => matched({ items: [published(local)], dossiers: [dossier({ registrationPlace: '450203', insured: 30 })] }, on)[0]!.standing
  expect([standing('2025-12-31'), standing('2026-01-01')]).toEqual(['near', 'eligible'])
})

test('what was approved counts at once, before the dossier has noted it', () => {
  expect(matched({ items: [published(smart)], applications: [application('a', { status: 'approved' })] })[0]!.standing).toBe('enjoyed')
  expect(matched({ items: [published(smart)], applications: [application('a', { status: 'submitted' })] })[0]!.standing).toBe('near')
})

test('another item of the same policy, and the same item of another, are not enjoyed', () => {
  const elsewhere = { ...dossier(strong), enjoyed: [{ application: 'a', policy: 'other', item: 'smart', title: '', fen: 0, at: '' }] }
  expect(matched({ dossiers: [elsewhere] }).map(({ standing }) => standing)).not.toContain('enjoyed')
})

test.each<[string, ApplicationDocument[], { id: string; status: string } | null]>([
  ['a draft is linked', [application('a', { status: 'draft' })], { id: 'a', status: 'draft' }],
  ['an approval is linked', [application('a', { status: 'approved' })], { id: 'a', status: 'approved' }],
  ['a case is linked', [application('a', { status: 'correcting' })], { id: 'a', status: 'correcting' }],
  ['what was given up is not', (['discarded', 'withdrawn', 'refused'] as const).map(status => application(status, { status })), null],
  [
    'the latest is linked', [
      application('a', { status: 'approved' }), application('b', { status: 'draft', startedAt: '2026-02-02T01:00:00.000Z' }),
    ],
    { id: 'b', status: 'draft' },
  ],
  [
    'the latest is linked whatever the order', [
      application('b', { status: 'draft', startedAt: '2026-02-02T01:00:00.000Z' }), application('a', { status: 'approved' }),
    ],
    { id: 'b', status: 'draft' },
  ],
  ['one of another item is not', [application('a', { status: 'draft', itemId: 'title' })], null],
  ['one of another policy is not', [application('a', { status: 'draft', policy: 'other' })], null],
])('%s', (_, given, then) => {
  expect(matched({ items: [published(smart)], applications: given })[0]!.application).toEqual(then)
})

test('those who may act for the enterprise alone see it', () => {
  const may = (Object.keys(viewers) as Kind[]).filter(kind => matches.inputs({ enterprise: 'enterprise' }, viewers[kind]))
  expect(may).toEqual(['own agent', 'agent of several'])
})

test('it looks at all items, and at what belongs to the enterprise', () => {
  expect(matches.inputs({ enterprise: 'enterprise' }, viewers['own agent'])).toEqual({
    items: { projection: 'items', where: ['always'] },
    dossiers: { projection: 'dossiers', where: ['eq', 'id', 'enterprise'] },
    applications: { projection: 'applications', where: ['eq', 'enterprise', 'enterprise'] },
  })
})
