import { at, type FormFault, isBlank, missing, unkept } from './answer.ts'
import { asOf, type Fact, type FactData, type Facts, factFault } from './fact.ts'
import type { Answers, AnswerValue, Field, FormDefinition, Section } from './field.ts'
import { kinds } from './field-kinds.ts'
import { predicate } from './predicates.ts'
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
  origin: 'fact' | 'answer' | 'none'
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
  if (value === undefined) return { value: null, display, fault: at(of, 'unreadable', kind.expected) }
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
  if (isBlank(answer)) {
    if (fact) return { ...fact, origin: 'fact' }
    return { value: null, display: '', origin: 'none', ...(of.required ? { fault: missing(of) } : {}) }
  }
  const given = judged(of, answer, lang)
  if (!fact) return { ...given, origin: 'answer' }
  return isSame(given.value, fact.value) ? { ...fact, origin: 'fact' } : { ...given, origin: 'answer', instead: fact }
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

function readSection({ fields, ...rest }: Section, answers: Answers, facts: Facts, lang: Lang): ReadSection {
  const done = fields.map((of): ReadField => ({ ...of, ...outcome(of, answers, facts, lang) }))
  const right = done.filter(one => !one.fault)
  return { ...rest, fields: done, done: right.filter(one => one.origin !== 'none').length, missing: done.length - right.length }
}

/** A form with its answers and facts, as the page shows it and the server judges it: the same in both. */
export function read(form: FormDefinition, answers: Answers, facts: Facts, lang: Lang): Reading {
  const sections = form.sections.map(one => readSection(one, answers, facts, lang))
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
  fieldsOf(reading).flatMap(({ id, value, fault }) => (value === null || fault ? [] : [[id, value]])))

const isData = (value: ReadField['value']): value is FactData => value !== null && (typeof value !== 'object' || Array.isArray(value))

/** What is known once an enterprise's own statements stand over the facts that they correct; each says who stated it. */
export function statedFacts(reading: Reading, facts: Facts, source: string, receivedAt: string, validFrom: string): Facts {
  const stated = fieldsOf(reading).flatMap(({ fact: key, value, origin, fault }): [string, Fact][] =>
    (key && predicate(key) && origin === 'answer' && !fault && isData(value)
      ? [[key, { predicate: key, value, source, validFrom, receivedAt }]] : []))
  return { ...facts, ...Object.fromEntries(stated) }
}
