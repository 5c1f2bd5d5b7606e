import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import { type EventTable, personal } from '../../kernel/personal.ts'
import { postRoles } from '../../language/post-role.ts'

const link = { secretHash: z.string(), expiresAt: z.string() }

const schemas = {
  AdministratorInvited: z.object(link),
  OfficialInvited: z.object({
    ...link, invitee: personal(z.string()), office: z.string(), officeName: z.string(), title: z.string(), roles: z.array(z.enum(postRoles)),
  }),
  AgentInvited: z.object({
    ...link, invitee: personal(z.string()), enterprise: z.string(), enterpriseName: personal(z.string(), 'enterprise'), capacity: z.enum(['legal', 'agent']),
  }),
  InvitationRenewed: z.object(link),
  InvitationRevoked: z.object({}),
  InvitationAccepted: z.object({ person: z.string() }),
}
export type InvitationEvent = Messages<typeof schemas>

export const invitationEvents: EventTable = { schemas, grade: 'sensitive' }
