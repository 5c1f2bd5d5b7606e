import { askings, askingsFor } from './asking.ts'
import type { Field, FormDefinition } from './field.ts'
import { deepestChain } from './form.ts'
import { formulaKind, type MeasureKind, type Operand } from './formula.ts'
import { noFact, predicate } from './predicates.ts'
import { regionPath } from './regions.ts'
import type { Rule, RuleTest } from './rule.ts'
import { columnsOf, productKind } from './table.ts'
import { type Fault, type Located, located, say } from './text.ts'

type Fields = ReadonlyMap<string, Field>
type Check = (of: Field, fields: Fields) => Fault | false

const chosen = ['choice', 'choices']
const computedKinds = ['number', 'money', 'percent']
const fault = (code: string, zh: string, en: string): Fault => ({ code, message: say(zh, en) })
const repeats = (names: readonly string[]): boolean => new Set(names).size < names.length

/** Words may fill whatever is written as words; what does not fit there is not used. */
const worded = ['longtext', 'phone', 'creditCode', 'bankAccount', 'region']
export const fillable = (kind: Field['kind']): readonly string[] => (worded.includes(kind) ? ['text'] : [kind])

const measureOf = (kind: string | undefined): MeasureKind | undefined =>
  (kind === 'number' || kind === 'money' || kind === 'percent' || kind === 'date' ? kind : undefined)

/** The kind of what stands in a formula; undefined when there is no such thing, or nothing to count with. */
export function operandKind(one: Operand, fields: Fields): MeasureKind | undefined {
  if ('number' in one) return 'number'
  if ('field' in one) return measureOf(fields.get(one.field)?.kind)
  const table = fields.get(one.table)
  const kind = table && measureOf(columnsOf(table).find(({ id }) => id === one.column)?.kind)
  return kind === 'date' ? undefined : kind
}

function testFault({ field, asks, value }: RuleTest, of: Field, fields: Fields): Fault | false {
  const asked = fields.get(field)
  if (!asked || field === of.id) return fault('no-such-field', '条件里的那一项不在表单里，请重新选', 'The condition looks at a field that is not there; choose again')
  const { operand } = askings[asks]
  const offered = asked.kind === 'region' ? regionPath(String(value)).length > 0 : asked.choices?.some(one => one.value === value)
  const fits = { none: true, choice: offered, measure: Number.isSafeInteger(value), date: /^\d{4}-\d\d-\d\d$/.test(String(value)) }[operand]
  return (!askingsFor(asked.kind).includes(asks) || !fits)
    && fault('test-unfinished', '条件还没有填完整', 'The condition is not complete')
}

const ruleFault = (rule: Rule | undefined, of: Field, fields: Fields): Fault | false =>
  rule?.tests.map(one => testFault(one, of, fields)).find(Boolean) ?? false

function formulaFault(of: Field, fields: Fields): Fault | false {
  if (!of.formula) return false
  if (!computedKinds.includes(of.kind)) return fault('formula-no-number', '只有数字、金额和百分比可以自动算', 'Only numbers, sums and percentages can be worked out')
  if (of.fact !== undefined) return fault('formula-and-fact', '自动算的项目不能再带出数据，请去掉一个', 'A field is either worked out or filled from a fact; remove one')
  const kinds = of.formula.of.map(one => operandKind(one, fields))
  const gone = kinds.some(kind => !kind) || of.formula.of.some(one => 'field' in one && one.field === of.id)
  if (gone) return fault('no-such-field', '算式里的一项还没有选，或者已经不在表单里', 'Something in the formula is not chosen, or not there any more')
  return formulaKind(of.formula.op, kinds.filter(kind => kind !== undefined)) !== of.kind
    && fault('formula-does-not-fit', '算式的结果和这一项的类型不同，例如金额乘金额不是金额', 'What the formula gives is of another kind than the field')
}

