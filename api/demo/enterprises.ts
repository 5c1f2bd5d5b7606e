import { creditCodeFor, organisationDigit } from '@qinqing/domain/language/credit-code'
import type { FactData } from '@qinqing/domain/language/fact'
import { type PredicateKey, predicates } from '@qinqing/domain/language/predicates'
import { enterpriseCount } from './cast.ts'
import { between, type Chance, chance, pick } from './chance.ts'

export type Known = Partial<Record<PredicateKey, FactData>>

/** An enterprise that does not exist, and what the bureaus say of it. */
export interface DemoEnterprise {
  id: string
  name: string
  creditCode: string
  known: Known
}

const stems: readonly [sector: string, stems: string][] = [
  ['machinery', '龙城精密机械 鹅山重型机械 马鞍山工程机械 蟠龙数控机床'],
  ['automotive', '柳江汽车零部件 白莲洞新能源汽车 河东车桥 静兰车身模具 阳和动力电池'],
  ['electronics', '官塘智能装备 北部湾传感器 柳东电子科技'],
  ['software', '云桂软件 龙潭数据服务 红花工业互联网'],
  ['chemical', '鹿寨精细化工 洛维医药 柳北新材料'],
  ['steel', '黄村特种钢 雀儿山钢构'],
  ['food', '螺乡食品 三江油茶 融安金桔食品 螺蛳粉产业园'],
  ['logistics', '雒容物流 西江航运 铁桥冷链'],
  ['construction', '都乐建筑 文昌建设'],
  ['trade', '五里亭商贸 飞鹅供应链 潭中进出口'],
  ['services', '窑埠会展 东堤人力资源 环江检测'],
  ['farming', '融水香杉 柳城蔗业 元宝山茶业'],
]

/** Names of sixty characters exist, and pages have to bear them. */
const longest = '柳州示例新能源汽车动力电池智能制造与梯次循环利用关键技术研究开发及产业化示范高端装备协同创新集团股份有限公司第十一分公司'

const firms = stems.flatMap(([sector, names]) => names.split(' ').map(stem => ({ sector, name: `柳州示例${stem}有限公司` })))
const roster = [...firms, { sector: 'automotive', name: longest }, { sector: 'electronics', name: '柳州示例静兰湾光电股份有限公司' }]

const districts = ['450202', '450203', '450204', '450205', '450206', '450222', '450223', '450224', '450225', '450226']

const wan = 1_000_000
const makers = ['machinery', 'automotive', 'electronics', 'chemical', 'steel', 'food']

/** By yearly revenue in 万元. */
const sizes = [
  { scale: 'micro', least: 280, most: 950, staff: 8 }, { scale: 'small', least: 1_200, most: 4_800, staff: 36 },
  { scale: 'medium', least: 6_000, most: 28_000, staff: 160 }, { scale: 'large', least: 52_000, most: 180_000, staff: 760 },
] as const

function figures(next: Chance, sector: string, index: number): Known {
  const size = sizes[sector === 'automotive' && index % 4 === 0 ? 3 : between(next, 0, 2)]!
  const revenue = between(next, size.least, size.most) * wan
  const isMaker = makers.includes(sector)
  const isTech = isMaker ? next() < 0.8 : sector === 'software'
  const research = Math.floor(revenue / 10_000) * between(next, isTech ? 260 : 40, isTech ? 760 : 210)
  const staff = Math.round(size.staff * (0.7 + next() * 0.8))
  const isAbove = isMaker && revenue >= 2_000 * wan
  const isFirst = isAbove && size.scale === 'small' && next() < 0.6
  return {
    registrationStatus: 'active', foundedOn: `${between(next, 1998, 2024)}-0${between(next, 1, 9)}-${between(next, 10, 28)}`,
    industrySector: sector, enterpriseScale: size.scale, registeredCapital: between(next, 100, 6_000) * wan,
    lastYearRevenue: revenue, revenueGrowth: between(next, -900, 2_600), lastYearResearchCost: research,
    researchShare: Math.round((research * 10_000) / revenue), lastYearTax: Math.round((revenue * between(next, 12, 46)) / 1_000),
    taxGrade: pick(next, ['A', 'A', 'B', 'B', 'B', 'M', 'C']), employees: staff, insured: Math.max(2, staff - between(next, 0, 6)),
    newJobs: between(next, 0, Math.max(4, Math.round(staff / 12))), layoffRate: between(next, 0, 7) * 100,
    seriousDishonesty: 0, ecologyPenalties: next() < 0.12 ? 1 : 0,
    highTech: isTech && next() < 0.8, technologySme: isTech && size.scale !== 'large', specialised: isTech && size.scale !== 'large' && next() < 0.75,
    aboveScale: isAbove, firstAboveScale: isFirst, greenFactory: isAbove && next() < 0.4,
    certificates: isMaker ? pick(next, [['quality'], ['quality', 'environment'], ['quality', 'environment', 'energy'], ['quality', 'safety']]) : [],
    smartEquipment: isMaker ? between(next, 0, 260) * wan : 0, technicalRenewal: isMaker ? between(next, 20, 900) * wan : 0,
    rentedArea: between(next, 200, 6_000), exports: sector === 'trade' || next() < 0.3 ? between(next, 40, 3_000) * wan : 0,
    inventionPatents: isTech ? between(next, 0, 14) : 0, technologyContracts: isTech ? between(next, 0, 90) * wan : 0,
  }
}

