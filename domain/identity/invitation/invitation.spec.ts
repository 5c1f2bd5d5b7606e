import { rules } from '../../rules.conformance.ts'
import { beginning, invitationRefusals } from './contract.ts'
import type { InvitationEvent } from './events.ts'
import { invitation } from './invitation.ts'

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
const week = '2026-03-09T01:00:00.000Z'
const day = '2026-03-03T01:00:00.000Z'
const link = { secretHash: first, days: 7 }
const toOffice = { invitee: '示例某', office: 'office', title: '审核', roles: ['reviewer' as const] }
const toFirm = { invitee: '示例某', enterprise: 'enterprise', capacity: 'agent' as const }

const administrator: InvitationEvent = { type: 'AdministratorInvited', data: { secretHash: first, expiresAt: week } }
const official: InvitationEvent = {
  type: 'OfficialInvited', data: { ...toOffice, secretHash: first, expiresAt: week, officeName: '示例工信局企业服务科' },
}
const agent: InvitationEvent = {
  type: 'AgentInvited', data: { ...toFirm, secretHash: first, expiresAt: week, enterpriseName: '龙城示例机械有限公司' },
}
const renewed: InvitationEvent = { type: 'InvitationRenewed', data: { secretHash: second, expiresAt: day } }
const revoked: InvitationEvent = { type: 'InvitationRevoked', data: {} }
const accepted: InvitationEvent = { type: 'InvitationAccepted', data: { person: 'someone' } }

const facts = {
  office: { status: 'established', bureau: '示例工信局', name: '企业服务科' },
  enterprise: { status: 'registered', name: '龙城示例机械有限公司', creditCode: '91450200MA5EXAMQ0C' },
}
const absent = { office: { status: 'absent', bureau: '', name: '' }, enterprise: { status: 'absent', name: '', creditCode: '' } }
const asFirst = { id: beginning }

rules(invitation, {
  refusals: invitationRefusals,
  lives: { absent: [], open: [official], accepted: [official, accepted], revoked: [official, revoked] },
  asks: {
    InviteAdministrator: link, InviteOfficial: { ...link, ...toOffice }, InviteAgent: { ...link, ...toFirm }, RenewInvitation: { secretHash: second, days: 1 },
    RevokeInvitation: {}, RecordAcceptance: { person: 'someone' }, EndBeginning: {},
  },
  facts: { InviteOfficial: facts, InviteAgent: facts },
  as: { InviteAdministrator: asFirst },
  scenarios: {
    'a city without an administrator invites the first': {
      given: [], when: { type: 'InviteAdministrator', data: link }, as: asFirst, then: [administrator],
    },
    'the first administrator gets another link as long as there is none': {
      given: [administrator], when: { type: 'InviteAdministrator', data: { secretHash: second, days: 7 } }, as: asFirst,
      then: [{ type: 'AdministratorInvited', data: { secretHash: second, expiresAt: week } }],
    },
    'a city that has lost its administrators begins again': {
      given: [administrator, accepted], when: { type: 'InviteAdministrator', data: { secretHash: second, days: 7 } }, as: asFirst,
      then: [{ type: 'AdministratorInvited', data: { secretHash: second, expiresAt: week } }],
    },
    'no other invitation makes a first administrator': {
      given: [], when: { type: 'InviteAdministrator', data: link }, refused: 'invitation/not-the-first',
    },
    'an official is invited to a post in an office, which is named as it is called now': {
      given: [], when: { type: 'InviteOfficial', data: { ...link, ...toOffice } }, facts, then: [official],
    },
    'nobody is invited to an office that is not there': {
      given: [], when: { type: 'InviteOfficial', data: { ...link, ...toOffice } }, facts: absent, refused: 'invitation/no-office',
    },
    'an agent is invited for an enterprise, which is named as it is registered': {
      given: [], when: { type: 'InviteAgent', data: { ...link, ...toFirm } }, facts, then: [agent],
    },
    'nobody is invited for an enterprise that is not there': {
      given: [], when: { type: 'InviteAgent', data: { ...link, ...toFirm } }, facts: absent, refused: 'invitation/no-enterprise',
    },
    'another link takes the place of one that was lost or has expired': {
      given: [official], when: { type: 'RenewInvitation', data: { secretHash: second, days: 1 } }, as: { at: '2026-03-02T01:00:00.000Z' }, then: [renewed],
    },
    'is withdrawn': { given: [official], when: { type: 'RevokeInvitation', data: {} }, then: [revoked] },
    'is withdrawn after it has got another link': { given: [official, renewed], when: { type: 'RevokeInvitation', data: {} }, then: [revoked] },
    'is accepted': { given: [agent], when: { type: 'RecordAcceptance', data: { person: 'someone' } }, then: [accepted] },
    'is not accepted once it was withdrawn': {
      given: [agent, revoked], when: { type: 'RecordAcceptance', data: { person: 'someone' } }, refused: 'invitation/not-now',
    },
    'as soon as there is an administrator, the link for the first is void': {
      given: [administrator], when: { type: 'EndBeginning', data: {} }, then: [revoked],
    },
    'that there is an administrator says nothing of other invitations': { given: [official], when: { type: 'EndBeginning', data: {} }, then: [] },
    'where there was no beginning, none is ended': { given: [], when: { type: 'EndBeginning', data: {} }, then: [] },
    'a beginning that is over is not ended again': { given: [administrator, accepted], when: { type: 'EndBeginning', data: {} }, then: [] },
  },
  keys: {
    'the link that another one replaces is nobody\'s any more': {
      given: [official], event: renewed, claims: [{ key: `invitation/${first}`, code: 'invitation/used' }],
    },
    'nor is the link of what was withdrawn': { given: [official, renewed], event: revoked, claims: [{ key: `invitation/${second}`, code: 'invitation/used' }] },
    'nor the first administrator\'s when a new one is printed': {
      given: [administrator], event: { type: 'AdministratorInvited', data: { secretHash: second, expiresAt: week } },
      claims: [{ key: `invitation/${first}`, code: 'invitation/used' }],
    },
    'a link that was used is its user\'s for good': {
      given: [administrator, accepted], event: { type: 'AdministratorInvited', data: { secretHash: second, expiresAt: week } }, claims: [],
    },
  },
})

test.each([
  ['the secret itself in place of its hash', { ...link, secretHash: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA' }], ['a hash in capitals', { ...link, secretHash: 'A'.repeat(64) }],
  ['a link for good', { ...link, days: 31 }], ['a link for no day', { ...link, days: 0 }],
])('%s is malformed', (_, data) => {
  expect(invitation.commands['RenewInvitation']!.safeParse(data).success).toBe(false)
})
