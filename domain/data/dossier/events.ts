import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import { type EventTable, personal } from '../../kernel/personal.ts'
import { fact } from '../../language/fact.ts'

const schemas = {
  /** Facts may name people (a legal representative), so the list is personal as a whole. */
  FactsRecorded: z.object({ facts: personal(z.array(fact)) }),
  FactDisputed: z.object({ predicate: z.string(), note: personal(z.string()) }),
  EnjoymentRecorded: z.object({
    application: z.string(), policy: z.string(), item: z.string(), title: z.string(), fen: z.int().nullable(), at: z.string(),
  }),
}
export type DossierEvent = Messages<typeof schemas>

export const dossierEvents: EventTable = { schemas, grade: 'sensitive' }
