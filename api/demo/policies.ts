import type { Amount } from '@qinqing/domain/language/amount'
import type { ComparisonKey } from '@qinqing/domain/language/comparison'
import type { Clause, Condition } from '@qinqing/domain/language/condition'
import type { FactData } from '@qinqing/domain/language/fact'
import type { Item } from '@qinqing/domain/language/item'
import { cny } from '@qinqing/domain/language/money'
import type { PredicateKey } from '@qinqing/domain/language/predicates'
import { officeName } from '../import/office.ts'
import { offices } from './cast.ts'
import { type Present, shifted } from './days.ts'
import { drawnForm } from './forms.ts'

/** A policy of the demo with its items, as an editor would have written it. */
export interface DemoPolicy {
  id: string
  title: string
  number: string
  summary: string
  office: string
  officeName: string
  clauses: Clause[]
  items: Item[]
}

const wan = 1_000_000
const districts = ['450202', '450203', '450204', '450205', '450206', '450222', '450223', '450224', '450225', '450226']

type Asked = readonly [ref: string, fact: PredicateKey, comparison: ComparisonKey, value: FactData | null]

interface ItemSketch {
  id: string
  title: string
  lane: Item['lane']
  limit: [number, Item['limit']['unit']]
  conditions: readonly Asked[]
  /** Those with a question mark need not be there. */
  materials: readonly string[]
  amount: Amount
}

interface Sketch extends Pick<DemoPolicy, 'id' | 'title' | 'summary'> {
  office: string
  serial: number
  clauses: Readonly<Record<string, string>>
  items: readonly ItemSketch[]
}

const honest: Asked = ['第三条', 'seriousDishonesty', 'equals', 0]
const general = {
  第一条: '为支持本市企业发展，根据上级有关规定，结合实际制定本办法。（演示用，不是真实政策）',
  第三条: '申请单位近两年内没有严重失信记录。',
}
const finish = { 第八条: '提供虚假材料的，不予支持；已经拨付的，予以追回。', 第九条: '同一事项不重复支持。' }

