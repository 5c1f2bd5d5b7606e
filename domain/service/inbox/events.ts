import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import type { EventTable } from '../../kernel/personal.ts'
import { everyKind } from '../../language/notice-kind.ts'

const schemas = {
  NoticesMarked: z.object({ shelf: z.string(), notices: z.array(z.object({ id: z.string(), at: z.string() })) }),
  ShelfCleared: z.object({ shelf: z.string(), through: z.string() }),
  KindsMuted: z.object({ off: z.array(z.enum(everyKind)) }),
  VisitNoted: z.object({ shelf: z.string() }),
}
export type InboxEvent = Messages<typeof schemas>

export const inboxEvents: EventTable = { schemas, grade: 'internal' }
