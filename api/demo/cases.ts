import { type Clause, evaluate, type Verdict } from '@qinqing/domain/language/condition'
import type { Facts } from '@qinqing/domain/language/fact'
import type { Item } from '@qinqing/domain/language/item'
import { standing, type Standing } from '@qinqing/domain/language/standing'
import { type Chance, chance, pick } from './chance.ts'
import type { Present } from './days.ts'

/** Where an application has come to by now. */
type Ending = 'draft' | 'submitted' | 'claimed' | 'correcting' | 'resubmitted' | 'approved' | 'refused' | 'withdrawn'

/** Something that can be applied for, with the form that publishing gave it. */
export interface Target {
  policy: string
  clauses: readonly Clause[]
  item: Item
  imported: boolean
}

/** One application of the demo, before it is told step by step. */
export interface Case {
  enterprise: number
  target: Target
  ending: Ending
  /** Working days until it is due; negative when it is late. */
  due: number | null
  /** Whether the reviewer of the printed sign-in is on it. */
  mine: boolean
}

interface Slot {
  ending: Ending
  due?: number
  /** An office, or whether it is one of the imported items. */
  where: string | ((target: Target) => boolean)
  fits: (stands: Standing, verdicts: readonly Verdict[]) => boolean
}

const dealt = (ending: Ending, where: Slot['where'], dues: readonly number[], fits: Slot['fits']): Slot[] => dues.map(due => ({ ending, due, where, fits }))
const many = (count: number, ending: Ending, where: Slot['where'], fits: Slot['fits']): Slot[] => Array.from({ length: count }, () => ({ ending, where, fits }))

const industry = 'demo-industry'
const isImported = ({ imported }: Target) => imported
const isDemo = ({ imported }: Target) => !imported
const isOther = ({ imported, item }: Target) => !imported && item.office !== industry

/** Nobody would apply who lacks much of what is asked. */
const hopeful: Slot['fits'] = (one, verdicts) => one !== 'ineligible' && verdicts.filter(({ result }) => result !== 'met').length <= 1
const sound: Slot['fits'] = one => one === 'eligible'
const failing: Slot['fits'] = (_, verdicts) => verdicts.some(({ result }) => result === 'failed')
/** Nothing fails, but an official has to judge what the bureaus have not told. */
const unproven: Slot['fits'] = (one, verdicts) => one === 'near' && verdicts.every(({ result }) => result !== 'failed')
const any: Slot['fits'] = () => true

/** What waits for the officials of one office in every degree of urgency, and a city's usual business besides. */
const slots: readonly Slot[] = [
  ...many(27, 'approved', isOther, sound),
  ...many(6, 'approved', industry, sound),
  ...dealt('submitted', industry, [-4, -2, -1, 0, 0, 1, 1, 2, 3, 5, 8, 12], hopeful),
  ...dealt('claimed', industry, [-1, 0, 1, 2, 2, 4, 6, 9, 13], hopeful),
  ...many(5, 'correcting', industry, hopeful),
  ...many(5, 'resubmitted', industry, hopeful),
  ...dealt('submitted', 'demo-science', [2, 6], hopeful),
  ...dealt('claimed', 'demo-science', [1, 8], hopeful),
  ...dealt('submitted', isOther, [-1, 0, 4], hopeful),
  ...dealt('claimed', isOther, [-2, 3], hopeful),
  ...dealt('submitted', isImported, [-3, 0, 1, 2, 6, 14], any),
  ...dealt('claimed', isImported, [0, 2, 5, 10], any),
  ...many(3, 'correcting', isOther, hopeful),
  ...many(2, 'correcting', isImported, any),
  ...many(2, 'resubmitted', isOther, hopeful),
  ...many(2, 'resubmitted', isImported, any),
  ...many(8, 'refused', isDemo, failing),
  ...many(5, 'refused', isImported, any),
  ...many(8, 'approved', isDemo, unproven),
  ...many(53, 'approved', isImported, any),
  ...many(5, 'withdrawn', isDemo, hopeful),
  ...many(5, 'withdrawn', isImported, any),
  ...many(7, 'draft', isDemo, hopeful),
  ...many(6, 'draft', isImported, any),
]

type Script = readonly [ending: Ending, title: string, due?: number]

/** The enterprise of the printed sign-in: two corrections wait, some run, some are decided; titles are found by their beginning. */
const scripted: readonly Script[] = [
  ['correcting', '研发投入后补助'], ['correcting', '智能化改造设备补助'], ['approved', '专精特新认定奖励'],
  ['submitted', '建设项目环境影响报告书', 4], ['claimed', '无线电频率使用许可', 2], ['resubmitted', '超限运输车辆'], ['submitted', '对经济普查中', 7],
  ['approved', '出具节水验收意见'], ['approved', '对取水户用水计划'], ['refused', '实验动物生产许可'], ['draft', '水利工程管理'],
]

/** Days of a promise as working days, roughly. */
const workingDays = ({ limit: { days, unit } }: Item): number => (unit === 'working' ? days : Math.floor((days * 2) / 3))

const verdictsOf = ({ conditions }: Item, facts: Facts, today: string): Verdict[] => conditions.map(one => evaluate(one, facts, today))

const isAt = (where: Slot['where'], target: Target): boolean => (typeof where === 'string' ? target.item.office === where && !target.imported : where(target))

interface Pair extends Pick<Case, 'enterprise' | 'target'> {
  verdicts: readonly Verdict[]
  stands: Standing
}

/** Where a case fits best: with an enterprise that has not many yet, and rather one that can get what it asks for. */
function place(slot: Slot, free: readonly Pair[], load: readonly number[], next: Chance): Pair {
  const ranked = free.map(pair => ({ pair, rank: load[pair.enterprise]! + next() + (pair.stands === 'near' && slot.fits === hopeful ? 2.5 : 0) }))
  const [first, ...rest] = ranked
  if (!first) throw new Error(`no place in the demo for a case that is ${slot.ending}`)
  return rest.reduce((least, one) => (one.rank < least.rank ? one : least), first).pair
}

/** All applications of the demo: who, for what, and where they have come to; an enterprise asks for one thing only once. */
export function demoCases(targets: readonly Target[], dossiers: readonly Facts[], { today }: Present): Case[] {
  const next = chance('cases')
  const cases = scripted.map(([ending, title, due]): Case => ({
    enterprise: 0, ending, due: due ?? null, mine: true, target: targets.find(({ item }) => item.title.startsWith(title))!,
  }))
  const load = dossiers.map(() => 0)
  const taken = new Set<string>()
  const keyOf = ({ enterprise, target }: Pick<Case, 'enterprise' | 'target'>) => `${enterprise}/${target.policy}/${target.item.id}`
  const pairs = dossiers.flatMap((facts, enterprise) => (enterprise === 0 ? [] : targets.map((target): Pair => {
    const verdicts = verdictsOf(target.item, facts, today)
    return { enterprise, target, verdicts, stands: standing(verdicts, false) }
  })))
  for (const slot of slots) {
    const { ending, due = null, where, fits } = slot
    const free = pairs.filter(pair => isAt(where, pair.target) && fits(pair.stands, pair.verdicts) && !taken.has(keyOf(pair))
      && (due === null || due <= workingDays(pair.target.item)))
    const pair = place(slot, free, load, next)
    load[pair.enterprise]! += 1
    taken.add(keyOf(pair))
    cases.push({ enterprise: pair.enterprise, target: pair.target, ending, due, mine: pick(next, [true, true, false]) })
  }
  return cases
}
