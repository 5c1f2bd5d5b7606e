import type { PersonDocument, Post } from '@qinqing/domain/identity/person/contract'
import { groupOf, tasksOf } from './people.ts'

const person = (over: Partial<PersonDocument> = {}): PersonDocument =>
  ({ id: 'p', username: 'shili', name: '示例', status: 'active', posts: [], memberships: [], offices: [], registeredAt: '', roles: [], temporary: false, ...over })
const post = (office: string, ...roles: Post['roles'][number][]): Post => ({ office, officeName: '示例科', title: '审核', roles })
const firm = { enterprise: 'e', enterpriseName: '示例有限公司', capacity: 'agent' } as const
const office = (id: string, phone = '0772-1234567') => ({ id, bureau: '示例局', name: '示例科', phone, sample: true })

test.each<[string, Partial<PersonDocument>]>([
  ['staff', { posts: [post('a', 'editor')] }], ['agents', { memberships: [firm] }], ['staff', { posts: [post('a', 'admin')], memberships: [firm] }],
  ['none', {}], ['suspended', { status: 'suspended', posts: [post('a', 'editor')] }],
])('among %s', (expected, over) => expect(groupOf(person(over))).toBe(expected))

test.each<[string, PersonDocument[], ReturnType<typeof office>[], string[]]>([
  ['somebody without a post', [person()], [], ['noPost']],
  ['nobody who has a post or an enterprise', [person({ posts: [post('a', 'editor')] }), person({ memberships: [firm] })], [], []],
  ['an office where nobody decides', [person({ posts: [post('a', 'editor')] })], [office('a')], ['nobody']],
  ['an office whose only reviewer is suspended', [person({ status: 'suspended', posts: [post('a', 'reviewer')] })], [office('a')], ['nobody']],
  ['an office whose reviewer sits elsewhere', [person({ posts: [post('b', 'reviewer')] })], [office('a')], ['nobody']],
  ['an office without a phone', [person({ posts: [post('a', 'lead')] })], [office('a', '')], ['noPhone']],
  ['nothing', [person({ posts: [post('a', 'reviewer')] })], [office('a')], []],
])('what waits: %s', (_, people, offices, kinds) => expect(tasksOf(people, offices).map(({ kind }) => kind)).toEqual(kinds))
