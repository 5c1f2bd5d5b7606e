import { rules } from '../../rules.conformance.ts'
import { passwordFault, personRefusals } from './contract.ts'
import type { PersonEvent } from './events.ts'
import { person } from './person.ts'

const someone = { username: 'shili.mou', name: '示例某', phone: '13800000000' }
const post = { office: 'office', officeName: '示例工信局企业服务科', title: '审核', roles: ['reviewer' as const] }
const firm = { enterprise: 'enterprise', enterpriseName: '龙城示例机械有限公司', capacity: 'agent' as const }
const hash = '$argon2id$v=19$示例示例示例示例'

const registered: PersonEvent = { type: 'PersonRegistered', data: someone }
const given: PersonEvent = { type: 'PostGiven', data: post }
const joined: PersonEvent = { type: 'EnterpriseJoined', data: firm }
const suspended: PersonEvent = { type: 'PersonSuspended', data: { reason: '离职' } }
const restored: PersonEvent = { type: 'PersonRestored', data: {} }

const secretHash = 'a'.repeat(64)
const bureau = { bureau: '示例政务服务局', name: '综合科', phone: '0772-2800100' }
const accept = { invitation: 'invitation-1', secretHash, ...someone, hash }
const used: PersonEvent = { type: 'InvitationRedeemed', data: { invitation: 'invitation-1', secretHash } }
const withPassword: PersonEvent = { type: 'PasswordSet', data: { hash } }
const came = [registered, used, withPassword]
const invitation = (over: object) => ({
  invitation: { status: 'open', secretHash, expiresAt: '2026-03-09T01:00:00.000Z', to: { kind: 'official', ...post }, ...over },
})
const when = { type: 'AcceptInvitation' as const, data: accept }

