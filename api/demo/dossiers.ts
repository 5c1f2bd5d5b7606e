import { bureaus } from '@qinqing/domain/language/bureaus'
import type { FactData, Facts } from '@qinqing/domain/language/fact'
import { type PredicateKey, predicates } from '@qinqing/domain/language/predicates'
import { account } from './answers.ts'
import { between, chance, digits, pick } from './chance.ts'
import { moment, type Present, shifted } from './days.ts'
import type { DemoEnterprise } from './enterprises.ts'

interface Told {
  predicate: PredicateKey
  value: FactData
  source: string
  validFrom: string
}

/** What sources said of an enterprise at one time. */
export interface Batch {
  at: string
  facts: Told[]
}

const { market, statistics, tax, labour, credit } = bureaus

/** On which day sources spoke for the first time, counted back from today; the others were last. */
const rounds: readonly { day: number; minute: number; sources: readonly string[] | null }[] = [
  { day: 59, minute: 9 * 60 + 40, sources: [market.zh, statistics.zh] },
  { day: 58, minute: 10 * 60 + 5, sources: [tax.zh, labour.zh, credit.zh] },
  { day: 57, minute: 8 * 60 + 30, sources: null },
]

/** Whom the register names to be reached, and the account that tax is paid back to. */
function registered(id: string, name: string): Partial<Record<PredicateKey, FactData>> {
  const next = chance(`registered/${id}`)
  return {
    contactName: `${pick(next, [...'韦覃莫蒙石潘兰罗'])}示例`, contactPhone: `199${digits(next, 8)}`, accountHolder: name, accountBank: '示例银行城中支行', accountNumber: account(next),
  }
}

/** What has been told in batches: first everything, later the figures that move. */
export function batchesOf({ id, name, known: figures }: DemoEnterprise, { today }: Present): Batch[] {
  const next = chance(`dossier/${id}`)
  const lastYear = `${Number(today.slice(0, 4)) - 1}-12-31`
  const known = { ...figures, ...registered(id, name) }
  const since: Record<string, string> = {}
  const told = (Object.keys(known) as PredicateKey[]).map((predicate): Told => {
    const source = predicates[predicate].authority.zh
    since[source] ??= [tax.zh, statistics.zh].includes(source) ? [lastYear, shifted(today, -70)].toSorted()[0]! : shifted(today, -between(next, 66, 240))
    return { predicate, value: known[predicate]!, source, validFrom: since[source] }
  })
  const isLater = ({ source }: Told) => !rounds.some(({ sources }) => sources?.includes(source))
  const first = rounds.map(({ day, minute, sources }): Batch => ({
    at: moment(shifted(today, -day), minute + between(next, 0, 50)), facts: told.filter(one => (sources ? sources.includes(one.source) : isLater(one))),
  }))
  const moved = (predicate: PredicateKey, day: number, by: number): Batch => ({
    at: moment(shifted(today, -day), 7 * 60 + between(next, 0, 59)),
    facts: told.filter(one => one.predicate === predicate).map(one => ({ ...one, value: Number(one.value) + by, validFrom: shifted(today, -day - 1) })),
  })
  return [...first, moved('revenueGrowth', 25, between(next, 10, 90)), moved('insured', 8, between(next, 1, 4))].filter(({ facts }) => facts.length)
}

/** What was known at a time. */
export const factsAt = (batches: readonly Batch[], time: string): Facts => Object.fromEntries(batches
  .filter(({ at }) => at <= time)
  .flatMap(({ at, facts }) => facts.map(one => [one.predicate, { ...one, receivedAt: at }])))
