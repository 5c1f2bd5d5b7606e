import { z } from 'zod'
import { column } from './column.ts'
import { formula } from './formula.ts'
import { rule } from './rule.ts'
import { id, text } from './text.ts'

/** An uploaded file as an answer names it; its bytes lie elsewhere, under their hash. */
export const fileRef = z.object({
  hash: z.string().regex(/^[A-Za-z0-9:_-]{16,128}$/),
  name: z.string().min(1).max(200),
  size: z.int().min(1).max(1_000_000_000),
  type: z.string().max(120),
})
export type FileRef = z.infer<typeof fileRef>

export const longestAnswer = 5_000
export const longestCell = 500
export const mostRows = 100

/** A row of a table: by the column's id, as typed or as it is kept. */
export const tableRow = z.record(z.string().max(80), z.union([z.string().max(longestCell), z.int()]))
export type TableRow = z.infer<typeof tableRow>

/** What may be answered: as typed, or as it is kept (分, hundredths of a percent, an ISO date, the code of a region). */
export const answerValue = z.union([
  z.string().max(longestAnswer), z.int(), z.boolean(), z.array(z.string().max(100)).max(50), fileRef, z.array(tableRow).max(mostRows),
])
export type AnswerValue = z.infer<typeof answerValue>
export const answers = z.record(z.string().max(80), answerValue)
export type Answers = z.infer<typeof answers>
/** Null takes an answer back, so that the fact holds again. */
export type AnswerPatch = Record<string, AnswerValue | null>

export const fieldKind = z.enum([
  'text', 'longtext', 'number', 'money', 'percent', 'date', 'choice', 'choices', 'flag', 'region', 'phone', 'creditCode', 'bankAccount',
  'table', 'file', 'declaration',
])
export type FieldKind = z.infer<typeof fieldKind>

export const field = z.object({
  id,
  label: text,
  kind: fieldKind,
  required: z.boolean(),
  hint: text.optional(),
  unit: text.optional(),
  choices: z.array(z.object({ value: z.string().min(1).max(100), label: text })).max(50).optional(),
  min: z.int().optional(),
  /** Characters of a text, the greatest number or sum, rows of a table, or bytes of a file. */
  max: z.int().optional(),
  /** The predicate whose fact fills it. */
  fact: z.string().max(60).optional(),
  personal: z.boolean().optional(),
  /** The clause that asks for it. */
  clause: z.string().max(60).optional(),
  /** Of a table. */
  columns: z.array(column).max(12).optional(),
  /** It is there only when this holds. */
  showWhen: rule.optional(),
  /** It must be filled in when this holds, also when it need not be otherwise. */
  requiredWhen: rule.optional(),
  /** Nobody fills it in: it follows from other fields. */
  formula: formula.optional(),
})
export type Field = z.infer<typeof field>

export const section = z.object({ id, title: text, fields: z.array(field).max(100) })
export type Section = z.infer<typeof section>

export const formDefinition = z.object({
  version: z.int().min(1),
  sections: z.array(section).min(1).max(20),
  /** Somebody has drawn it; otherwise it is derived from the item. */
  drawn: z.boolean().optional(),
})
export type FormDefinition = z.infer<typeof formDefinition>
