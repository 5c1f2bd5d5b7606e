import { z } from 'zod'
import { id } from './text.ts'

/** What can be asked of another field. */
export const asking = z.enum(['filled', 'blank', 'yes', 'no', 'is', 'isNot', 'includes', 'lacks', 'atLeast', 'below', 'notBefore', 'before'])
export type Asking = z.infer<typeof asking>

const ruleTest = z.object({ field: id, asks: asking, value: z.union([z.string().max(100), z.int()]).optional() })
export type RuleTest = z.infer<typeof ruleTest>

/** When a field is there, or must be filled in: all of some tests of other fields, or one of them. Made by form, never written. */
export const rule = z.object({ all: z.boolean(), tests: z.array(ruleTest).min(1).max(5) })
export type Rule = z.infer<typeof rule>
