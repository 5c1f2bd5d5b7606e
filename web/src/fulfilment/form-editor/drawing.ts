import type { Column, ColumnKind } from '@qinqing/domain/language/column'
import type { Field, FieldKind, FormDefinition, Section } from '@qinqing/domain/language/field'
import { fillable, looksAt } from '@qinqing/domain/language/form-faults'
import { predicate } from '@qinqing/domain/language/predicates'

/** Where something stands: a part, or a field in it. */
export interface Spot {
  section: number
  field?: number | undefined
}

/** What new things are called until somebody names them. */
export const firstNames = { part: { zh: '新的部分', en: 'New part' }, field: { zh: '新的一项', en: 'New field' }, column: { zh: '新的一列', en: 'New column' } }

const swapped = <One>(list: readonly One[], from: number, to: number): One[] =>
  (to < 0 || to >= list.length ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, list[from]!))

const inSection = (form: FormDefinition, at: number, change: (section: Section) => Section): FormDefinition =>
  ({ ...form, sections: form.sections.map((section, n) => (n === at ? change(section) : section)) })

const withFields = (form: FormDefinition, at: number, change: (fields: Field[]) => Field[]): FormDefinition =>
  inSection(form, at, section => ({ ...section, fields: change(section.fields) }))

const choosing: readonly FieldKind[] = ['choice', 'choices']
const counting: readonly FieldKind[] = ['number', 'money', 'percent']

/** A field of a kind as it begins; what belongs to other kinds is left behind. */
export function ofKind(field: Field, kind: FieldKind, newId: () => string): Field {
  const { id, label, required, hint, clause, personal, showWhen, requiredWhen } = field
  const kept = Object.fromEntries(Object.entries({ hint, clause, personal, showWhen, requiredWhen }).filter(([, value]) => value !== undefined))
  const choices = field.choices?.length ? field.choices : ['选项一', '选项二'].map((zh, n) => ({ value: newId(), label: { zh, en: `Choice ${n + 1}` } }))
  const columns = field.columns?.length ? field.columns : [
    newColumn('text', newId(), { zh: '名称', en: 'Name' }), { ...newColumn('money', newId(), { zh: '金额', en: 'Sum' }), sum: true },
  ]
  return {
    id, label, kind, required: kind === 'declaration' ? true : required, ...kept,
    ...(choosing.includes(kind) ? { choices } : {}), ...(kind === 'table' ? { columns } : {}), ...(kind === 'number' && field.unit ? { unit: field.unit } : {}),
    ...(counting.includes(kind) && field.formula ? { formula: field.formula } : {}),
  }
}

export const newColumn = (kind: ColumnKind, id: string, label = { zh: '', en: '' }): Column => ({ id, label, kind, required: true })

export const newField = (kind: FieldKind, label: Field['label'], newId: () => string): Field =>
  ofKind({ id: newId(), label, kind: 'text', required: true }, kind, newId)

/** A field that is filled by what the platform knows, in the fact's own kind, unit and choices. */
export function boundTo(field: Field, key: string | undefined): Field {
  const of = key === undefined ? undefined : predicate(key)
  const { fact: _, formula: __, ...plain } = field
  if (!of || key === undefined) return plain
  const { unit: ___, choices: ____, min: _____, max: ______, columns: _______, ...bare } = plain
  return {
    ...bare, kind: fillable(field.kind).includes(of.kind) ? field.kind : of.kind, fact: key, label: field.label.zh.trim() ? field.label : of.label, ...(of.unit ? { unit: of.unit } : {}),
    ...(of.choices ? { choices: of.choices } : {}), ...(of.negative ? { min: -Number.MAX_SAFE_INTEGER } : {}),
  }
}

export const setField = (form: FormDefinition, { section, field }: Spot, next: Field): FormDefinition =>
  withFields(form, section, fields => fields.map((one, n) => (n === field ? next : one)))

export const setTitle = (form: FormDefinition, at: number, title: Section['title']): FormDefinition => inSection(form, at, section => ({ ...section, title }))

