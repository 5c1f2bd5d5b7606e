import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import type { EventTable } from '../../kernel/personal.ts'

const fields = { bureau: z.string(), name: z.string(), phone: z.string() }

const schemas = {
  OfficeEstablished: z.object({ ...fields, sample: z.boolean() }),
  OfficeRevised: z.object(fields),
}
export type OfficeEvent = Messages<typeof schemas>

export const officeEvents: EventTable = { schemas, grade: 'open' }
