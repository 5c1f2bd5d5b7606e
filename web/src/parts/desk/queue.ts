import type { ApplicationDocument, ApplicationStatus } from '@qinqing/domain/fulfilment/application/contract'
import { itemKey } from '@qinqing/domain/policy/policy/contract'
import { groups, standing } from './standing.ts'

export const openStatuses = ['submitted', 'claimed', 'resubmitted', 'correcting'] as const satisfies readonly ApplicationStatus[]
export const closedStatuses = ['approved', 'refused', 'withdrawn', 'lapsed'] as const satisfies readonly ApplicationStatus[]
export type Stage = (typeof openStatuses)[number]

/** Baskets (任务篮) of what is open. */
const openBaskets = ['office', 'free', 'mine', 'correction', 'late'] as const
export type OpenBasket = (typeof openBaskets)[number]
export const baskets = [...openBaskets, 'done'] as const
export type Basket = (typeof baskets)[number]

export const sorts = ['left', 'newest', 'amount'] as const
export type Sort = (typeof sorts)[number]

/** What a queue shows; every part of it is in the address. */
export interface View {
  basket: Basket
  /** The key of an item. */
  item: string | null
  stage: Stage | null
  sort: Sort
  q: string
  /** The case that is looked at. */
  case: string | null
}

type Case = ApplicationDocument

interface Looking {
  /** Who looks. */
  me: string
  now: string
}

const isLate = (application: Case, now: string): boolean => {
  const group = standing(application, now)?.group
  return group === 'late' || group === 'today' || group === 'two'
}

const within: { [One in OpenBasket]: (application: Case, looking: Looking) => boolean } = {
  office: () => true,
  free: ({ status, claimantId }) => !claimantId && status !== 'correcting',
  mine: ({ claimantId }, { me }) => claimantId === me,
  correction: ({ status }) => status === 'correcting',
  late: (application, { now }) => isLate(application, now),
}

export const inBasket = (cases: readonly Case[], basket: OpenBasket, looking: Looking): Case[] =>
  cases.filter(one => within[basket](one, looking))

/** What there is, item by item, the most first. */
export function byItem(cases: readonly Case[]): { key: string, title: string, count: number }[] {
  const found = Map.groupBy(cases, ({ policy, itemId }) => itemKey(policy, itemId))
  return [...found].map(([key, list]) => ({ key, title: list[0]?.itemTitle ?? '', count: list.length }))
    .toSorted((a, b) => b.count - a.count || text(a.key, b.key))
}

const rank = (application: Case, now: string): number => groups.indexOf(standing(application, now)?.group ?? 'later')
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const orders: { [One in Sort]: (a: Case, b: Case, now: string) => number } = {
  left: (a, b, now) => rank(a, now) - rank(b, now) || text(a.dueAt, b.dueAt),
  newest: (a, b) => text(b.submittedAt ?? '', a.submittedAt ?? ''),
  amount: (a, b) => (b.estimateFen ?? -1) - (a.estimateFen ?? -1),
}

/** The cases of a view in its order: the list of the queue, and what is before and after a case. */
export function queueOf(cases: readonly Case[], view: Pick<View, 'basket' | 'item' | 'stage' | 'sort'>, looking: Looking): Case[] {
  if (view.basket === 'done') return []
  return inBasket(cases, view.basket, looking)
    .filter(({ policy, itemId, status }) => (!view.item || itemKey(policy, itemId) === view.item) && (!view.stage || status === view.stage))
    .toSorted((a, b) => orders[view.sort](a, b, looking.now) || text(a.number ?? '', b.number ?? '') || text(a.id, b.id))
}

const among = <T extends string>(values: readonly T[], value: string | null): T | undefined => values.find(one => one === value)

export const viewOf = (query: URLSearchParams): View => ({
  basket: among(baskets, query.get('basket')) ?? 'office',
  item: query.get('item'),
  stage: among(openStatuses, query.get('stage')) ?? null,
  sort: among(sorts, query.get('sort')) ?? 'left',
  q: query.get('q')?.trim().slice(0, 100) ?? '',
  case: query.get('case'),
})

/** What is as usual stands in no address. */
function written(view: Partial<View>): string {
  const query = new URLSearchParams()
  const put = (name: keyof View, usual: string | null = null) => {
    const value = view[name]
    if (value && value !== usual) query.set(name, value)
  }
  put('basket', 'office')
  put('item')
  put('stage')
  put('sort', 'left')
  put('q')
  put('case')
  return query.size ? `?${query}` : ''
}

export const queueAddress = (view: Partial<View>): string => `/desk${written(view)}`

/** A case, with the queue from which one came, so that the next one is known and the way back leads there. */
export const caseAddress = (id: string, view: Partial<View> = {}): string =>
  `/desk/cases/${encodeURIComponent(id)}${written({ ...view, case: null })}`