rules(person, {
  refusals: personRefusals,
  lives: { absent: [], active: [registered], suspended: [registered, suspended] },
  asks: {
    RegisterPerson: someone, AcceptInvitation: accept, RevisePhone: { phone: '0772-2800100' }, SetPassword: { hash }, GivePost: post, TakePost: { office: 'office' }, JoinEnterprise: firm,
    LeaveEnterprise: { enterprise: 'enterprise' }, SuspendPerson: { reason: '离职' }, RestorePerson: {},
  },
  facts: { AcceptInvitation: invitation({}) },
  as: { RevisePhone: { actor: 'it' } },
  scenarios: {
    'accepts an invitation to an office, and has password and post at once': { given: [], when, facts: invitation({}), then: [...came, given] },
    'accepts one of an enterprise': {
      given: [], when: { ...when, data: { ...accept, phone: undefined } }, facts: invitation({ to: { kind: 'agent', ...firm } }),
      then: [{ type: 'PersonRegistered', data: { username: 'shili.mou', name: '示例某' } }, used, withPassword, joined],
    },
    'founds the city as its first administrator': {
      given: [], when: { ...when, data: { ...accept, office: bureau } }, facts: invitation({ to: { kind: 'administrator' } }),
      then: [
        ...came, { type: 'CityFounded', data: { office: 'office-it', ...bureau } },
        { type: 'PostGiven', data: { office: 'office-it', officeName: '示例政务服务局综合科', title: '系统管理', roles: ['admin'] } },
      ],
    },
    'does not found it without an office': { given: [], when, facts: invitation({ to: { kind: 'administrator' } }), refused: 'person/no-first-office' },
    'comes with a link that is none': {
      given: [], when, facts: { invitation: { status: 'absent', secretHash: '', expiresAt: '', to: null } }, refused: 'person/bad-invitation',
    },
    'comes with a link that another one has replaced': { given: [], when, facts: invitation({ secretHash: 'b'.repeat(64) }), refused: 'person/bad-invitation' },
    'guesses at a link that was withdrawn': {
      given: [], when, facts: invitation({ status: 'revoked', secretHash: 'b'.repeat(64) }), refused: 'person/bad-invitation',
    },
    'comes with a link that was used': { given: [], when, facts: invitation({ status: 'accepted' }), refused: 'person/invitation-used' },
    'comes with a link that was withdrawn': { given: [], when, facts: invitation({ status: 'revoked' }), refused: 'person/invitation-revoked' },
    'comes in the last moment of a link': { given: [], when, as: { at: '2026-03-09T00:59:59.999Z' }, facts: invitation({}), then: [...came, given] },
    'comes when the link has just expired': { given: [], when, as: { at: '2026-03-09T01:00:00.000Z' }, facts: invitation({}), refused: 'person/invitation-expired' },

    'has another phone': {
      given: [registered], when: { type: 'RevisePhone', data: { phone: '0772-2800100' } }, as: { actor: 'it' },
      then: [{ type: 'PhoneRevised', data: { phone: '0772-2800100' } }],
    },
    'has this phone already': { given: [registered], when: { type: 'RevisePhone', data: { phone: '13800000000' } }, as: { actor: 'it' }, then: [] },
    'has given this phone before': {
      given: [registered, { type: 'PhoneRevised', data: { phone: '0772-2800100' } }], when: { type: 'RevisePhone', data: { phone: '0772-2800100' } }, as: { actor: 'it' }, then: [],
    },
    'gets no phone from others': { given: [registered], when: { type: 'RevisePhone', data: { phone: '0772-2800100' } }, absent: true },
    'gets a password for the first time only': {
      given: [registered], when: { type: 'SetPassword', data: { hash, temporary: true } }, then: [{ type: 'PasswordSet', data: { hash, temporary: true } }],
    },

    'is registered with a user name': { given: [], when: { type: 'RegisterPerson', data: someone }, then: [registered] },
    'may have no phone': {
      given: [], when: { type: 'RegisterPerson', data: { username: 'shili', name: '示例' } },
      then: [{ type: 'PersonRegistered', data: { username: 'shili', name: '示例' } }],
    },
    'gets a password, as a hash': {
      given: [registered], when: { type: 'SetPassword', data: { hash } }, then: [{ type: 'PasswordSet', data: { hash } }],
    },

    'gets a post': { given: [registered], when: { type: 'GivePost', data: post }, then: [given] },
    'has the same post already': { given: [registered, given], when: { type: 'GivePost', data: post }, then: [] },
    'gets other roles in the same office': {
      given: [registered, given], when: { type: 'GivePost', data: { ...post, roles: ['reviewer', 'lead'] } },
      then: [{ type: 'PostGiven', data: { ...post, roles: ['reviewer', 'lead'] } }],
    },
    'gets another title in the same office': {
      given: [registered, given], when: { type: 'GivePost', data: { ...post, title: '科长' } }, then: [{
        type: 'PostGiven', data: { ...post, title: '科长' },
      }],
    },
    'works on in an office that has a new name': {
      given: [registered, given], when: { type: 'GivePost', data: { ...post, officeName: '示例工信局中小企业科' } },
      then: [{ type: 'PostGiven', data: { ...post, officeName: '示例工信局中小企业科' } }],
    },
    'gets a post in a second office': {
      given: [registered, given], when: { type: 'GivePost', data: { ...post, office: 'other' } }, then: [{
        type: 'PostGiven', data: { ...post, office: 'other' },
      }],
    },
    'had other roles in between': {
      given: [registered, given, { type: 'PostGiven', data: { ...post, roles: ['lead'] } }], when: { type: 'GivePost', data: post }, then: [given],
    },
    'loses a post': {
      given: [registered, given], when: { type: 'TakePost', data: { office: 'office' } }, then: [{
        type: 'PostTaken', data: { office: 'office' },
      }],
    },
    'has no such post to lose': { given: [registered, given], when: { type: 'TakePost', data: { office: 'other' } }, then: [] },
    'has lost the post already': {
      given: [registered, given, { type: 'PostTaken', data: { office: 'office' } }], when: { type: 'TakePost', data: { office: 'office' } }, then: [],
    },

    'may act for an enterprise': { given: [registered], when: { type: 'JoinEnterprise', data: firm }, then: [joined] },
    'may act for it already': { given: [registered, joined], when: { type: 'JoinEnterprise', data: firm }, then: [] },
    'becomes its legal representative': {
      given: [registered, joined], when: { type: 'JoinEnterprise', data: { ...firm, capacity: 'legal' } },
      then: [{ type: 'EnterpriseJoined', data: { ...firm, capacity: 'legal' } }],
    },
    'may act for a second enterprise': {
      given: [registered, joined], when: { type: 'JoinEnterprise', data: { ...firm, enterprise: 'second' } },
      then: [{ type: 'EnterpriseJoined', data: { ...firm, enterprise: 'second' } }],
    },
    'may act for both since': {
      given: [registered, joined, { type: 'EnterpriseJoined', data: { ...firm, enterprise: 'second' } }], when: { type: 'JoinEnterprise', data: firm }, then: [],
    },
    'may act for it no longer': {
      given: [registered, joined], when: { type: 'LeaveEnterprise', data: { enterprise: 'enterprise' } },
      then: [{ type: 'EnterpriseLeft', data: { enterprise: 'enterprise' } }],
    },
    'never could act for it': { given: [registered, joined], when: { type: 'LeaveEnterprise', data: { enterprise: 'other' } }, then: [] },
    'has left it already': {
      given: [registered, joined, { type: 'EnterpriseLeft', data: { enterprise: 'enterprise' } }],
      when: { type: 'LeaveEnterprise', data: { enterprise: 'enterprise' } }, then: [],
    },

    'is suspended with a reason': { given: [registered], when: { type: 'SuspendPerson', data: { reason: '离职' } }, then: [suspended] },
    'is not suspended by oneself': {
      given: [registered], when: { type: 'SuspendPerson', data: { reason: '离职' } }, as: { id: 'someone', actor: 'someone' }, refused: 'person/not-oneself',
    },
    'is restored': { given: [registered, suspended], when: { type: 'RestorePerson', data: {} }, then: [restored] },
    'keeps posts through a suspension': {
      given: [registered, given, suspended, restored], when: { type: 'GivePost', data: post }, then: [],
    },
    'gets no post while suspended': { given: [registered, suspended], when: { type: 'GivePost', data: post }, refused: 'person/not-now' },
  },
  keys: {
    'a user name belongs to one person': {
      given: [], event: registered, claims: [{ key: 'username/shili.mou', code: 'person/username-taken' }],
    },
    'a link is good for one person': { given: [registered], event: used, claims: [{ key: `invitation/${secretHash}`, code: 'person/invitation-used' }] },
  },
})

