import { at, type FormFault, isBlank, missing, unkept } from './answer.ts'
import { holds } from './asking.ts'
import { asOf, type Fact, type FactData, type Facts, factFault } from './fact.ts'
import type { Answers, AnswerValue, Field, FormDefinition, Section } from './field.ts'
import { kinds } from './field-kinds.ts'
import { type Formula, type Measure, type Operand, worked } from './formula.ts'
import { unread } from './kind.ts'
import { predicate } from './predicates.ts'
import { columnsOf, columnSum, rowsOf } from './table.ts'
import { brief, type Lang, say, type Text } from './text.ts'

export { deriveForm } from './derive-form.ts'
export {
  type AnswerPatch, type Answers, answers, type AnswerValue, answerValue, type Field, type FieldKind, type FileRef, type FormDefinition,
  formDefinition,
} from './field.ts'

interface Told {
  value: AnswerValue
  display: string
  source: string
  asOf: string
}

interface Judged {
  value: AnswerValue | null
  display: string
  fault?: FormFault
  warning?: Text
}

interface Outcome extends Judged {
  origin: 'fact' | 'answer' | 'formula' | 'none'
  source?: string
  asOf?: string
  /** The fact that an answer corrects. */
  instead?: Told
}

export type ReadField = Field & Outcome

export interface ReadSection extends Omit<Section, 'fields'> {
  fields: ReadField[]
  /** How many fields are filled and right, and how many still hinder the submission. */
  done: number
  missing: number
}

export interface Reading {
  sections: ReadSection[]
  faults: FormFault[]
  complete: boolean
  /** Percent of the required fields that are done. */
  progress: number
}

const own = (record: unknown, key: string): unknown =>
  (record !== null && typeof record === 'object' && Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined)

/** What the platform knows for a field, as the field would keep it. */
function told(of: Field, facts: Facts, lang: Lang): Told | undefined {
  const known = of.fact && Object.hasOwn(facts, of.fact) ? facts[of.fact] : undefined
  if (!known || !of.fact || factFault({ ...known, predicate: of.fact }) || unkept(of, known.value)) return undefined
  const kind = kinds[of.kind]
  const value = kind.parse(known.value, of)
  if (value === undefined || kind.fault(value, of)) return undefined
  return { value, display: kind.display(value, of, lang), source: known.source, asOf: asOf(known) }
}

