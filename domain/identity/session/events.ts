import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import { type EventTable, personal } from '../../kernel/personal.ts'

const schemas = {
  SessionOpened: z.object({ person: z.string(), secretHash: z.string(), expiresAt: z.string(), client: personal(z.string(), 'person') }),
  SessionClosed: z.object({ reason: z.string() }),
}
export type SessionEvent = Messages<typeof schemas>

export const sessionEvents: EventTable = { schemas, grade: 'sensitive' }
