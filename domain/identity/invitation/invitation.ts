import type { Claim, Decider } from '../../kernel/decider.ts'
import type { Context } from '../../kernel/message.ts'
import { ensure } from '../../kernel/refusal.ts'
import { linkKey } from '../../language/spent-link.ts'
import type { OfficeFact } from '../../organisation/office/contract.ts'
import type { EnterpriseFact } from '../enterprise/contract.ts'
import {
  beginning, type InvitationCommand, invitationCommands, type InvitationFact, invitationMoves, invitationRefusals as no, invitationRoles,
} from './contract.ts'
import { type InvitationEvent, invitationEvents } from './events.ts'

export type Invitation = InvitationFact

interface InvitationFacts {
  office: OfficeFact
  enterprise: EnterpriseFact
}

const day = 86_400_000

const linkOf = ({ secretHash, days }: { secretHash: string; days: number }, { at }: Context) =>
  ({ secretHash, expiresAt: new Date(Date.parse(at) + days * day).toISOString() })

const opened = ({ secretHash, expiresAt }: { secretHash: string; expiresAt: string }, to: Invitation['to']): Invitation =>
  ({ status: 'open', secretHash, expiresAt, to })

/** Takes the key of the link that is void from now on; whoever came in with it holds it already. */
const voided = ({ status, secretHash }: Invitation): Claim[] => (status === 'open' ? [{ key: linkKey(secretHash), refusal: no.used }] : [])

/** 邀请: a link, good once and for some days, to come in as an official or for an enterprise. */
export const invitation: Decider<Invitation, InvitationCommand, InvitationEvent, InvitationFacts> = {
  system: 'identity',
  aggregate: 'invitation',
  initial: { status: 'absent', secretHash: '', expiresAt: '', to: null },
  commands: invitationCommands,
  events: invitationEvents,
  moves: invitationMoves,
  roles: invitationRoles,

  needs: {
    InviteOfficial: ({ office }) => ({ office: { aggregate: 'office', id: office } }),
    InviteAgent: ({ enterprise }) => ({ enterprise: { aggregate: 'enterprise', id: enterprise } }),
  },

  decide: {
    InviteAdministrator(_, data, context) {
      ensure(context.id === beginning, no.notBeginning)
      return [{ type: 'AdministratorInvited', data: linkOf(data, context) }]
    },
    InviteOfficial(_, { invitee, office, title, roles, ...link }, context, facts) {
      ensure(facts.office.status === 'established', no.noOffice)
      const officeName = `${facts.office.bureau}${facts.office.name}`
      return [{ type: 'OfficialInvited', data: { ...linkOf(link, context), invitee, office, officeName, title, roles } }]
    },
    InviteAgent(_, { invitee, enterprise, capacity, ...link }, context, facts) {
      ensure(facts.enterprise.status === 'registered', no.noEnterprise)
      return [{ type: 'AgentInvited', data: { ...linkOf(link, context), invitee, enterprise, enterpriseName: facts.enterprise.name, capacity } }]
    },
    RenewInvitation: (_, data, context) => [{ type: 'InvitationRenewed', data: linkOf(data, context) }],
    RevokeInvitation: () => [{ type: 'InvitationRevoked', data: {} }],
    RecordAcceptance: (_, { person }) => [{ type: 'InvitationAccepted', data: { person } }],
    EndBeginning: ({ status, to }) => (status === 'open' && to?.kind === 'administrator' ? [{ type: 'InvitationRevoked', data: {} }] : []),
  },

  evolve: {
    AdministratorInvited: (_, data) => opened(data, { kind: 'administrator' }),
    OfficialInvited: (_, { office, officeName, title, roles, ...data }) => opened(data, { kind: 'official', office, officeName, title, roles }),
    AgentInvited: (_, { enterprise, enterpriseName, capacity, ...data }) =>
      opened(data, { kind: 'agent', enterprise, enterpriseName, capacity }),
    InvitationRenewed: (invitation, { secretHash, expiresAt }) => ({ ...invitation, secretHash, expiresAt }),
    InvitationRevoked: invitation => ({ ...invitation, status: 'revoked' }),
    InvitationAccepted: invitation => ({ ...invitation, status: 'accepted' }),
  },

  claims: {
    AdministratorInvited: (_, invitation) => voided(invitation),
    InvitationRenewed: (_, invitation) => voided(invitation),
    InvitationRevoked: (_, invitation) => voided(invitation),
  },
}
