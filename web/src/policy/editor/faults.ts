import { amountFault } from '@qinqing/domain/language/amount'
import { itemFaults } from '@qinqing/domain/language/item'
import { type Fault, say, type Text } from '@qinqing/domain/language/text'
import { type PolicyDraftDocument, policyRefusals } from '@qinqing/domain/policy/policy/contract'
import { wholePolicy } from './loose.ts'
import { fieldOf, itemOf, kept, partOf, type Place } from './places.ts'
import type { Edit, Edits } from './working.ts'

/** The tabs of an item. */
export const sections = ['basics', 'conditions', 'amount', 'materials', 'form'] as const
export type Section = (typeof sections)[number]

/** What still hinders publishing, and where it is mended. */
export interface Hindrance extends Fault {
  part: 'head' | 'text' | 'guide' | 'items' | Section
  item?: string | undefined
  /** The path inside the item, such as conditions.2.value. */
  path: string
}

const half: Readonly<Record<string, Text>> = {
  title: say('名称太长，请删短到 200 个字以内', 'The name is too long; at most 200 characters'),
  limit: say('天数请填整数，例如 20', 'Days are a whole number, for example 20'),
  window: say('请填写申请开始和截止的日期', 'Fill in the first and the last day'),
  materials: say('有材料还没有写名称', 'A material has no name yet'),
  conditions: say('有条件的内容太长，请删短一些', 'A condition is too long; please shorten it'),
  clauses: say('有条款的编号或内容太长：编号最多 60 字，内容最多 2,000 字', 'A clause is too long: at most 60 characters for its number, 2,000 for its text'),
  notes: say('有一段解读太长：标题最多 120 字，解释最多 2,000 字', 'A piece of the explanation is too long: at most 120 characters for its heading, 2,000 for its text'),
  'head/title': say('政策名称至少 2 个字，最多 200 个字', 'The title has between 2 and 200 characters'),
}
const tooLong = say('内容太长，请删短一些', 'This is too long; please shorten it')

const unfinished = (place: Place, value: unknown): Text => {
  if (fieldOf(place) === 'amount') return amountFault(value)?.message ?? say('金额没有填完整', 'The amount is incomplete')
  return half[place] ?? half[fieldOf(place)] ?? tooLong
}

const sectionOf = (path: string): Section => {
  const [field = ''] = path.split('.')
  return sections.find(section => section === field) ?? 'basics'
}

const entries = (edits: Edits) => Object.entries(edits) as [Place, Edit][]

/** What is half-written, by place. */
export const halves = (edits: Edits): ReadonlyMap<Place, Text> => new Map(entries(edits)
  .filter(([place, { value }]) => !kept(place, value).ok).map(([place, { value }]) => [place, unfinished(place, value)]))

const missing = (ref: string): Text => say(`原文里没有“${ref}”，请另选或先加进原文`, `The text has no clause "${ref}"; choose another or add it first`)

type Clauses = PolicyDraftDocument['clauses']

function itemHindrances(item: PolicyDraftDocument['items'][number], clauses: Clauses, open: ReadonlyMap<Place, Text>): Hindrance[] {
  const mine = [...open].filter(([place]) => place.startsWith(`item:${item.id}/`))
    .map(([place, message]) => ({ path: fieldOf(place), code: 'half-written', message }))
  const whole = itemFaults(item).filter(({ path }) => !mine.some(one => path === one.path || path.startsWith(`${one.path}.`)))
  const dangling = item.conditions.flatMap(({ clause: { ref } }, at) => (ref.trim() && !clauses.some(one => one.ref === ref)
    ? [{ path: `conditions.${at}.clause`, code: policyRefusals.noClause.code, message: missing(ref) }] : []))
  return [...mine, ...whole, ...dangling].map(fault => ({ ...fault, item: item.id, part: sectionOf(fault.path) }))
}

/** The clauses that have no number of their own. */
export const unclear = (clauses: PolicyDraftDocument['clauses']): number[] => clauses.flatMap(({ ref }, at) =>
  (!ref.trim() || clauses.some((one, other) => other < at && one.ref.trim() === ref.trim()) ? [at] : []))

const clash = say('同事也改了这里，请先选用哪一份', 'A colleague has changed this too; choose which one holds')

/** Where somebody still has to choose between two versions. */
const undecided = (edits: Edits): Hindrance[] => entries(edits).filter(([, { theirs }]) => theirs).map(([place]) => {
  const part = partOf(place)
  const item = itemOf(part)
  return { part: item ? sectionOf(fieldOf(place)) : part as 'head' | 'text' | 'guide', item, path: fieldOf(place), code: 'clash', message: clash }
})

/** All that still hinders publishing, in the order in which the page shows it. */
export function hindrances(document: PolicyDraftDocument, edits: Edits, today: string): Hindrance[] {
  const open = halves(edits)
  const policy = wholePolicy(document, edits)
  const of = (prefix: string, part: 'head' | 'text' | 'guide') => [...open].flatMap(([place, message]): Hindrance[] =>
    (place.startsWith(prefix) ? [{ part, path: fieldOf(place), code: 'half-written', message }] : []))
  const refusal = ({ code, zh, en }: (typeof policyRefusals)[keyof typeof policyRefusals], part: Hindrance['part'], path: string): Hindrance =>
    ({ part, path, code, message: say(zh, en) })
  return [
    ...undecided(edits),
    ...of('head/', 'head'),
    ...(policy.validUntil && policy.validUntil < today ? [refusal(policyRefusals.expired, 'head', 'validUntil')] : []),
    ...of('text/', 'text'),
    ...(unclear(policy.clauses).length ? [refusal(policyRefusals.clauseTwice, 'text', 'clauses')] : []),
    ...of('guide/', 'guide'),
    ...(policy.guide.notes.some(({ clauses }) => clauses.some(ref => !policy.clauses.some(one => one.ref === ref)))
      ? [refusal(policyRefusals.noExplained, 'guide', 'notes')] : []),
    ...(policy.items.length ? [] : [refusal(policyRefusals.noItem, 'items', '')]),
    ...policy.items.flatMap(one => itemHindrances(one, policy.clauses, open)),
  ]
}
