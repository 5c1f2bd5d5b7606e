import { type Lane, lane } from '@qinqing/domain/language/item'
import type { Standing } from '@qinqing/domain/language/standing'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'

/** The order of the tabs: what one can have first. */
export const tabs = ['eligible', 'near', 'unverified', 'enjoyed', 'ineligible'] as const satisfies readonly Standing[]
export const sorts = ['fit', 'amount', 'days', 'newest'] as const
export type Sort = (typeof sorts)[number]

/** What the address asks for. */
export interface Wanted {
  /** Null until one has chosen: then the first that has something. */
  tab: Standing | null
  q: string
  lane: Lane | null
  office: string | null
  sort: Sort
}

const one = <T extends string>(of: readonly T[], value: string | null): T | null => of.find(each => each === value) ?? null

export const wantedOf = (query: URLSearchParams): Wanted => ({
  tab: one(tabs, query.get('tab')),
  q: query.get('q')?.trim().slice(0, 100) ?? '',
  lane: one(lane.options, query.get('lane')),
  office: query.get('office'),
  sort: one(sorts, query.get('sort')) ?? 'fit',
})

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Whether an item speaks of every word one looks for. */
export function speaksOf({ title, policyTitle, officeName, summary }: MatchDocument, q: string): boolean {
  const text = plain([title, policyTitle, officeName, summary].join('\n'))
  return plain(q)
    .split(/\s+/)
    .every(word => text.includes(word))
}

/** What was looked for, here or by the full text's hits, and what the filters leave. */
export const filtered = (matches: readonly MatchDocument[], { q, lane: way, office }: Wanted, hits: ReadonlySet<string>): MatchDocument[] =>
  matches.filter(
    match => (!q || hits.has(match.id) || speaksOf(match, q)) && (!way || match.lane === way) && (!office || match.office === office),
  )

const money = ({ estimateFen, mostFen }: MatchDocument) => estimateFen ?? mostFen ?? -1
const begun = ({ application }: MatchDocument) => (application?.status === 'correcting' ? 0 : application?.status === 'draft' ? 1 : 2)

const orders: Readonly<Record<Sort, (a: MatchDocument, b: MatchDocument) => number>> = {
  fit: (a, b) => begun(a) - begun(b) || Number(b.open) - Number(a.open) || money(b) - money(a),
  amount: (a, b) => money(b) - money(a),
  days: (a, b) => a.limit.days - b.limit.days,
  newest: (a, b) => b.publishedAt.localeCompare(a.publishedAt),
}

export const sorted = (matches: readonly MatchDocument[], sort: Sort): MatchDocument[] => matches.toSorted(orders[sort])

/** How many of each standing. */
export function counted(matches: readonly MatchDocument[]): Readonly<Record<Standing, number>> {
  const counts: Record<Standing, number> = { eligible: 0, near: 0, unverified: 0, enjoyed: 0, ineligible: 0 }
  for (const { standing } of matches) counts[standing]++
  return counts
}

/** The tab that is shown: the one that was chosen, or else the first that has something. */
export const tabOf = ({ tab }: Wanted, counts: Readonly<Record<Standing, number>>): Standing =>
  tab ?? tabs.find(each => counts[each] > 0) ?? 'eligible'
