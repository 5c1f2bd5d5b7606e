import { clause } from '@qinqing/domain/language/condition'
import { guide } from '@qinqing/domain/language/guide'
import { type Item, item } from '@qinqing/domain/language/item'
import { type PolicyDraftDocument, policyCommands } from '@qinqing/domain/policy/policy/contract'
import { z } from 'zod'

/** The parts of a policy, each kept by one command: its head, its text, its explanation, and each item. */
export type PartKey = 'head' | 'text' | 'guide' | `item:${string}`

/** A field of a part, edited by itself: head/title, text/clauses, item:a/amount. */
export type Place = `${PartKey}/${string}`

export const partOf = (place: Place): PartKey => place.slice(0, place.indexOf('/')) as PartKey
export const fieldOf = (place: Place): string => place.slice(place.indexOf('/') + 1)
export const itemOf = (part: PartKey): string | undefined => (part.startsWith('item:') ? part.slice(5) : undefined)

const head: Readonly<Record<string, z.ZodType>> = policyCommands.RevisePolicy.shape
const text: Readonly<Record<string, z.ZodType>> = { clauses: z.array(clause).max(200) }
const explained: Readonly<Record<string, z.ZodType>> = guide.shape
const { id: _, form: __, source: ___, sample: ____, ...plain } = item.shape
const itemFields: Readonly<Record<string, z.ZodType>> = plain

const fieldsOf = (part: PartKey) => (part === 'head' ? head : part === 'text' ? text : part === 'guide' ? explained : itemFields)

/** What stands at every place of a policy. */
export function spread({ title, number, summary, validUntil, clauses, guide: { notes, contact }, items }: PolicyDraftDocument): Readonly<Record<Place, unknown>> {
  const all: Record<Place, unknown> = {
    'head/title': title, 'head/number': number, 'head/summary': summary, 'head/validUntil': validUntil, 'text/clauses': clauses,
    'guide/notes': notes, 'guide/contact': contact,
  }
  for (const one of items) for (const field of Object.keys(itemFields)) all[`item:${one.id}/${field}`] = one[field as keyof Item]
  return all
}

/** A value as the server would keep it; not ok while it is half-written. */
export function kept(place: Place, value: unknown): { ok: true; value: unknown } | { ok: false } {
  const schema = fieldsOf(partOf(place))[fieldOf(place)]
  const parsed = schema?.safeParse(value)
  return parsed?.success ? { ok: true, value: parsed.data } : { ok: false }
}

/** The command that keeps some fields of a part, over what the server has there; undefined when the part is gone. */
export function commandFor(
  part: PartKey, fields: Readonly<Record<string, unknown>>, document: PolicyDraftDocument,
): { type: string; data: object } | undefined {
  if (part === 'head') {
    const { title, number, summary, validUntil } = document
    return { type: 'RevisePolicy', data: { title, number, summary, validUntil, ...fields } }
  }
  if (part === 'text') return { type: 'ReviseClauses', data: { ...fields } }
  if (part === 'guide') return { type: 'ReviseGuide', data: { guide: { ...document.guide, ...fields } } }
  const before = document.items.find(one => one.id === itemOf(part))
  if (!before) return undefined
  const whole = Object.entries({ ...before, ...fields }).filter(([, value]) => value !== undefined)
  return { type: 'PutItem', data: { item: Object.fromEntries(whole) } }
}
