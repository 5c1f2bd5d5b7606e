import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import type { PersonEvent } from '@qinqing/domain/identity/person/events'
import type { Projection } from '../kernel/projection.ts'

type Heard = Exclude<PersonEvent, { type: 'PhoneRevised' | 'InvitationRedeemed' | 'CityFounded' }>

const within = (person: PersonDocument): PersonDocument =>
  ({ ...person, offices: person.posts.map(({ office }) => office), roles: [...new Set(person.posts.flatMap(({ roles }) => roles))] })

/** People for administrators, for their colleagues, and for themselves. */
export const people: Projection<PersonDocument, Heard> = {
  name: 'people',
  version: 2,
  indexed: ['id', 'username', 'status', 'offices', 'roles'],
  searched: ['name', 'username'],
  visible: ['some', [['mine', 'id', 'person'], ['shares', 'offices', 'offices'], ['role', ['admin']]]],
  initial: id => ({
    id, username: '', name: '', status: 'absent', posts: [], memberships: [], offices: [], registeredAt: '', roles: [], temporary: false,
  }),
  evolve: {
    PersonRegistered: (person, { username, name }, { recordedAt }) => ({ ...person, username: username ?? '', name: name ?? '', status: 'active', registeredAt: recordedAt }),
    PasswordSet: (person, { temporary }) => ({ ...person, temporary: temporary === true }),
    PostGiven: (person, post) => within({ ...person, posts: [...person.posts.filter(one => one.office !== post.office), post] }),
    PostTaken: (person, { office }) => within({ ...person, posts: person.posts.filter(one => one.office !== office) }),
    EnterpriseJoined: (person, { enterprise, enterpriseName, capacity }) => ({
      ...person,
      memberships: [...person.memberships.filter(one => one.enterprise !== enterprise), { enterprise, enterpriseName: enterpriseName ?? '', capacity }],
    }),
    EnterpriseLeft: (person, { enterprise }) => ({ ...person, memberships: person.memberships.filter(one => one.enterprise !== enterprise) }),
    PersonSuspended: person => ({ ...person, status: 'suspended' }),
    PersonRestored: person => ({ ...person, status: 'active' }),
  },
}
