import type { InvitationEvent } from '@qinqing/domain/identity/invitation/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { invitations } from './invitations.ts'

const link = { secretHash: 'a'.repeat(64), expiresAt: '2026-03-09T01:00:00.000Z' }
const official: InvitationEvent = {
  type: 'OfficialInvited', data: { ...link, invitee: '示例某', office: 'office', officeName: '示例工信局企业服务科', title: '审核', roles: ['reviewer'] },
}
const agent: InvitationEvent = {
  type: 'AgentInvited', data: { ...link, invitee: '示例某', enterprise: 'enterprise', enterpriseName: '龙城示例机械有限公司', capacity: 'agent' },
}
const as = { at: '2026-03-02T01:00:00.000Z', by: '示例管理员' }
const empty = { id: 'it', place: '', placeName: '', title: '', roles: [], capacity: null, person: null, closedAt: null }
const times = { by: '示例管理员', sentAt: '2026-03-02T01:00:00.000Z', expiresAt: '2026-03-09T01:00:00.000Z' }

specifyDocument(invitations, 'invitation', {
  'a colleague is invited to a post': {
    given: [official], as,
    then: {
      ...empty, ...times, status: 'open', kind: 'official', invitee: '示例某', place: 'office', placeName: '示例工信局企业服务科', title: '审核', roles: ['reviewer'],
    },
  },
  'an agent is invited for an enterprise': {
    given: [agent], as,
    then: { ...empty, ...times, status: 'open', kind: 'agent', invitee: '示例某', place: 'enterprise', placeName: '龙城示例机械有限公司', capacity: 'agent' },
  },
  'the first administrator is invited': {
    given: [{ type: 'AdministratorInvited', data: link }], as, then: { ...empty, ...times, status: 'open', kind: 'administrator', invitee: '' },
  },
  'another link is good until another day': {
    given: [official, { type: 'InvitationRenewed', data: { secretHash: 'b'.repeat(64), expiresAt: '2026-03-12T01:00:00.000Z' } }],
    then: { status: 'open', expiresAt: '2026-03-12T01:00:00.000Z' },
  },
  'a withdrawn one says when': { given: [official, { type: 'InvitationRevoked', data: {} }], as, then: { status: 'revoked', closedAt: '2026-03-02T01:00:00.000Z' } },
  'an accepted one says by whom': {
    given: [official, { type: 'InvitationAccepted', data: { person: 'someone' } }], as,
    then: { status: 'accepted', person: 'someone', closedAt: '2026-03-02T01:00:00.000Z' },
  },
})

test('administrators see it, and nobody sees the hash of the secret', () => {
  const document = documentOf(invitations, 'invitation', [official])
  expect(seenBy(invitations, document)).toEqual(['admin'])
  expect(JSON.stringify(document)).not.toContain('aaaa')
})