test.each<[string, string, ReturnType<typeof passwordFault>]>([
  ['九个字不够一个密码', 'shili', 'short'], ['123456789', 'shili', 'short'], ['十个字就够做一个密码', 'shili', undefined], ['aaaaaaaaaaaa', 'shili', 'plain'],
  ['1212121212', 'shili', 'plain'], ['my shili 2026', 'shili', 'plain'], ['MySHILI2026', ' shili ', 'plain'], ['correct horse', 'shili', undefined],
  ['correct horse', '', undefined],
])('%s as a password of %s', (password, username, fault) => expect(passwordFault(password, username)).toBe(fault))

test('user names are one whichever way they are typed', () => {
  expect(person.commands['RegisterPerson']!.parse({ username: ' Shili.Mou ', name: ' 示例某 ' })).toEqual({
    username: 'shili.mou', name: '示例某',
  })
})

test('a post gives one or more of four roles', () => {
  const given = ['editor', 'reviewer', 'lead', 'admin']
  expect(person.commands['GivePost']!.parse({ ...post, roles: given })).toEqual({ ...post, roles: given })
})

test.each([
  ['a user name of two letters', 'RegisterPerson', { username: 'ab', name: '示例' }],
  ['a user name in Chinese', 'RegisterPerson', { username: '示例某', name: '示例' }],
  ['a user name that begins with a dot', 'RegisterPerson', { username: '.shili', name: '示例' }],
  ['a password that is no hash', 'SetPassword', { hash: 'secret' }],
  ['a post without a role', 'GivePost', { ...post, roles: [] }],
  ['a post that makes an operator', 'GivePost', { ...post, roles: ['operator'] }],
  ['a post that makes the system', 'GivePost', { ...post, roles: ['system'] }],
  ['a suspension without a reason', 'SuspendPerson', { reason: ' ' }],
])('%s is malformed', (_, type, data) => {
  expect(person.commands[type]!.safeParse(data).success).toBe(false)
})
