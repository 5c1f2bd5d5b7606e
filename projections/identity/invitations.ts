import type { InvitationDocument } from '@qinqing/domain/identity/invitation/contract'
import type { InvitationEvent } from '@qinqing/domain/identity/invitation/events'
import type { Recorded } from '@qinqing/domain/kernel/message'
import type { Projection } from '../kernel/projection.ts'

const sent = (invitation: InvitationDocument, { by, recordedAt }: Recorded, over: Partial<InvitationDocument>): InvitationDocument =>
  ({ ...invitation, status: 'open', by, sentAt: recordedAt, person: null, closedAt: null, ...over })

/** Invitations, for administrators: to what, until when, and what became of them. */
export const invitations: Projection<InvitationDocument, InvitationEvent> = {
  name: 'invitations',
  version: 1,
  indexed: ['status', 'kind', 'sentAt', 'expiresAt'],
  searched: ['invitee', 'placeName'],
  visible: ['role', ['admin']],
  initial: id => ({
    id, status: 'absent', kind: 'official', invitee: '', place: '', placeName: '', title: '', roles: [], capacity: null, by: '', sentAt: '', expiresAt: '',
    person: null, closedAt: null,
  }),
  evolve: {
    AdministratorInvited: (invitation, { expiresAt }, event) => sent(invitation, event, { kind: 'administrator', expiresAt }),
    OfficialInvited: (invitation, { invitee, office, officeName, title, roles, expiresAt }, event) =>
      sent(invitation, event, { kind: 'official', invitee: invitee ?? '', place: office, placeName: officeName, title, roles, expiresAt }),
    AgentInvited: (invitation, { invitee, enterprise, enterpriseName, capacity, expiresAt }, event) =>
      sent(invitation, event, { kind: 'agent', invitee: invitee ?? '', place: enterprise, placeName: enterpriseName ?? '', capacity, expiresAt }),
    InvitationRenewed: (invitation, { expiresAt }) => ({ ...invitation, expiresAt }),
    InvitationRevoked: (invitation, _, { recordedAt }) => ({ ...invitation, status: 'revoked', closedAt: recordedAt }),
    InvitationAccepted: (invitation, { person }, { recordedAt }) => ({ ...invitation, status: 'accepted', person, closedAt: recordedAt }),
  },
}