function judged(of: Field, answer: unknown, lang: Lang): Judged {
  const kind = kinds[of.kind]
  const display = typeof answer === 'string' ? brief(answer) : ''
  const refused = unkept(of, answer)
  if (refused) return { value: null, display, fault: refused }
  const value = kind.parse(answer as AnswerValue, of)
  if (value === undefined) return { value: null, display, fault: at(of, 'unreadable', unread(kind, answer as AnswerValue)) }
  const fault = kind.fault(value, of)
  const warning = kind.warning?.(value)
  return {
    value, display: kind.display(value, of, lang),
    ...(fault ? { fault: at(of, fault.code, fault.message) } : {}), ...(warning ? { warning } : {}),
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function outcome(of: Field, answers: Answers, facts: Facts, lang: Lang): Outcome {
  const answer = own(answers, of.id)
  const fact = told(of, facts, lang)
  if (isBlank(answer, of.kind)) {
    if (fact) return { ...fact, origin: 'fact' }
    return { value: null, display: '', origin: 'none', ...(of.required ? { fault: missing(of) } : {}) }
  }
  const given = judged(of, answer, lang)
  if (!fact) return { ...given, origin: 'answer' }
  return isSame(given.value, fact.value) ? { ...fact, origin: 'fact' } : { ...given, origin: 'answer', instead: fact }
}

const measured = ['number', 'money', 'percent', 'date']

function measure({ kind }: Pick<Field, 'kind'>, value: AnswerValue | null | undefined): Measure | undefined {
  if (kind === 'date') return typeof value === 'string' ? { kind, value } : undefined
  return measured.includes(kind) && typeof value === 'number' ? { kind: kind as 'number', value } : undefined
}

/** How far a field may rest on others that rest on others; longer chains are a fault of the form. */
export const deepestChain = 20

type Lookup = (field: Field, depth: number) => ReadField | undefined

/** The fields of a form as they depend on each other: each is worked out once, and no circle is endless. */
function reader(form: FormDefinition, answers: Answers, facts: Facts, lang: Lang): (field: Field) => ReadField | undefined {
  const fields = new Map(form.sections.flatMap(section => section.fields.map(of => [of.id, of])))
  const done = new Map<Field, ReadField | undefined>()
  const under = new Set<Field>()

  const valueOf = (id: string, depth: number): AnswerValue | null => {
    const of = fields.get(id)
    const found = of && lookup(of, depth + 1)
    return found && !found.fault ? found.value : null
  }
  const term = (one: Operand, depth: number): Measure | undefined => {
    if ('number' in one) return { kind: 'number', value: one.number }
    const of = fields.get('field' in one ? one.field : one.table)
    if (!of) return undefined
    if ('field' in one) return measure(of, valueOf(one.field, depth))
    const column = columnsOf(of).find(each => each.id === one.column)
    return column && measure(column, columnSum(rowsOf(valueOf(one.table, depth)), column))
  }
  const computed = (of: Field, { op, of: terms }: Formula, depth: number): Outcome => {
    const value = worked(op, terms.map(one => term(one, depth)))
    const fault = value === undefined ? undefined : kinds[of.kind].fault(value, of)
    return value === undefined ? { value: null, display: '', origin: 'none' } : {
      value, display: kinds[of.kind].display(value, of, lang), origin: 'formula', ...(fault ? { fault: at(of, fault.code, fault.message) } : {}),
    }
  }
  const work: Lookup = (of, depth) => {
    const rests = (id: string) => valueOf(id, depth)
    if (of.showWhen && !holds(of.showWhen, rests)) return undefined
    if (of.formula) return { ...of, required: false, ...computed(of, of.formula, depth) }
    const as = of.requiredWhen && !of.required && holds(of.requiredWhen, rests) ? { ...of, required: true } : of
    return { ...as, ...outcome(as, answers, facts, lang) }
  }
  const lookup: Lookup = (of, depth) => {
    if (done.has(of)) return done.get(of)
    if (under.has(of) || depth > deepestChain) return undefined
    under.add(of)
    const found = work(of, depth)
    under.delete(of)
    done.set(of, found)
    return found
  }
  return of => lookup(of, 0)
}

function strangers(form: FormDefinition, sent: unknown): FormFault[] {
  if (sent === null || typeof sent !== 'object' || Array.isArray(sent)) {
    return [{ field: '', code: 'wrong-type', message: say('填写的内容无法识别，请刷新页面再试', 'The answers cannot be read; please reload the page') }]
  }
  const known = new Set(form.sections.flatMap(({ fields }) => fields.map(one => one.id)))
  return Object.keys(sent).filter(key => !known.has(key)).slice(0, 20).map(key => ({
    field: brief(key), code: 'unknown-field', message: say(`表单里没有“${brief(key)}”这一项`, `The form has no field "${brief(key)}"`),
  }))
}

function readSection({ fields, ...rest }: Section, readField: (of: Field) => ReadField | undefined): ReadSection {
  const done = fields.flatMap(of => readField(of) ?? [])
  const right = done.filter(one => !one.fault)
  return { ...rest, fields: done, done: right.filter(one => one.origin !== 'none').length, missing: done.length - right.length }
}

/** A form with its answers and facts, as the page shows it and the server judges it: the same in both. What a rule hides is not in it. */
export function read(form: FormDefinition, answers: Answers, facts: Facts, lang: Lang): Reading {
  const readField = reader(form, answers, facts, lang)
  const sections = form.sections.map(one => readSection(one, readField))
  const fields = sections.flatMap(one => one.fields)
  const faults = [...fields.flatMap(({ fault }) => (fault ? [fault] : [])), ...strangers(form, answers)]
  const required = fields.filter(one => one.required)
  const filled = required.filter(one => !one.fault).length
  return {
    sections, faults, complete: faults.length === 0,
    progress: required.length === 0 ? 100 : Math.floor((filled * 100) / required.length),
  }
}

/** What hinders keeping a patch of a draft. Half-typed answers may be kept; strange ones may not. */
export function patchFaults(form: FormDefinition, patch: unknown): FormFault[] {
  const kept = form.sections.flatMap(({ fields }) => fields).flatMap(of => {
    const answer = own(patch, of.id)
    const fault = answer === undefined || answer === null ? undefined : unkept(of, answer)
    return fault ? [fault] : []
  })
  return [...strangers(form, patch), ...kept]
}

const fieldsOf = ({ sections }: Reading): ReadField[] => sections.flatMap(({ fields }) => fields)

/** The answers that are right, as they are kept: half-typed and strange ones are left out. */
export const valuesOf = (reading: Reading): Answers => Object.fromEntries(
  fieldsOf(reading).flatMap(({ id, value, fault, formula }) => (value === null || fault || formula ? [] : [[id, value]])))

/** Answers without those of fields that a rule hides now: what somebody typed before is not submitted behind his back. */
export function answersInSight(reading: Reading, answers: Answers): Answers {
  const shown = new Set(fieldsOf(reading).filter(({ formula }) => !formula).map(({ id }) => id))
  return Object.fromEntries(Object.entries(answers).filter(([key]) => shown.has(key)))
}

const isData = (value: ReadField['value']): value is FactData =>
  value !== null && (typeof value !== 'object' || (Array.isArray(value) && value.every(one => typeof one === 'string')))

/** What is known once an enterprise's own statements stand over the facts that they correct; each says who stated it. */
export function statedFacts(reading: Reading, facts: Facts, source: string, receivedAt: string, validFrom: string): Facts {
  const stated = fieldsOf(reading).flatMap(({ fact: key, value, origin, fault }): [string, Fact][] =>
    (key && predicate(key) && origin === 'answer' && !fault && isData(value)
      ? [[key, { predicate: key, value, source, validFrom, receivedAt }]] : []))
  return { ...facts, ...Object.fromEntries(stated) }
}
