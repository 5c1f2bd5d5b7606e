import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import type { EventTable } from '../../kernel/personal.ts'

const schemas = {
  EnterpriseRegistered: z.object({ name: z.string(), creditCode: z.string(), sample: z.boolean() }),
}
export type EnterpriseEvent = Messages<typeof schemas>

export const enterpriseEvents: EventTable = { schemas, grade: 'internal' }
