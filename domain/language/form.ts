import { asOf, type Fact, type FactData, type Facts, factFault } from './fact.ts'
import { type Answers, type AnswerValue, answerValue, type Field, fileRef, type FormDefinition, longestAnswer, type Section } from './field.ts'
import { type AnswerType, kinds } from './field-kinds.ts'
import { predicate } from './predicates.ts'
import { brief, type Fault, type Lang, say, type Text } from './text.ts'

export { deriveForm } from './derive-form.ts'
export {
  type AnswerPatch, type Answers, answers, type AnswerValue, answerValue, type Field, type FieldKind, type FileRef, type FormDefinition,
  formDefinition,
} from './field.ts'

export type FormFault = Fault & { field: string; clause?: string }

interface Told {
  value: AnswerValue
  display: string
  source: string
  asOf: string
}

export interface ReadField extends Field {
  value: AnswerValue | null
  display: string
  origin: 'fact' | 'answer' | 'none'
  source?: string
  asOf?: string
  /** The fact that an answer corrects. */
  instead?: Told
  fault?: FormFault
  warning?: Text
}

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

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  (record !== null && typeof record === 'object' && Object.hasOwn(record, key) ? record[key] : undefined)

function typeOf(answer: unknown): AnswerType | undefined {
  if (typeof answer === 'string' || typeof answer === 'boolean') return typeof answer as AnswerType
  if (Number.isSafeInteger(answer)) return 'number'
  if (Array.isArray(answer)) return answer.length <= 50 && answer.every(one => typeof one === 'string' && one.length <= 100) ? 'list' : undefined
  return fileRef.safeParse(answer).success ? 'file' : undefined
}

const isBlank = (answer: unknown): boolean =>
  answer === undefined || answer === null || (typeof answer === 'string' && answer.length <= longestAnswer && answer.trim() === '')
  || (Array.isArray(answer) && answer.length === 0)

const at = (of: Field, code: string, message: Text): FormFault => ({ field: of.id, code, message, ...(of.clause ? { clause: of.clause } : {}) })

const tooLong = (of: Field) => at(of, 'too-long', say(`“${of.label.zh}”写得太长，请删短一些`, `"${of.label.en}" is too long; please shorten it`))
const wrongType = (of: Field) => at(of, 'wrong-type', say(`“${of.label.zh}”的内容无法识别，请重新填写`, `"${of.label.en}" cannot be read; please fill it in again`))

/** Why an answer cannot even be kept as a draft. */
function unkept(of: Field, answer: unknown): FormFault | undefined {
  if (typeof answer === 'string' && answer.length > longestAnswer) return tooLong(of)
  const type = typeOf(answer)
  if (!type || !kinds[of.kind].takes.includes(type)) return wrongType(of)
  const parts = type === 'string' ? [String(answer)] : type === 'list' ? answer as string[] : type === 'file' ? [fileRef.parse(answer).name] : []
  return parts.every(part => part.isWellFormed()) ? undefined : wrongType(of)
}

/** What the platform knows for a field, as the field would keep it. */
function told(of: Field, facts: Facts, lang: Lang): Told | undefined {
  const known: Fact | undefined = of.fact ? own(facts, of.fact) : undefined
  if (!known || factFault({ ...known, predicate: of.fact! })) return undefined
  const value = unkept(of, known.value) ? undefined : kinds[of.kind].parse(known.value, of)
  return value === undefined ? undefined : { value, display: kinds[of.kind].display(value, of, lang), source: known.source, asOf: asOf(known) }
}

type Outcome = Pick<ReadField, 'value' | 'display' | 'origin' | 'source' | 'asOf' | 'instead' | 'fault' | 'warning'>

function judged(of: Field, answer: unknown, lang: Lang): Pick<Outcome, 'value' | 'display' | 'fault' | 'warning'> {
  const kind = kinds[of.kind]
  const shown = typeof answer === 'string' ? brief(answer) : ''
  const refused = unkept(of, answer)
  if (refused) return { value: null, display: shown, fault: refused }
  const value = kind.parse(answer as AnswerValue, of)
  if (value === undefined) return { value: null, display: shown, fault: at(of, 'unreadable', kind.expected) }
  const fault = kind.fault(value, of)
  const warning = kind.warning?.(value)
  return {
    value, display: kind.display(value, of, lang),
    ...(fault ? { fault: at(of, fault.code, fault.message) } : {}), ...(warning ? { warning } : {}),
  }
}

