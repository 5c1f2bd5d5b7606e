import { z } from 'zod'
import { id } from './text.ts'

/** A paper that an item asks for. */
export const material = z.object({
  id,
  name: z.string().trim().min(1).max(200),
  required: z.boolean(),
  note: z.string().max(500).optional(),
})
export type Material = z.infer<typeof material>