/** What never is missing, so that a page always has something to say. */
const always: readonly PredicateKey[] = ['registrationStatus', 'registrationPlace', 'foundedOn', 'industrySector', 'enterpriseScale', 'lastYearRevenue', 'seriousDishonesty']

/** What policies seldom ask for is told less often. */
const seldom: readonly PredicateKey[] = ['revenueGrowth', 'lastYearTax', 'employees', 'rentedArea', 'exports', 'registeredCapital']

/** The bureaus have told of some facts only: from 15 of them for one enterprise to 25 for another. */
function told(next: Chance, known: Known, index: number): Known {
  const wanted = index % 5 === 3 ? 15 + between(next, 0, 2) : 24 + between(next, 0, 1)
  const rest = (Object.keys(known) as PredicateKey[]).filter(key => !always.includes(key))
    .map(key => ({ key, order: next() + (seldom.includes(key) ? 0.8 : 0) })).toSorted((a, b) => a.order - b.order)
  const kept = new Set([...always, ...rest.slice(0, wanted - always.length).map(({ key }) => key)])
  return Object.fromEntries((Object.keys(predicates) as PredicateKey[]).flatMap(key => (kept.has(key) && known[key] !== undefined ? [[key, known[key]]] : [])))
}

/** The enterprise of the printed sign-in: it has something of everything. */
const first: Known = {
  registrationStatus: 'active', registrationPlace: '450203', foundedOn: '2014-05-18', industrySector: 'machinery', enterpriseScale: 'medium',
  registeredCapital: 2_000 * wan, lastYearRevenue: 8_640 * wan, revenueGrowth: 1_260, lastYearResearchCost: 363 * wan, researchShare: 420,
  lastYearTax: 312 * wan, taxGrade: 'A', employees: 92, insured: 86, newJobs: 2, layoffRate: 120, seriousDishonesty: 0, ecologyPenalties: 0,
  highTech: true, technologySme: true, specialised: true, aboveScale: true, firstAboveScale: false, greenFactory: false, certificates: ['quality'],
  smartEquipment: 128_600_000, technicalRenewal: 80 * wan, inventionPatents: 6, technologyContracts: 26 * wan,
}
/** Twenty-five at most; these the bureaus have told later or not at all. */
const untold: readonly PredicateKey[] = ['revenueGrowth', 'lastYearTax', 'employees', 'registeredCapital']

function enterprise({ sector, name }: (typeof roster)[number], index: number): DemoEnterprise {
  const next = chance(`enterprise/${index}`)
  const district = index ? pick(next, districts) : String(first.registrationPlace)
  const organisation = `MADEM${String(index + 1).padStart(3, '0')}`
  const bad = index % 13 === 7 ? { seriousDishonesty: 1 } : {}
  const known = index ? told(next, { ...figures(next, sector, index), ...bad, registrationPlace: district }, index) : first
  return {
    id: `demo-enterprise-${String(index + 1).padStart(2, '0')}`, name,
    creditCode: creditCodeFor(`91${district}${organisation}${organisationDigit(organisation)}`)!,
    known: index ? known : Object.fromEntries(Object.entries(first).filter(([key]) => !untold.includes(key as PredicateKey))),
  }
}

/** Forty enterprises of all trades, districts and sizes. */
export const enterprises: readonly DemoEnterprise[] = roster.slice(0, enterpriseCount).map(enterprise)