const verbs: { [Kind in Field['kind']]?: Text } = {
  file: say('请上传', 'Upload'), choice: say('请选择', 'Choose'), choices: say('请选择', 'Choose'), flag: say('请选择', 'Choose'),
}
const missing = (of: Field) => (of.kind === 'declaration'
  ? at(of, 'missing', kinds.declaration.expected)
  : at(of, 'missing', say(`${(verbs[of.kind] ?? say('请填写', '')).zh}“${of.label.zh}”`, `${(verbs[of.kind] ?? say('', 'Fill in')).en} "${of.label.en}"`)))

function readField(of: Field, answers: Answers, facts: Facts, lang: Lang): Outcome {
  const answer: unknown = own(answers, of.id)
  const fact = told(of, facts, lang)
  if (isBlank(answer)) {
    if (fact) return { ...fact, origin: 'fact' }
    return { value: null, display: '', origin: 'none', ...(of.required ? { fault: missing(of) } : {}) }
  }
  const outcome = judged(of, answer, lang)
  if (!fact) return { ...outcome, origin: 'answer' }
  return JSON.stringify(outcome.value) === JSON.stringify(fact.value) ? { ...fact, origin: 'fact' } : { ...outcome, origin: 'answer', instead: fact }
}

const strangers = (form: FormDefinition, sent: unknown): FormFault[] => {
  if (sent === null || typeof sent !== 'object' || Array.isArray(sent)) {
    return [{ field: '', code: 'wrong-type', message: say('填写的内容无法识别，请刷新后再试', 'The answers cannot be read; reload the page and try again') }]
  }
  const known = new Set(form.sections.flatMap(({ fields }) => fields.map(one => one.id)))
  return Object.keys(sent).filter(key => !known.has(key)).slice(0, 20).map(key => ({
    field: brief(key), code: 'unknown-field', message: say(`表单里没有“${brief(key)}”这一项`, `The form has no field "${brief(key)}"`),
  }))
}

/** A form with its answers and facts, as the page shows it and the server judges it. */
export function read(form: FormDefinition, answers: Answers, facts: Facts, lang: Lang): Reading {
  const sections = form.sections.map(({ fields, ...rest }): ReadSection => {
    const done = fields.map((of): ReadField => ({ ...of, ...readField(of, answers, facts, lang) }))
    return { ...rest, fields: done, done: done.filter(one => !one.fault && one.origin !== 'none').length, missing: done.filter(one => one.fault).length }
  })
  const fields = sections.flatMap(section => section.fields)
  const faults = [...fields.flatMap(({ fault }) => (fault ? [fault] : [])), ...strangers(form, answers)]
  const required = fields.filter(one => one.required)
  const filled = required.filter(one => !one.fault).length
  return { sections, faults, complete: faults.length === 0, progress: required.length === 0 ? 100 : Math.floor((filled * 100) / required.length) }
}

/** What hinders keeping a patch of a draft. Half-typed answers may be kept; strange ones may not. */
export function patchFaults(form: FormDefinition, patch: unknown): FormFault[] {
  const unknown = strangers(form, patch)
  const fields = form.sections.flatMap(section => section.fields)
  const kept = fields.flatMap(of => {
    const answer: unknown = own(patch as Record<string, unknown>, of.id)
    const fault = answer === undefined || answer === null ? undefined : unkept(of, answer)
    return fault ? [fault] : []
  })
  return [...unknown, ...kept]
}

/** The answers that are right, as they are kept: half-typed and strange ones are left out. */
export const valuesOf = ({ sections }: Reading): Answers => Object.fromEntries(
  sections.flatMap(section => section.fields).flatMap(({ id, value, fault }) => (value === null || fault ? [] : [[id, value]])))

/** What is known once the enterprise's own statements stand over the facts they correct; they say who stated them. */
export function statedFacts(reading: Reading, facts: Facts, source: string, receivedAt: string, validFrom: string): Facts {
  const stated = reading.sections.flatMap(section => section.fields).flatMap(({ fact: key, value, origin, fault }): [string, Fact][] => {
    const data = answerValue.safeParse(value)
    if (!key || !predicate(key) || origin !== 'answer' || fault || !data.success || (typeof value === 'object' && !Array.isArray(value))) return []
    return [[key, { predicate: key, value: value as FactData, source, validFrom, receivedAt }]]
  })
  return { ...facts, ...Object.fromEntries(stated) }
}
