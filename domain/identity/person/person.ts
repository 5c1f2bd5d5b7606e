import type { Decider } from '../../kernel/decider.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import { linkKey } from '../../language/spent-link.ts'
import type { InvitationFact, InvitationStatus } from '../invitation/contract.ts'
import {
  type Membership, type PersonCommand, personCommands, personMoves, personRefusals, personRoles, type PersonStatus, type Post,
} from './contract.ts'
import { invitedTo } from './invited.ts'
import { type PersonEvent, personEvents } from './events.ts'

export interface Person {
  status: PersonStatus
  username: string
  name: string
  phone: string
  hash: string | null
  posts: readonly Post[]
  memberships: readonly Membership[]
}

interface PersonFacts {
  invitation: InvitationFact
}

const closed: Partial<Record<InvitationStatus, (typeof personRefusals)[keyof typeof personRefusals]>> = {
  accepted: personRefusals.usedLink, revoked: personRefusals.revokedLink,
}

const sameRoles = (a: Post, b: Post) => a.title === b.title && a.officeName === b.officeName && a.roles.join() === b.roles.join()

/** 自然人: one account, several posts (岗位) and several enterprises that one may act for. */
export const person: Decider<Person, PersonCommand, PersonEvent, PersonFacts> = {
  system: 'identity',
  aggregate: 'person',
  initial: { status: 'absent', username: '', name: '', phone: '', hash: null, posts: [], memberships: [] },
  commands: personCommands,
  events: personEvents,
  moves: personMoves,
  roles: personRoles,
  merges: ['AcceptInvitation'],

  needs: {
    AcceptInvitation: ({ invitation }) => ({ invitation: { aggregate: 'invitation', id: invitation } }),
  },

  decide: {
    RegisterPerson: (_, data) => [{ type: 'PersonRegistered', data }],
    AcceptInvitation(_, { invitation: link, secretHash, username, name, phone, hash, office }, { id, at }, { invitation }) {
      ensure(invitation.to && invitation.secretHash === secretHash, personRefusals.badLink)
      const refusal = closed[invitation.status]
      if (refusal) ensure(false, refusal)
      ensure(at < invitation.expiresAt, personRefusals.expiredLink)
      return [
        { type: 'PersonRegistered', data: { username, name, ...phone === undefined ? {} : { phone } } },
        { type: 'InvitationRedeemed', data: { invitation: link, secretHash } },
        { type: 'PasswordSet', data: { hash } },
        ...invitedTo(invitation.to, id, office),
      ]
    },
    SetPassword: (_, data) => [{ type: 'PasswordSet', data }],
    RevisePhone(person, { phone }, { id, actor }) {
      ensureThere(id === actor)
      return person.phone === phone ? [] : [{ type: 'PhoneRevised', data: { phone } }]
    },
    GivePost: ({ posts }, post) =>
      posts.some(one => one.office === post.office && sameRoles(one, post)) ? [] : [{ type: 'PostGiven', data: post }],
    TakePost: ({ posts }, { office }) => (posts.some(one => one.office === office) ? [{ type: 'PostTaken', data: { office } }] : []),
    JoinEnterprise: ({ memberships }, data) =>
      memberships.some(one => one.enterprise === data.enterprise && one.capacity === data.capacity) ? [] : [{ type: 'EnterpriseJoined', data }],
    LeaveEnterprise: ({ memberships }, { enterprise }) =>
      (memberships.some(one => one.enterprise === enterprise) ? [{ type: 'EnterpriseLeft', data: { enterprise } }] : []),
    SuspendPerson(_, { reason }, { id, actor }) {
      ensure(id !== actor, personRefusals.oneself)
      return [{ type: 'PersonSuspended', data: { reason } }]
    },
    RestorePerson: () => [{ type: 'PersonRestored', data: {} }],
  },

  evolve: {
    PersonRegistered: (person, { username, name, phone = '' }) => ({ ...person, status: 'active', username, name, phone }),
    InvitationRedeemed: person => person,
    PasswordSet: (person, { hash }) => ({ ...person, hash }),
    PhoneRevised: (person, { phone }) => ({ ...person, phone }),
    CityFounded: person => person,
    PostGiven: (person, post) => ({ ...person, posts: [...person.posts.filter(one => one.office !== post.office), post] }),
    PostTaken: (person, { office }) => ({ ...person, posts: person.posts.filter(one => one.office !== office) }),
    EnterpriseJoined: (person, one) =>
      ({ ...person, memberships: [...person.memberships.filter(other => other.enterprise !== one.enterprise), one] }),
    EnterpriseLeft: (person, { enterprise }) => ({ ...person, memberships: person.memberships.filter(one => one.enterprise !== enterprise) }),
    PersonSuspended: person => ({ ...person, status: 'suspended' }),
    PersonRestored: person => ({ ...person, status: 'active' }),
  },

  claims: {
    PersonRegistered: ({ username }) => [{ key: `username/${username}`, refusal: personRefusals.taken }],
    InvitationRedeemed: ({ secretHash }) => [{ key: linkKey(secretHash), refusal: personRefusals.usedLink }],
  },
}
