import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import type { EventTable } from '../../kernel/personal.ts'
import { clause } from '../../language/condition.ts'
import { item } from '../../language/item.ts'

const head = { title: z.string(), number: z.string(), summary: z.string(), validUntil: z.string().nullable() }
const origin = z.object({ system: z.string(), row: z.string(), authority: z.string() }).nullable()

const schemas = {
  PolicyDrafted: z.object({ ...head, office: z.string(), officeName: z.string(), origin, sample: z.boolean() }),
  PolicyRevised: z.object(head),
  ClausesRevised: z.object({ clauses: z.array(clause) }),
  ItemPut: z.object({ item }),
  ItemRemoved: z.object({ item: z.string() }),
  /** The whole edition is in the event: what decisions rest on is never looked up elsewhere. */
  PolicyPublished: z.object({
    ...head, version: z.int(), clauses: z.array(clause), items: z.array(item), office: z.string(), officeName: z.string(), origin, sample: z.boolean(),
    /** Items of the version before that are no longer there. */
    gone: z.array(z.string()),
  }),
  PolicyRetired: z.object({ reason: z.string(), items: z.array(z.string()) }),
}
export type PolicyEvent = Messages<typeof schemas>

export const policyEvents: EventTable = { schemas, grade: 'open' }
