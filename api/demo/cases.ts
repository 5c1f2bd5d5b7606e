import { type Clause, evaluate, type Verdict } from '@qinqing/domain/language/condition'
import type { Facts } from '@qinqing/domain/language/fact'
import type { Item } from '@qinqing/domain/language/item'
import { standing, type Standing } from '@qinqing/domain/language/standing'
import { type Chance, chance, pick } from './chance.ts'
import { type Present } from './days.ts'

/** Where an application has come to by now. */
export type Ending = 'draft' | 'submitted' | 'claimed' | 'correcting' | 'resubmitted' | 'approved' | 'refused' | 'withdrawn'

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
const anywhere = ({ item }: Target) => item.office !== industry
const isImported = ({ imported }: Target) => imported
const isDemo = ({ imported }: Target) => !imported

const hopeful: Slot['fits'] = one => one !== 'ineligible'
const sound: Slot['fits'] = one => one === 'eligible'
const doubtful: Slot['fits'] = one => one === 'near' || one === 'ineligible'
/** Nothing fails, but an official has to judge what the bureaus have not told. */
const unproven: Slot['fits'] = (one, verdicts) => one === 'near' && verdicts.every(({ result }) => result !== 'failed')
const any: Slot['fits'] = () => true

/** What waits for the officials of one office in every degree of urgency, and a city's usual business besides. */
const slots: readonly Slot[] = [
  ...dealt('submitted', industry, [-4, -2, -1, 0, 0, 1, 1, 2, 3, 5, 8, 12], hopeful),
  ...dealt('claimed', industry, [-1, 0, 1, 2, 2, 4, 6, 9, 13], hopeful),
  ...many(5, 'correcting', industry, hopeful),
  ...many(5, 'resubmitted', industry, hopeful),
  ...dealt('submitted', anywhere, [-3, -1, 0, 0, 1, 2, 2, 4, 6, 9, 14], hopeful),
  ...dealt('claimed', anywhere, [-2, 0, 1, 2, 3, 5, 7, 10], hopeful),
  ...many(5, 'correcting', anywhere, hopeful),
  ...many(4, 'resubmitted', anywhere, hopeful),
  ...many(8, 'refused', isDemo, doubtful),
  ...many(5, 'refused', isImported, any),
  ...many(8, 'approved', isDemo, unproven),
  ...many(42, 'approved', isDemo, sound),
  ...many(44, 'approved', isImported, any),
  ...many(5, 'withdrawn', isDemo, hopeful),
  ...many(5, 'withdrawn', isImported, any),
  ...many(7, 'draft', isDemo, hopeful),
  ...many(6, 'draft', isImported, any),
]

type Script = readonly [ending: Ending, item: string | number, due?: number]

/** The enterprise of the printed sign-in: two corrections wait, some run, some are decided; `item` counts imported ones. */
const first: readonly Script[] = [
  ['correcting', 'research'], ['correcting', 'equipment'], ['approved', 'award'],
  ['submitted', 0, 4], ['claimed', 1, 2], ['resubmitted', 2], ['submitted', 3, 7], ['approved', 4], ['approved', 5], ['refused', 6], ['draft', 7],
]

/** Days of a promise as working days, roughly. */
const workingDays = ({ limit: { days, unit } }: Item): number => (unit === 'working' ? days : Math.floor((days * 2) / 3))

const verdictsOf = ({ conditions }: Item, facts: Facts, today: string): Verdict[] => conditions.map(one => evaluate(one, facts, today))

const isAt = (where: Slot['where'], target: Target): boolean => (typeof where === 'string' ? target.item.office === where && !target.imported : where(target))

/** A case where it fits, with an enterprise that has not many yet. */
function place(slot: Slot, free: Case[], load: readonly number[], next: Chance): Case {
  const shuffled = free.map(one => ({ one, order: load[one.enterprise]! + next() }))
  const best = shuffled.reduce<(typeof shuffled)[number] | undefined>((least, one) => (!least || one.order < least.order ? one : least), undefined)
  if (!best) throw new Error(`no place in the demo for a case that is ${slot.ending}`)
  return best.one
}

/** All applications of the demo: who, for what, and where they have come to; an enterprise asks for one thing only once. */
export function demoCases(targets: readonly Target[], dossiers: readonly Facts[], { today }: Present): Case[] {
  const next = chance('cases')
  const imported = targets.filter(isImported)
  const cases = first.map(([ending, item, due]): Case => ({
    enterprise: 0, ending, due: due ?? null, mine: true,
    target: typeof item === 'number' ? imported[item]! : targets.find(one => one.item.id === item)!,
  }))
  const load = dossiers.map(() => 0)
  const taken = new Set<string>()
  const keyOf = ({ enterprise, target }: Pick<Case, 'enterprise' | 'target'>) => `${enterprise}/${target.policy}/${target.item.id}`
  const pairs = dossiers.flatMap((facts, enterprise) => (enterprise === 0 ? [] : targets.map(target => {
    const verdicts = verdictsOf(target.item, facts, today)
    return { enterprise, target, verdicts, stands: standing(verdicts, false) }
  })))
  for (const slot of slots) {
    const free = pairs.filter(({ enterprise, target, stands, verdicts }) => isAt(slot.where, target) && slot.fits(stands, verdicts)
      && (slot.due === undefined || slot.due <= workingDays(target.item)) && !taken.has(keyOf({ enterprise, target })))
    const found = place(slot, free.map(({ enterprise, target }) => ({ enterprise, target, ending: slot.ending, due: slot.due ?? null, mine: false })), load, next)
    load[found.enterprise]! += 1
    taken.add(keyOf(found))
    cases.push({ ...found, mine: pick(next, [true, true, false]) })
  }
  return cases
}
