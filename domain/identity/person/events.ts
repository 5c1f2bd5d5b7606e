import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import { type EventTable, personal } from '../../kernel/personal.ts'
import { postRoles } from '../../language/post-role.ts'

const schemas = {
  PersonRegistered: z.object({ username: personal(z.string()), name: personal(z.string()), phone: personal(z.string().optional()) }),
  InvitationRedeemed: z.object({ invitation: z.string(), secretHash: z.string() }),
  PasswordSet: z.object({ hash: personal(z.string()), temporary: z.boolean().optional() }),
  PhoneRevised: z.object({ phone: personal(z.string()) }),
  /** The first administrator says of which office one is. */
  CityFounded: z.object({ office: z.string(), bureau: z.string(), name: z.string(), phone: z.string() }),
  PostGiven: z.object({ office: z.string(), officeName: z.string(), title: z.string(), roles: z.array(z.enum(postRoles)) }),
  PostTaken: z.object({ office: z.string() }),
  EnterpriseJoined: z.object({ enterprise: z.string(), enterpriseName: personal(z.string(), 'enterprise'), capacity: z.enum(['legal', 'agent']) }),
  EnterpriseLeft: z.object({ enterprise: z.string() }),
  PersonSuspended: z.object({ reason: personal(z.string()) }),
  PersonRestored: z.object({}),
}
export type PersonEvent = Messages<typeof schemas>

export const personEvents: EventTable = { schemas, grade: 'sensitive' }
