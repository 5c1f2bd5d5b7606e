import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import type { EventTable } from '../../kernel/personal.ts'
import { audiences, everyKind } from '../../language/notice-kind.ts'

const id = z.string().nullable()

const schemas = {
  NoticeGiven: z.object({
    kind: z.enum(everyKind), at: z.string(), audience: z.enum(audiences),
    enterprise: id, office: id, person: id, policy: id, application: id, number: id, title: z.string(),
  }),
}
export type NoticeEvent = Messages<typeof schemas>

export const noticeEvents: EventTable = { schemas, grade: 'internal' }
