import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import type { EventTable } from '../../kernel/personal.ts'
import { changeNote } from '../../language/amendment.ts'
import { clause } from '../../language/condition.ts'
import { formDefinition } from '../../language/form.ts'
import { guide } from '../../language/guide.ts'
import { item } from '../../language/item.ts'

const head = { title: z.string(), number: z.string(), summary: z.string(), validUntil: z.string().nullable() }
const origin = z.object({ system: z.string(), row: z.string(), authority: z.string() }).nullable()

const schemas = {
  PolicyDrafted: z.object({ ...head, office: z.string(), officeName: z.string(), origin, sample: z.boolean() }),
  /** `sample` is there when it changed. */
  PolicyRevised: z.object({ ...head, sample: z.boolean().optional() }),
  ClausesRevised: z.object({ clauses: z.array(clause) }),
  GuideRevised: z.object({ guide }),
  /** `at` says where an item went that was not there before; without it, to the end. */
  ItemPut: z.object({ item, at: z.int().optional() }),
  ItemRemoved: z.object({ item: z.string() }),
  FormPut: z.object({ item: z.string(), form: formDefinition.nullable() }),
  /** The whole edition is in the event: what decisions rest on is never looked up elsewhere. */
  PolicyPublished: z.object({
    ...head, version: z.int(), clauses: z.array(clause), items: z.array(item), office: z.string(), officeName: z.string(), origin, sample: z.boolean(),
    /** Items of the version before that are no longer there. */
    gone: z.array(z.string()),
    guide: guide.optional(),
    /** Of an amendment: the sentence of why, and what it changed, so that notices can be made from the event alone. */
    why: z.string().optional(),
    changes: z.array(changeNote).optional(),
  }),
  PolicyRetired: z.object({
    reason: z.string(), items: z.array(z.string()),
    /** The policy that takes its place. */
    successor: z.object({ id: z.string(), title: z.string() }).optional(),
  }),
}
export type PolicyEvent = Messages<typeof schemas>

export const policyEvents: EventTable = { schemas, grade: 'open' }
