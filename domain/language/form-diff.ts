import type { Field, FormDefinition, Section } from './field.ts'
import { say, type Text } from './text.ts'

/** One difference between two versions of a form. */
interface FormChange {
  /** The id of the part or field. */
  id: string
  what: 'added' | 'removed' | 'changed' | 'moved'
  of: 'part' | 'field'
  label: Text
  /** Which of its properties differ, in words. */
  aspects: readonly Text[]
}

type Aspect = readonly [label: Text, of: (field: Field) => unknown]

const aspects: readonly Aspect[] = [
  [say('名称', 'name'), ({ label }) => label],
  [say('类型', 'kind'), ({ kind }) => kind],
  [say('是否必填', 'required or not'), ({ required }) => required],
  [say('填写说明', 'help'), ({ hint }) => hint],
  [say('单位', 'unit'), ({ unit }) => unit],
  [say('选项', 'choices'), ({ choices }) => choices],
  [say('上下限', 'bounds'), ({ min, max }) => [min, max]],
  [say('带出的数据', 'fact'), ({ fact }) => fact],
  [say('个人信息', 'personal or not'), ({ personal }) => personal === true],
  [say('依据的条款', 'clause'), ({ clause }) => clause],
  [say('列', 'columns'), ({ columns }) => columns],
  [say('显示条件', 'when it is shown'), ({ showWhen }) => showWhen],
  [say('必填条件', 'when it is required'), ({ requiredWhen }) => requiredWhen],
  [say('算式', 'formula'), ({ formula }) => formula],
]

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
const sorted = (_: string, value: unknown): unknown =>
  (isPlain(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value)

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, sorted) === JSON.stringify(b, sorted)

/** Whether two forms ask the same in the same order, whatever version they are and in whatever order their properties came. */
export const isSameForm = (a: Pick<FormDefinition, 'sections'> | null | undefined, b: Pick<FormDefinition, 'sections'> | null | undefined): boolean =>
  same(a?.sections ?? null, b?.sections ?? null)
const fieldsOf = ({ sections }: FormDefinition): Field[] => sections.flatMap(({ fields }) => fields)

interface Placed<One> {
  one: One
  /** The part that it stands in. */
  part: string
}

/** Those that stand elsewhere than before among those that stay: the fewest that explain the new order. */
function moved<One extends { id: string }>(before: readonly Placed<One>[], after: readonly Placed<One>[]): Set<string> {
  const kept = after.filter(({ one }) => before.some(old => old.one.id === one.id))
  const places = kept.map(({ one }) => before.findIndex(old => old.one.id === one.id))
  const still = new Set(rising(places))
  const away = ({ one, part }: Placed<One>) => before.find(old => old.one.id === one.id)?.part !== part
  return new Set(kept.filter((each, n) => away(each) || !still.has(places[n]!)).map(({ one }) => one.id))
}

/** The longest rising row within a list of different numbers. */
function rising(list: readonly number[]): number[] {
  const ends: number[][] = []
  for (const one of list) {
    const at = ends.findIndex(row => row.at(-1)! > one)
    const row = [...(ends.at(at < 0 ? ends.length - 1 : at - 1) ?? []), one]
    if (at < 0) ends.push(at === 0 ? [one] : row)
    else ends[at] = at === 0 ? [one] : row
  }
  return ends.at(-1) ?? []
}

type Worded<One> = { of: FormChange['of']; label: (one: One) => Text; aspects: (old: One, now: One) => Text[] }

function changes<One extends { id: string }>(before: readonly Placed<One>[], after: readonly Placed<One>[], worded: Worded<One>): FormChange[] {
  const went = moved(before, after)
  const change = (one: One, what: FormChange['what'], which: readonly Text[] = []): FormChange => ({ id: one.id, what, of: worded.of, label: worded.label(one), aspects: which })
  const here = after.flatMap(({ one }): FormChange[] => {
    const old = before.find(each => each.one.id === one.id)
    if (!old) return [change(one, 'added')]
    const which = worded.aspects(old.one, one)
    return [...(which.length ? [change(one, 'changed', which)] : []), ...(went.has(one.id) ? [change(one, 'moved')] : [])]
  })
  return [...here, ...before.filter(({ one }) => !after.some(each => each.one.id === one.id)).map(({ one }) => change(one, 'removed'))]
}

const partsOf = ({ sections }: FormDefinition): Placed<Section>[] => sections.map(one => ({ one, part: '' }))
const placesOf = ({ sections }: FormDefinition): Placed<Field>[] => sections.flatMap(({ id, fields }) => fields.map(one => ({ one, part: id })))

/** What is different in a form compared with one before, part by part and field by field, in words that need no program. */
export function formChanges(before: FormDefinition, after: FormDefinition): FormChange[] {
  return [
    ...changes(partsOf(before), partsOf(after), {
      of: 'part', label: ({ title }) => title, aspects: (old, now) => (same(old.title, now.title) ? [] : [say('标题', 'title')]),
    }),
    ...changes(placesOf(before), placesOf(after), {
      of: 'field', label: ({ label }) => label, aspects: (old, now) => aspects.filter(([, of]) => !same(of(old), of(now))).map(([label]) => label),
    }),
  ]
}

/** How much a form asks of somebody: its fields, and how many of them the platform fills in or works out. */
export const burden = (form: FormDefinition): { fields: number; known: number } => ({
  fields: fieldsOf(form).length, known: fieldsOf(form).filter(({ fact, formula }) => fact ?? formula).length,
})
