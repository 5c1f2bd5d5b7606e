import { bureaus } from '@qinqing/domain/language/bureaus'
import { localDate } from '@qinqing/domain/language/calendar'
import { type Clause, evaluate, type Verdict } from '@qinqing/domain/language/condition'
import type { Facts } from '@qinqing/domain/language/fact'
import type { FormFault } from '@qinqing/domain/language/answer'
import { type Reading, statedFacts } from '@qinqing/domain/language/form'
import type { Item } from '@qinqing/domain/language/item'
import { fieldsOf, isDeclaration } from './reading.ts'

type Barrier = 'not-open' | 'too-early' | 'too-late' | 'already'

/** What an official will look at, and how it stands. */
export interface Risk {
  clause: Clause
  /** failed: by what sources say, or by what is stated where they say nothing; disputed: stated otherwise than the source says; open: known by nobody. */
  how: 'failed' | 'disputed' | 'open' | 'stated'
  verdict: Verdict
  /** The field where another value could be stated. */
  field: string | null
}

export interface Precheck {
  /** For these a submission is turned down at once. */
  faults: FormFault[]
  barriers: Barrier[]
  /** For these it may be refused later; they hinder nobody from submitting. */
  risks: Risk[]
}

interface Given {
  item: Item
  reading: Reading
  facts: Facts
  now: string
  /** Whether the policy in force still has the item; null while that is not known. */
  inForce: boolean | null
  /** Whether the same enterprise has another case of the same item, under way or approved. */
  already: boolean
}

type Result = Verdict['result']

/** By what sources say, and once the enterprise's own statements stand over it. What an official settles without it is no risk. */
const how: Record<Result, Record<Result, Risk['how'] | null>> = {
  met: { met: null, failed: 'disputed', unknown: null },
  failed: { met: 'disputed', failed: 'failed', unknown: 'failed' },
  unknown: { met: 'stated', failed: 'failed', unknown: 'open' },
}

function risksOf({ item, reading, facts, now }: Given): Risk[] {
  const today = localDate(now)
  const stated = statedFacts(reading, facts, bureaus.self.zh, now, today)
  const fields = fieldsOf(reading)
  return item.conditions.flatMap(condition => {
    const [told, said] = [evaluate(condition, facts, today), evaluate(condition, stated, today)]
    const found = how[told.result][said.result]
    const field = fields.find(({ fact }) => fact === condition.fact)?.id ?? null
    // What is missing in the form is said once, as a fault.
    if (found === 'open' && reading.faults.some(fault => fault.field === field)) return []
    return found ? [{ clause: condition.clause, how: found, verdict: told.result === 'unknown' ? said : told, field }] : []
  })
}

const order: Risk['how'][] = ['open', 'failed', 'disputed', 'stated']

function barriersOf({ item: { window }, now, inForce, already }: Given): Barrier[] {
  const today = localDate(now)
  const found: (Barrier | false)[] = [
    inForce === false && 'not-open',
    window !== undefined && today < window.from && 'too-early',
    window !== undefined && today > window.to && 'too-late',
    already && 'already',
  ]
  return found.filter(one => one !== false)
}

/** What would happen if it were submitted now, by the same rules as the server's. */
export function precheck(given: Given): Precheck {
  return {
    faults: given.reading.faults,
    barriers: barriersOf(given),
    risks: risksOf(given).toSorted((a, b) => order.indexOf(a.how) - order.indexOf(b.how)),
  }
}

const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

/** The account holder when it is not the enterprise itself: worth a second look, since the money goes there. */
export function foreignHolder(reading: Pick<Reading, 'sections'>, enterprise: string): string | null {
  const holder = fieldsOf(reading).find(({ id }) => id === 'payee.name')?.value
  return typeof holder === 'string' && plainName(holder) !== plainName(enterprise) ? holder : null
}

/** Without the declarations, which are made at the very end. */
export const beforeReview = ({ faults }: Pick<Precheck, 'faults'>, reading: Reading): FormFault[] => {
  const last = new Set(fieldsOf(reading).filter(isDeclaration).map(({ id }) => id))
  return faults.filter(({ field }) => !last.has(field))
}