const sketches: readonly Sketch[] = [
  {
    id: 'demo-policy-research', title: '企业研发投入后补助办法（示例）', office: 'demo-science', serial: 12,
    summary: '按上年研发费用给高新技术企业补助，并支持技术合同登记。演示政策。',
    clauses: {
      ...general, 第二条: '本办法适用于在本市登记注册的高新技术企业和科技型中小企业。', 第四条: '上年研发费用不低于 50 万元，且占营业收入的比例不低于 3%。',
      第五条: '按上年研发费用的 5% 给予补助，最高 100 万元。', 第六条: '登记技术合同的科技型中小企业，按成交额的 1% 给予补助，最高 20 万元。', ...finish,
    },
    items: [
      {
        id: 'research', title: '研发投入后补助', lane: 'window', limit: [20, 'working'],
        conditions: [
          ['第二条', 'registrationPlace', 'oneOf', districts], ['第二条', 'highTech', 'isTrue', null], ['第四条', 'lastYearResearchCost', 'atLeast', 50 * wan],
          ['第四条', 'researchShare', 'atLeast', 300], honest,
        ],
        materials: ['研发费用专项审计报告', '研发项目清单?'], amount: { kind: 'rate', basisPoints: 500, fact: 'lastYearResearchCost', cap: cny(100 * wan) },
      },
      {
        id: 'contracts', title: '技术合同成交补助', lane: 'instant', limit: [10, 'working'],
        conditions: [['第二条', 'technologySme', 'isTrue', null], ['第六条', 'technologyContracts', 'atLeast', 10 * wan], ['第六条', 'taxGrade', 'oneOf', ['A', 'B', 'M']]],
        materials: ['技术合同登记证明'], amount: { kind: 'rate', basisPoints: 100, fact: 'technologyContracts', cap: cny(20 * wan) },
      },
    ],
  },
  {
    id: 'demo-policy-specialised', title: '专精特新企业奖励办法（示例）', office: 'demo-industry', serial: 21,
    summary: '认定为专精特新中小企业的，给予一次性奖励，并按有效发明专利奖励。演示政策。',
    clauses: {
      ...general, 第二条: '本办法所称企业，是指登记状态为存续的中小微企业。', 第四条: '经认定的专精特新中小企业，一次性奖励 20 万元。',
      第五条: '专精特新中小企业每拥有一项有效发明专利，奖励 5,000 元，最高 5 万元。', ...finish,
    },
    items: [
      {
        id: 'award', title: '专精特新认定奖励', lane: 'automatic', limit: [5, 'working'],
        conditions: [
          ['第四条', 'specialised', 'isTrue', null], ['第二条', 'registrationStatus', 'is', 'active'],
          ['第二条', 'enterpriseScale', 'oneOf', ['medium', 'small', 'micro']], honest,
        ],
        materials: [], amount: { kind: 'fixed', money: cny(20 * wan) },
      },
      {
        id: 'patents', title: '专精特新企业发明专利奖励', lane: 'instant', limit: [10, 'working'],
        conditions: [['第五条', 'specialised', 'isTrue', null], ['第五条', 'inventionPatents', 'atLeast', 1]],
        materials: ['专利登记簿副本'], amount: { kind: 'perUnit', money: cny(500_000), fact: 'inventionPatents', cap: cny(5 * wan) },
      },
    ],
  },
  {
    id: 'demo-policy-smart', title: '工业企业智能化改造补助办法（示例）', office: 'demo-industry', serial: 33,
    summary: '规模以上工业企业购置智能设备、实施技术改造的，按投资额给予补助。演示政策。',
    clauses: {
      ...general, 第二条: '本办法适用于本市规模以上工业企业，技术改造补助适用于全部工业企业。', 第四条: '智能设备投资额不低于 50 万元的，按投资额的 10% 给予补助，最低 6 万元，最高 200 万元。',
      第五条: '申请单位的纳税信用等级不低于 M 级。', 第六条: '技术改造投资额不低于 100 万元的，按投资额的 3% 给予补助，最高 50 万元；近一年受过环保处罚的除外。', ...finish,
    },
    items: [
      {
        id: 'equipment', title: '智能化改造设备补助', lane: 'window', limit: [30, 'calendar'],
        conditions: [
          ['第二条', 'aboveScale', 'isTrue', null], ['第四条', 'smartEquipment', 'atLeast', 50 * wan], ['第五条', 'taxGrade', 'oneOf', ['A', 'B', 'M']], honest,
        ],
        materials: ['设备发票汇总表', '设备安装验收报告', '现场照片?'],
        amount: { kind: 'rate', basisPoints: 1_000, fact: 'smartEquipment', floor: cny(6 * wan), cap: cny(200 * wan) },
      },
      {
        id: 'renewal', title: '技术改造投资补助', lane: 'instant', limit: [20, 'working'],
        conditions: [
          ['第二条', 'industrySector', 'oneOf', ['automotive', 'machinery', 'steel', 'chemical', 'electronics', 'food']],
          ['第六条', 'technicalRenewal', 'atLeast', 100 * wan], ['第六条', 'ecologyPenalties', 'equals', 0], honest,
        ],
        materials: ['项目备案证明'], amount: { kind: 'rate', basisPoints: 300, fact: 'technicalRenewal', cap: cny(50 * wan) },
      },
    ],
  },
  {
    id: 'demo-policy-jobs', title: '企业稳岗和扩岗支持办法（示例）', office: 'demo-labour', serial: 8,
    summary: '不裁员、少裁员的企业按参保人数返还，小微企业新增就业给予补贴。演示政策。',
    clauses: {
      ...general, 第二条: '参保人数不少于 5 人、上年裁员率不高于 5.5% 的企业，可以享受稳岗返还。', 第四条: '按参保人数每人返还 300 元，最高 30 万元。',
      第五条: '小型和微型企业本年新增就业不少于 3 人的，每人补贴 1,000 元，最高 10 万元。', ...finish,
    },
    items: [
      {
        id: 'steady', title: '稳岗返还', lane: 'automatic', limit: [7, 'calendar'],
        conditions: [['第二条', 'insured', 'atLeast', 5], ['第二条', 'layoffRate', 'atMost', 550], honest],
        materials: [], amount: { kind: 'perUnit', money: cny(30_000), fact: 'insured', cap: cny(30 * wan) },
      },
      {
        id: 'newjobs', title: '小微企业新增就业补贴', lane: 'instant', limit: [5, 'working'],
        conditions: [['第五条', 'enterpriseScale', 'oneOf', ['small', 'micro']], ['第五条', 'newJobs', 'atLeast', 3]],
        materials: ['新增人员花名册'], amount: { kind: 'perUnit', money: cny(100_000), fact: 'newJobs', cap: cny(10 * wan) },
      },
    ],
  },
  {
    id: 'demo-policy-growth', title: '工业企业首次升规奖励办法（示例）', office: 'demo-development', serial: 17,
    summary: '本年首次升为规模以上的工业企业，按上年营业收入分档奖励。演示政策。',
    clauses: {
      ...general, 第二条: '本办法适用于登记状态为存续、成立满 1 年的工业企业。', 第四条: '本年首次升规且上年营业收入不低于 2,000 万元的，予以奖励。',
      第五条: '上年营业收入 2,000 万元起奖励 5 万元，5,000 万元起奖励 10 万元，1 亿元起奖励 20 万元。', ...finish,
    },
    items: [{
      id: 'growth', title: '首次升规奖励', lane: 'instant', limit: [15, 'working'],
      conditions: [
        ['第四条', 'firstAboveScale', 'isTrue', null], ['第四条', 'lastYearRevenue', 'atLeast', 2_000 * wan], ['第二条', 'registrationStatus', 'is', 'active'],
        ['第二条', 'foundedOn', 'yearsFull', 1],
      ],
      materials: ['入库证明'],
      amount: {
        kind: 'steps', fact: 'lastYearRevenue',
        steps: [{ from: 2_000 * wan, money: cny(5 * wan) }, { from: 5_000 * wan, money: cny(10 * wan) }, { from: 10_000 * wan, money: cny(20 * wan) }],
      },
    }],
  },
  {
    id: 'demo-policy-green', title: '绿色工厂奖励办法（示例）', office: 'demo-ecology', serial: 26,
    summary: '通过绿色工厂评价的企业给予一次性奖励。演示政策。',
    clauses: {
      ...general, 第二条: '申请单位应当通过绿色工厂评价，并取得环境或者能源管理体系认证。', 第四条: '近一年没有受过环保处罚。', 第五条: '一次性奖励 30 万元。', ...finish,
    },
    items: [{
      id: 'green', title: '绿色工厂奖励', lane: 'instant', limit: [15, 'working'],
      conditions: [
        ['第二条', 'greenFactory', 'isTrue', null], ['第二条', 'certificates', 'hasAny', ['environment', 'energy']], ['第四条', 'ecologyPenalties', 'equals', 0], honest,
      ],
      materials: ['绿色工厂评价报告'], amount: { kind: 'fixed', money: cny(30 * wan) },
    }],
  },
]