/** After a field, or at the end of its part. */
export function insertField(form: FormDefinition, { section, field }: Spot, one: Field): { form: FormDefinition; at: Spot } {
  const place = field === undefined ? form.sections[section]!.fields.length : field + 1
  return { form: withFields(form, section, fields => fields.toSpliced(place, 0, one)), at: { section, field: place } }
}

export const removeField = (form: FormDefinition, { section, field }: Spot): FormDefinition =>
  withFields(form, section, fields => fields.filter((_, n) => n !== field))

export function duplicateField(form: FormDefinition, spot: Spot, newId: () => string): { form: FormDefinition; at: Spot } {
  const one = form.sections[spot.section]!.fields[spot.field!]!
  const { fact: _, ...rest } = one
  return insertField(form, spot, { ...rest, id: newId(), label: { zh: `${one.label.zh}（副本）`, en: `${one.label.en} (copy)` } })
}

/** One up or down; at the edge of its part a field goes on into the next. */
export function moveField(form: FormDefinition, { section, field = 0 }: Spot, by: 1 | -1): { form: FormDefinition; at: Spot } {
  const { fields } = form.sections[section]!
  const to = field + by
  if (to >= 0 && to < fields.length) return { form: withFields(form, section, list => swapped(list, field, to)), at: { section, field: to } }
  const next = form.sections[section + by]
  return next ? placeField(form, { section, field }, { section: section + by, field: by > 0 ? 0 : next.fields.length }) : { form, at: { section, field } }
}

/** A field taken from one place and put before another: what a drag does. */
export function placeField(form: FormDefinition, from: Spot, to: Spot): { form: FormDefinition; at: Spot } {
  const one = form.sections[from.section]!.fields[from.field!]!
  const shift = from.section === to.section && to.field! > from.field! ? 1 : 0
  const at = { section: to.section, field: (to.field ?? 0) - shift }
  return { form: withFields(removeField(form, from), at.section, fields => fields.toSpliced(at.field, 0, one)), at }
}

export const addSection = (form: FormDefinition, id: string, title: Section['title']): FormDefinition =>
  ({ ...form, sections: [...form.sections, { id, title, fields: [] }] })

export const removeSection = (form: FormDefinition, at: number): FormDefinition => ({ ...form, sections: form.sections.filter((_, n) => n !== at) })

export const moveSection = (form: FormDefinition, at: number, by: 1 | -1): FormDefinition => ({ ...form, sections: swapped(form.sections, at, at + by) })

export const fieldsOf = ({ sections }: FormDefinition): Field[] => sections.flatMap(({ fields }) => fields)

/** The fields that look at a field: they would notice if it went. */
export const lookedAtBy = (form: FormDefinition, id: string): Field[] => fieldsOf(form).filter(one => looksAt(one).includes(id))

export const spotOf = (form: FormDefinition, id: string | null): Spot | undefined => {
  for (const [section, { id: part, fields }] of form.sections.entries()) {
    if (part === id) return { section }
    const field = fields.findIndex(one => one.id === id)
    if (field >= 0) return { section, field }
  }
  return undefined
}

/** What follows from conditions, materials and amount, and is not asked in the drawn form. */
export const leftOut = (form: FormDefinition, derived: FormDefinition): { section: Section; field: Field }[] => {
  const known = fieldsOf(form)
  return derived.sections.flatMap(section => section.fields.flatMap(field =>
    (known.some(one => one.id === field.id || (field.fact !== undefined && one.fact === field.fact)) ? [] : [{ section, field }])))
}

/** Puts what was left out where it would have stood. */
export function takeIn(form: FormDefinition, { section, field }: { section: Section; field: Field }): FormDefinition {
  const at = form.sections.findIndex(({ id }) => id === section.id)
  return at < 0 ? { ...form, sections: [...form.sections, { ...section, fields: [field] }] } : withFields(form, at, fields => [...fields, field])
}
