import type { Facts } from '@qinqing/domain/language/fact'
import { type Answers, type Field, type FormDefinition, type ReadField, type Reading, type ReadSection, read } from '@qinqing/domain/language/form'
import type { Lang } from '@qinqing/domain/language/text'
import type { Value } from './edits.ts'

const nameless = { zh: '', en: '' }

/** Whether what a field is depends on other fields: it is shown by a rule, must be filled in by a rule, or is worked out. */
export const isDependent = ({ showWhen, requiredWhen, formula }: Field): boolean => Boolean(showWhen ?? requiredWhen ?? formula)

/** A dependent field as it stands now, so that it can be read by itself. */
export const settled = ({ showWhen: _, requiredWhen: __, ...rest }: Field, required: boolean): Field => ({ ...rest, required })

/** One field by itself, as the form's interpreter reads it: what typing in it costs does not grow with the form. */
export function readField(of: Field, value: Value, facts: Facts, lang: Lang): ReadField {
  const fact = of.fact ? facts[of.fact] : undefined
  const one: FormDefinition = { version: 1, sections: [{ id: 'one', title: nameless, fields: [of] }] }
  return read(one, value === null ? {} : { [of.id]: value }, of.fact && fact ? { [of.fact]: fact } : {}, lang).sections[0]!.fields[0]!
}

export const isDeclaration = ({ kind }: Pick<Field, 'kind'>): boolean => kind === 'declaration'

/** The parts that are filled in before one looks at everything: declarations come last. */
export const partsOf = ({ sections }: FormDefinition) => sections
  .map(section => ({ ...section, fields: section.fields.filter(one => !isDeclaration(one)) }))
  .filter(({ fields }) => fields.length > 0)

export const fieldsOf = ({ sections }: Pick<Reading, 'sections'>): ReadField[] => sections.flatMap(({ fields }) => fields)

export const declarationsOf = (reading: Pick<Reading, 'sections'>): ReadField[] => fieldsOf(reading).filter(isDeclaration)

export type Note =
  | { says: 'known' | 'missing' | 'files' | 'faults'; count: number }
  | { says: 'done' | 'declare' | 'optional' }

export interface Step {
  id: string
  /** Whether something in it is to be done before one looks at everything. */
  wants: boolean
  note: Note | null
}

export const review = 'review'

/** What stands under a part in the rail: what is to be mended before what is missing, and both before what is done. */
function noteOf({ fields }: ReadSection): Note {
  const asked = fields.filter(one => !isDeclaration(one))
  const faults = asked.filter(({ fault }) => fault)
  const wrong = faults.filter(({ fault }) => fault?.code !== 'missing')
  const files = faults.every(({ kind }) => kind === 'file')
  if (wrong.length) return { says: 'faults', count: wrong.length }
  if (faults.length) return { says: files ? 'files' : 'missing', count: faults.length }
  if (asked.every(({ origin }) => origin === 'fact' || origin === 'formula')) return { says: 'known', count: asked.length }
  return { says: asked.some(({ origin }) => origin !== 'none') ? 'done' : 'optional' }
}

/** The steps of a form: its parts, and at the end everything at one glance. */
export function stepsOf({ sections }: Pick<Reading, 'sections'>): Step[] {
  const parts = sections.filter(({ fields }) => !fields.every(isDeclaration))
  const open = sections.some(({ fields }) => fields.some(one => isDeclaration(one) && one.fault))
  return [
    ...parts.map((part): Step => {
      const note = noteOf(part)
      return { id: part.id, note, wants: note.says === 'missing' || note.says === 'files' || note.says === 'faults' }
    }),
    { id: review, note: open ? { says: 'declare' } : null, wants: false },
  ]
}

/** The part at which one goes on with a form that is begun: the first that wants something; none when that is where every form opens. */
export function gapOf(form: FormDefinition, answers: Answers, facts: Facts): string | undefined {
  if (Object.keys(answers).length === 0) return undefined
  const n = stepsOf(read(form, answers, facts, 'zh')).findIndex(({ wants }) => wants)
  return n > 0 ? partsOf(form)[n]?.id : undefined
}
