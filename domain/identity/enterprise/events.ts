import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import { type EventTable, personal } from '../../kernel/personal.ts'

const schemas = {
  /** A self-employed person's firm often bears the person's name. */
  EnterpriseRegistered: z.object({ name: personal(z.string()), creditCode: z.string(), sample: z.boolean() }),
}
export type EnterpriseEvent = Messages<typeof schemas>

export const enterpriseEvents: EventTable = { schemas, grade: 'internal' }
