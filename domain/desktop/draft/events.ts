import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import { type EventTable, personal } from '../../kernel/personal.ts'

const schemas = {
  DraftPatched: z.object({ patch: personal(z.record(z.string(), z.string()), 'actor') }),
  DraftDiscarded: z.object({}),
}
export type DraftEvent = Messages<typeof schemas>

export const draftEvents: EventTable = { schemas, grade: 'internal' }
