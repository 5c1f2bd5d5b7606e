import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import type { PersonEvent } from '@qinqing/domain/identity/person/events'
import type { Projection } from '../kernel/projection.ts'

type Heard = Exclude<PersonEvent, { type: 'PasswordSet' }>

const within = (person: PersonDocument): PersonDocument => ({ ...person, offices: person.posts.map(({ office }) => office) })

/** People for administrators, for their colleagues, and for themselves. */
export const people: Projection<PersonDocument, Heard> = {
  name: 'people',
  version: 1,
  indexed: ['id', 'username', 'status', 'offices'],
  searched: ['name', 'username'],
  visible: ['some', [['mine', 'id', 'person'], ['shares', 'offices', 'offices'], ['role', ['admin']]]],
  initial: id => ({ id, username: '', name: '', status: 'absent', posts: [], memberships: [], offices: [], registeredAt: '' }),
  evolve: {
    PersonRegistered: (person, { username, name }, { recordedAt }) => ({ ...person, username: username ?? '', name: name ?? '', status: 'active', registeredAt: recordedAt }),
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
