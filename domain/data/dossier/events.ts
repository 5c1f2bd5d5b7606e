import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import { type EventTable, personal } from '../../kernel/personal.ts'
import { fact } from '../../language/fact.ts'
import { cny, money } from '../../language/money.ts'

const enjoyment = { application: z.string(), policy: z.string(), item: z.string(), title: z.string(), at: z.string() }

const schemas = {
  /** Facts may name people (a legal representative), so the list is personal as a whole. */
  FactsRecorded: z.object({ facts: personal(z.array(fact)) }),
  FactDisputed: z.object({ predicate: z.string(), note: personal(z.string()) }),
  EnjoymentRecorded: z.object({
    ...enjoyment, amount: money.nullable(),
  }),
}
export type DossierEvent = Messages<typeof schemas>

/** A bare number of 分 before sums named their currency. */
const bareFen = z.object({ ...enjoyment, fen: z.int().nullable() })

export const dossierEvents: EventTable<typeof schemas> = {
  schemas,
  grade: 'sensitive',
  past: {
    EnjoymentRecorded: [{ schema: bareFen, upcast: ({ fen, ...rest }: z.output<typeof bareFen>) => ({ ...rest, amount: fen === null ? null : cny(fen) }) }],
  },
}
