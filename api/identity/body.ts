import { Malformed } from '@qinqing/domain/kernel/refusal'
import type { z } from 'zod'

/** What was sent, in the shape that is wanted; throws `Malformed` with the path of each fault. */
export function bodyOf<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Malformed(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
}
