import { rules } from '../../rules.conformance.ts'
import { personRefusals } from './contract.ts'
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

rules(person, {
  refusals: personRefusals,
  lives: { absent: [], active: [registered], suspended: [registered, suspended] },
  asks: {
    RegisterPerson: someone, SetPassword: { hash }, GivePost: post, TakePost: { office: 'office' }, JoinEnterprise: firm,
    LeaveEnterprise: { enterprise: 'enterprise' }, SuspendPerson: { reason: '离职' }, RestorePerson: {},
  },
  scenarios: {
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
  },
})

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
