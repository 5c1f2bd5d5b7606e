import { z } from 'zod'
import { amountSentence } from './amount.ts'
import { type Clause, type Condition, sentence } from './condition.ts'
import { type Guide, noGuide, type Note } from './guide.ts'
import { type Item, laneLabels } from './item.ts'
import type { Material } from './material.ts'
import { inBoth, say, type Text, text } from './text.ts'
import { daysText, fullDate } from './when.ts'

const kind = z.enum(['added', 'removed', 'changed'])

/** What one amendment changed, in brief: as events and notices carry it. */
export const changeNote = z.object({ part: z.enum(['head', 'text', 'guide', 'item']), item: z.string().nullable(), label: text, kind })
export type ChangeNote = z.infer<typeof changeNote>

/** One difference between two versions, in words on both sides. */
export interface Change extends ChangeNote {
  before: Text | null
  after: Text | null
}

/** What can be compared: an edition, or the working copy that is to become one. */
export interface Version {
  title: string
  number: string
  summary: string
  validUntil: string | null
  clauses: readonly Clause[]
  items: readonly Item[]
  /** Left out by versions from before there were explanations. */
  guide?: Guide | undefined
}

type Where = Pick<Change, 'part' | 'item'>
type Row = readonly [label: Text, tell: Text | null]

const plain = (words: string): Text | null => (words ? say(words, words) : null)
const head: Where = { part: 'head', item: null }

const kindOf = (before: unknown, after: unknown): Change['kind'] => (before === null ? 'added' : after === null ? 'removed' : 'changed')

const differ = (a: Text | null, b: Text | null) => a?.zh !== b?.zh || a?.en !== b?.en

const between = (where: Where, before: readonly Row[], after: readonly Row[]): Change[] => after.flatMap(([label, now], at) => {
  const was = before[at]?.[1] ?? null
  return differ(was, now) ? [{ ...where, label, kind: kindOf(was, now), before: was, after: now }] : []
})

/** Compares two lists one by one: what has the same key is the same thing. */
function listed<One>(
  where: Where, [before, after]: readonly [readonly One[], readonly One[]], key: (one: One) => string, label: (one: One) => Text, tell: (one: One) => Text,
): Change[] {
  const was = new Map(before.map(one => [key(one), one]))
  const now = new Set(after.map(key))
  return [
    ...before.filter(one => !now.has(key(one))).map((one): Change => ({ ...where, label: label(one), kind: 'removed', before: tell(one), after: null })),
    ...after.flatMap((one): Change[] => {
      const old = was.get(key(one))
      const told = old ? tell(old) : null
      return differ(told, tell(one)) ? [{ ...where, label: label(one), kind: kindOf(told, one), before: told, after: tell(one) }] : []
    }),
  ]
}

const headRows = ({ title, number, summary, validUntil }: Version): Row[] => [
  [say('政策名称', 'Title'), plain(title)], [say('文号', 'Number'), plain(number)], [say('一句话说明', 'Summary'), plain(summary)],
  [say('有效期', 'Valid until'), validUntil ? inBoth(lang => fullDate(validUntil, lang)) : say('长期有效', 'without an end')],
]

const clauseLabel = ({ ref }: Clause): Text => say(ref.trim() || '没有编号的一条', ref.trim() || 'a clause without a number')
const textChanges = (before: Version, after: Version): Change[] =>
  listed({ part: 'text', item: null }, [before.clauses, after.clauses], ({ ref }) => ref.trim(), clauseLabel, one => say(one.text, one.text))

const itemRows = (item: Item): Row[] => [
  [say('事项名称', 'Name'), plain(item.title)],
  [say('怎样享受', 'How it is granted'), laneLabels[item.lane]],
  [say('申请时间', 'Window'), item.window ? inBoth(lang => `${fullDate(item.window!.from, lang)} – ${fullDate(item.window!.to, lang)}`) : null],
  [say('承诺时限', 'Promised time'), inBoth(lang => daysText(item.limit.days, item.limit.unit, lang))],
  [say('承办处室', 'Office'), plain(item.officeName)],
  [say('咨询电话', 'Phone'), plain(item.phone)],
  [say('金额', 'Amount'), inBoth(lang => amountSentence(item.amount, lang))],
]

