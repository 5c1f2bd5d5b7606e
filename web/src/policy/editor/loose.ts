import type { AmountKind } from '@qinqing/domain/language/amount'
import type { Limit } from '@qinqing/domain/language/calendar'
import type { Item } from '@qinqing/domain/language/item'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { kept, type Place, spread } from './places.ts'
import type { Edits } from './working.ts'

/** A number, or what was typed instead and is none, or nothing yet. */
export type Typed = number | string | undefined

export interface LooseMoney {
  fen: Typed
  currency: 'CNY'
}

export interface LooseStep {
  from: Typed
  money: LooseMoney
}

/** An amount as it is being written. */
export interface LooseAmount {
  kind: AmountKind
  money?: LooseMoney | undefined
  basisPoints?: Typed
  fact?: string | undefined
  floor?: LooseMoney | undefined
  cap?: LooseMoney | undefined
  steps?: readonly LooseStep[] | undefined
}

export interface LooseItem extends Omit<Item, 'amount' | 'limit' | 'window'> {
  amount: LooseAmount
  limit: { days: Typed; unit: Limit['unit'] }
  window?: { from?: string | undefined; to?: string | undefined } | undefined
}

/** The policy as the page shows it: what is typed laid over what the server has. */
export interface LoosePolicy extends Omit<PolicyDraftDocument, 'items'> {
  items: readonly LooseItem[]
}

type Value = (place: Place) => unknown

function laid(document: PolicyDraftDocument, at: Value): LoosePolicy {
  const fields = (prefix: string) => Object.fromEntries(
    Object.keys(spread(document)).filter(place => place.startsWith(prefix)).map(place => [place.slice(prefix.length), at(place as Place)]))
  return {
    ...document, ...fields('head/'), ...fields('text/'), guide: { ...document.guide, ...fields('guide/') },
    items: document.items.map(one => ({ ...one, ...fields(`item:${one.id}/`) }) as LooseItem),
  }
}

const editAt = (edits: Edits, place: Place) => (Object.hasOwn(edits, place) ? edits[place] : undefined)

export const shownPolicy = (document: PolicyDraftDocument, edits: Edits): LoosePolicy => {
  const remote = spread(document)
  return laid(document, place => {
    const edit = editAt(edits, place)
    return edit ? edit.value : remote[place]
  })
}

/** The same without what is half-written, as the server would have it. */
export const wholePolicy = (document: PolicyDraftDocument, edits: Edits): PolicyDraftDocument => {
  const remote = spread(document)
  return laid(document, place => {
    const edit = editAt(edits, place)
    const now = edit ? kept(place, edit.value) : { ok: false }
    return now.ok && 'value' in now ? now.value : remote[place]
  }) as PolicyDraftDocument
}
