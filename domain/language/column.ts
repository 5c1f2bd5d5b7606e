import { z } from 'zod'
import { id, text } from './text.ts'

export const columnKind = z.enum(['text', 'number', 'money', 'date'])
export type ColumnKind = z.infer<typeof columnKind>

export const column = z.object({
  id,
  label: text,
  kind: columnKind,
  required: z.boolean(),
  unit: text.optional(),
  /** Its values are added up below the table. */
  sum: z.boolean().optional(),
  /** Nobody fills it in: it is the product of two other columns of the row. */
  product: z.tuple([id, id]).optional(),
})
export type Column = z.infer<typeof column>