/** Articles in the order of the law, also where a general one stands between special ones. */
const articles = '一二三四五六七八九'
const inOrder = (clauses: Readonly<Record<string, string>>): Clause[] =>
  Object.entries(clauses).map(([ref, text]) => ({ ref, text })).toSorted((a, b) => articles.indexOf(a.ref[1]!) - articles.indexOf(b.ref[1]!))

function itemOf(sketch: ItemSketch, clauses: readonly Clause[], from: { office: string; officeName: string; phone: string }, { today }: Present): Item {
  const { id, title, lane, limit: [days, unit], conditions, materials, amount } = sketch
  return {
    id, title, lane, limit: { days, unit }, ...from, amount, sample: true,
    conditions: conditions.map(([ref, fact, comparison, value], n): Condition =>
      ({ id: `c${n + 1}`, clause: clauses.find(one => one.ref === ref)!, fact, comparison, value })),
    materials: materials.map((name, n) => ({ id: `m${n + 1}`, name: name.replace('?', ''), required: !name.endsWith('?') })),
    ...lane === 'window' ? { window: { from: shifted(today, -60), to: shifted(today, 26) } } : {},
  }
}

/** Six policies of five offices, with every kind of amount and all three lanes. */
export function demoPolicies(present: Present): DemoPolicy[] {
  return sketches.map(({ id, title, summary, office, serial, clauses, items }) => {
    const { phone, ...at } = offices.find(one => one.id === office)!
    const from = { office, officeName: officeName(at), phone }
    const ordered = inOrder(clauses)
    return {
      id, title, summary, number: `示例政发〔${present.today.slice(0, 4)}〕${serial} 号`, office, officeName: from.officeName, clauses: ordered,
      items: items.map(one => drawnForm(itemOf(one, ordered, from, present))),
    }
  })
}