function columnsFault(of: Field): Fault | false {
  if (of.kind !== 'table') return false
  const columns = columnsOf(of)
  if (!columns.length) return fault('no-columns', '请给表格加上列', 'Give the table its columns')
  if (columns.some(({ label }) => !label.zh.trim())) return fault('no-label', '有一列还没有名称', 'A column has no name')
  if (repeats(columns.map(({ id }) => id))) return fault('id-twice', '有两列重复了，请删掉一列', 'A column is there twice; remove one')
  if (columns.every(({ product }) => product)) return fault('no-columns', '至少要有一列由申请人填写', 'At least one column must be filled in')
  return columns.some(one => one.product && productKind(columns, one.product) !== one.kind)
    && fault('formula-does-not-fit', '相乘的两列还没有选好，或者结果和这一列的类型不同', 'The two columns to multiply are not chosen, or give another kind')
}

const checks: readonly Check[] = [
  ({ label }) => !label.zh.trim() && fault('no-label', '请填写这一项的名称', 'Give this field a name'),
  ({ kind, choices }) => chosen.includes(kind) && !choices?.length && fault('no-choices', '请填写可选的内容', 'Say what can be chosen'),
  ({ kind, choices = [] }) => chosen.includes(kind) && (repeats(choices.map(one => one.value)) || choices.some(one => !one.label.zh.trim()))
    && fault('choices-not-distinct', '有一个选项没有文字，或者重复了', 'A choice has no words, or is there twice'),
  ({ fact }) => fact !== undefined && !predicate(fact) && { code: 'unknown-fact', message: noFact(fact) },
  ({ fact, kind }) => fact !== undefined && predicate(fact) !== undefined && !fillable(kind).includes(predicate(fact)!.kind)
    && fault('fact-does-not-fit', '带出的数据和这一项的类型不同', 'The fact is of another kind than the field'),
  ({ min, max }) => min !== undefined && max !== undefined && min > max
    && fault('min-above-max', '最小值比最大值大，请改一个', 'The least is more than the most'),
  of => columnsFault(of),
  formulaFault,
  (of, fields) => ruleFault(of.showWhen, of, fields),
  (of, fields) => ruleFault(of.requiredWhen, of, fields),
]

/** The fields that a field looks at. */
export const looksAt = ({ showWhen, requiredWhen, formula }: Field): string[] => [
  ...[showWhen, requiredWhen].flatMap(rule => rule?.tests.map(({ field }) => field) ?? []),
  ...(formula?.of.flatMap(one => ('field' in one ? [one.field] : 'table' in one ? [one.table] : [])) ?? []),
]

/** How many fields deep each field rests on others; a circle is deeper than any. */
function depths(fields: Fields): (id: string) => number {
  const known = new Map<string, number>()
  const under = new Set<string>()
  const depth = (id: string): number => {
    const of = fields.get(id)
    if (!of) return 0
    if (under.has(id) || under.size > deepestChain) return Infinity
    const found = known.get(id)
    if (found !== undefined) return found
    under.add(id)
    const deepest = Math.max(0, ...looksAt(of).map(one => depth(one) + 1))
    under.delete(id)
    if (deepest < Infinity || under.size === 0) known.set(id, deepest)
    return deepest
  }
  return depth
}

/** What is wrong with a form that somebody drew. */
export function formFaults(form: FormDefinition): Located[] {
  const fields: Fields = new Map(form.sections.flatMap(section => section.fields.map(of => [of.id, of])))
  const depth = depths(fields)
  const seen = new Set<string>()
  const untitled = form.sections.flatMap(({ title }, section) => (title.zh.trim() ? []
    : [located(`sections.${section}`, 'no-title', '请填写这一部分的标题', 'Give this part a title')]))
  const empty = fields.size === 0 ? [located('sections', 'no-field', '表单里还没有要填的内容', 'The form asks for nothing yet')] : []
  return [...empty, ...untitled, ...form.sections.flatMap((part, section) => part.fields.flatMap((of, index) => {
    const again = seen.has(of.id)
    seen.add(of.id)
    const found: (Fault | false)[] = [
      again && fault('id-twice', '这一项的编号已用过，请换一个', 'This field repeats the id of another'),
      depth(of.id) > deepestChain && fault('circle', '条件或算式绕成了圈，请改掉其中一个', 'Conditions or formulas go round in a circle; change one of them'),
      ...checks.map(check => check(of, fields)),
    ]
    return found.flatMap(one => (one ? [{ ...one, path: `sections.${section}.fields.${index}` }] : []))
  }))]
}
