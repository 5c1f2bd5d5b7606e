import type { PersonEvent } from '@qinqing/domain/identity/person/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy, viewers } from '../viewers.conformance.ts'
import { people } from './people.ts'

type Heard = Exclude<PersonEvent, { type: 'PhoneRevised' | 'InvitationRedeemed' | 'CityFounded' }>
const registered: Heard = { type: 'PersonRegistered', data: { username: 'shili.mou', name: '示例某', phone: '13800000000' } }
const post = { office: 'office', officeName: '示例工信局企业服务科', title: '审核', roles: ['reviewer' as const] }
const second = { ...post, office: 'second', title: '起草', roles: ['editor' as const] }
const given = (one: typeof post | typeof second): Heard => ({ type: 'PostGiven', data: one })
const firm = { enterprise: 'enterprise', enterpriseName: '龙城示例机械有限公司', capacity: 'agent' as const }
const joined = (one: { enterprise: string; enterpriseName: string; capacity: 'agent' | 'legal' }): Heard => ({
  type: 'EnterpriseJoined', data: one,
})

specifyDocument(people, 'person', {
  'a person is active from the registration on': {
    given: [registered], as: { at: '2026-03-02T01:00:00.000Z' },
    then: {
      id: 'it', username: 'shili.mou', name: '示例某', status: 'active', posts: [], memberships: [], offices: [], registeredAt: '2026-03-02T01:00:00.000Z',
      roles: [], temporary: false,
    },
  },
  'roles of all posts are listed once': {
    given: [registered, given(post), given(second), given({ ...post, office: 'third' })], then: { roles: ['reviewer', 'editor'] },
  },
  'a password that somebody else knows is to be replaced': {
    given: [registered, { type: 'PasswordSet', data: { hash: '$argon2id$示例', temporary: true } }], then: { temporary: true },
  },
  'one of the own choice is for good': {
    given: [registered, { type: 'PasswordSet', data: { hash: '$argon2id$示例', temporary: true } }, { type: 'PasswordSet', data: { hash: '$argon2id$别的' } }],
    then: { temporary: false },
  },
  'posts are listed with their offices': {
    given: [registered, given(post), given(second)], then: { posts: [post, second], offices: ['office', 'second'] },
  },
  'a new post in an office takes the place of the old one': {
    given: [registered, given(post), given({ ...post, title: '科长' })], then: { posts: [{ ...post, title: '科长' }], offices: ['office'] },
  },
  'a post that was taken is gone, and its office too': {
    given: [registered, given(post), given(second), { type: 'PostTaken', data: { office: 'office' } }], then: {
      posts: [second], offices: ['second'],
    },
  },
  'enterprises are listed with the capacity': { given: [registered, joined(firm)], then: { memberships: [firm] } },
  'another capacity takes the place of the old one': {
    given: [registered, joined(firm), joined({ ...firm, capacity: 'legal' })], then: { memberships: [{ ...firm, capacity: 'legal' }] },
  },
  'an enterprise that was left is gone': {
    given: [
      registered, joined(firm), joined({ ...firm, enterprise: 'other' }), { type: 'EnterpriseLeft', data: { enterprise: 'enterprise' } },
    ],
    then: { memberships: [{ ...firm, enterprise: 'other' }] },
  },
  'a suspended person keeps posts and enterprises': {
    given: [registered, given(post), joined(firm), { type: 'PersonSuspended', data: { reason: '离职' } }], then: {
      status: 'suspended', posts: [post], memberships: [firm],
    },
  },
  'a restored person is active': {
    given: [registered, { type: 'PersonSuspended', data: { reason: '离职' } }, { type: 'PersonRestored', data: {} }], then: { status: 'active' },
  },
})

test('the document holds neither the phone, nor the reason of a suspension, nor a password', () => {
  const document = documentOf(people, 'person', [
    registered, { type: 'PasswordSet', data: { hash: '$argon2id$示例' } }, { type: 'PersonSuspended', data: { reason: '离职' } },
  ])
  expect(JSON.stringify(document)).not.toMatch(/13800000000|argon2id|离职/)
})

test('a person sees oneself, colleagues of an office and administrators do', () => {
  const document = documentOf(people, 'person', [registered, given(post), given(second)], 'someone')
  expect(seenBy(people, document)).toEqual(['reviewer of the office', 'editor of the office', 'lead of the office', 'admin', 'the person'])
})

test('a colleague who has left the office sees nothing any more', () => {
  const document = documentOf(people, 'person', [registered, given(post), { type: 'PostTaken', data: { office: 'office' } }], 'someone')
  expect(seenBy(people, document)).toEqual(['admin', 'the person'])
})

test('people of an enterprise are not shown to one another', () => {
  expect(seenBy(people, documentOf(people, 'person', [registered, joined(firm)], 'someone'))).toEqual(['admin', 'the person'])
  expect(viewers['own agent'].person).not.toBe('someone')
})