const told = (condition: Condition): Text => inBoth(lang => `${sentence(condition, lang)}${lang === 'zh' ? `（依据${condition.clause.ref}）` : ` (${condition.clause.ref})`}`)
const conditionLabel = ({ clause }: Condition): Text => say(`条件 · ${clause.ref}`, `Condition · ${clause.ref}`)
const need = { true: say('必须提交', 'required'), false: say('选填', 'optional') }
const handed = ({ name, required, note = '' }: Material): Text => inBoth(lang => [`${name}（${need[`${required}`][lang]}）`, note].filter(Boolean).join(' '))

/** A form that was drawn by hand; one that follows from the item changes with it and is no change of its own. */
const formChanges = (where: Where, before: Item, after: Item): Change[] => {
  const [was, now] = [before.form, after.form].map(form => (form?.drawn ? JSON.stringify(form.sections) : undefined))
  const size = ({ form }: Item): Text => {
    if (!form?.drawn) return say('按条件和材料自动生成', 'follows from conditions and materials')
    const fields = form.sections.flatMap(section => section.fields).length
    return say(`共 ${fields} 项`, `${fields} fields`)
  }
  return was !== now ? [{ ...where, label: say('申请表', 'Form'), kind: 'changed', before: size(before), after: size(after) }] : []
}

function itemChanges(before: Version, after: Version): Change[] {
  const ids = new Set(after.items.map(({ id }) => id))
  const gone = before.items.filter(({ id }) => !ids.has(id))
  const name = ({ title }: Item) => say(`事项“${title}”`, `Item “${title}”`)
  return [
    ...gone.map((item): Change => ({ part: 'item', item: item.id, label: name(item), kind: 'removed', before: plain(item.title), after: null })),
    ...after.items.flatMap(item => {
      const where: Where = { part: 'item', item: item.id }
      const was = before.items.find(({ id }) => id === item.id)
      if (!was) return [{ ...where, label: name(item), kind: 'added' as const, before: null, after: plain(item.title) }]
      return [
        ...between(where, itemRows(was), itemRows(item)),
        ...listed(where, [was.conditions, item.conditions], ({ id }) => id, conditionLabel, told),
        ...listed(where, [was.materials, item.materials], ({ id }) => id, ({ name: paper }) => say(`材料 · ${paper}`, `Material · ${paper}`), handed),
        ...formChanges(where, was, item),
      ]
    }),
  ]
}

const noteLabel = ({ title }: Note): Text => say(`解读 · ${title}`, `Explanation · ${title}`)
const explained = ({ text: words, clauses }: Note): Text => inBoth(() => [words, clauses.join('、')].filter(Boolean).join('\n'))

function guideChanges({ guide: before = noGuide }: Version, { guide: after = noGuide }: Version): Change[] {
  const where: Where = { part: 'guide', item: null }
  const reached = ({ contact }: Guide) => (contact ? plain([contact.office, contact.phone, contact.hours, contact.address].filter(Boolean).join(' · ')) : null)
  return [
    ...listed(where, [before.notes, after.notes], ({ title }) => title.trim(), noteLabel, explained),
    ...between(where, [[say('咨询方式', 'Contact'), reached(before)]], [[say('咨询方式', 'Contact'), reached(after)]]),
  ]
}

/** What changes from one version to another, in the order of the page: head, items, text, explanation. */
export const changesBetween = (before: Version, after: Version): Change[] => [
  ...between(head, headRows(before), headRows(after)), ...itemChanges(before, after), ...textChanges(before, after), ...guideChanges(before, after),
]

const short = (words: string) => (words.length > 200 ? `${words.slice(0, 199)}…` : words).toWellFormed()

/** The same in brief, for the event: at most a hundred, without the words on both sides. */
export const changeNotes = (changes: readonly Change[]): ChangeNote[] =>
  changes.slice(0, 100).map(({ part, item, label, kind: how }) => ({ part, item, label: inBoth(lang => short(label[lang])), kind: how }))
