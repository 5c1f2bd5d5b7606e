import { z } from 'zod'
import type { Grade, Schemas } from './message.ts'

const marks = z.registry<{ subject: string }>()

/**
 * Marks a top-level field of an event as personal: the log keeps it encrypted with the subject's key.
 * `subject` names the sibling field that holds the subject's id; `id` is the stream's own id, `actor` the actor.
 */
export function personal<S extends z.ZodType>(schema: S, subject = 'id'): S {
  const marked = schema.clone() as S
  marks.add(marked, { subject })
  return marked
}

/** The mark of a schema, also when it was made optional, nullable, a default or a list afterwards. */
function markOf(schema: z.ZodType): { subject: string } | undefined {
  const mark = marks.get(schema)
  if (mark) return mark
  if ('unwrap' in schema && typeof schema.unwrap === 'function') return markOf(schema.unwrap() as z.ZodType)
  return schema instanceof z.ZodPipe ? markOf(schema.in as z.ZodType) : undefined
}

/** The personal fields of an event's schema, each with where its subject's id is found. */
export function personalFields(schema: z.ZodType | undefined): { field: string; subject: string }[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([field, one]) => {
    const mark = markOf(one as z.ZodType)
    return mark ? [{ field, subject: mark.subject }] : []
  })
}

/** A version of an event as it was once written, and how it becomes the next one: a pure function, which also takes fields that were erased (null). */
export interface Past {
  schema: z.ZodType
  /** Takes what its own schema says, which is what the step before it gives. */
  upcast: (data: never) => unknown
}

/** What may have happened to an aggregate: a schema per event. Names and fields are stored for good: add, never rename. */
export interface EventTable<Table extends Schemas = Schemas> {
  schemas: Table
  /** How an event was written before, oldest first; what the schema says now is the version after all of these. */
  past?: { readonly [Type in keyof Table]?: readonly Past[] }
  grade: Grade
}

/** The personal fields of an event type, each with where its subject's id is found. */
export type PersonalOf = (type: string) => readonly { field: string; subject: string }[]

/** The personal fields that the aggregates of a catalogue declare, those of earlier versions too: they are sealed in the log for good. */
export function personalIn(aggregates: Readonly<Record<string, { events: EventTable }>>): PersonalOf {
  const all = Object.values(aggregates).flatMap(({ events: { schemas, past } }) =>
    Object.entries(schemas).map(([type, schema]) => [type, [schema, ...(past?.[type] ?? []).map(before => before.schema)]] as const))
  const table = new Map(all.map(([type, versions]) => [type, distinct(versions.flatMap(personalFields))]))
  return type => table.get(type) ?? []
}

const distinct = <Field extends { field: string }>(fields: readonly Field[]): Field[] => [...new Map(fields.map(one => [one.field, one])).values()]
