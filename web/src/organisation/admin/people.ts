import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import { useRows } from '../../kit/live.tsx'

const byName = [['username', 'asc']] as const
const most = 500

/** Everybody of the city whom an administrator may see. */
export const usePeople = () => useRows<PersonDocument>('people', { sort: byName, limit: most })

export const groups = ['staff', 'agents', 'none', 'suspended'] as const
/** Colleagues with a post, people of enterprises, those who are neither yet, and those who may not come in. */
export type Group = (typeof groups)[number]

export function groupOf({ status, posts, memberships }: PersonDocument): Group {
  if (status === 'suspended') return 'suspended'
  return posts.length ? 'staff' : memberships.length ? 'agents' : 'none'
}

/** What waits for an administrator. */
export type Task =
  | { kind: 'noPost'; person: PersonDocument }
  | { kind: 'nobody'; office: OfficeDocument }
  | { kind: 'noPhone'; office: OfficeDocument }

const decides = ({ status, posts }: PersonDocument, office: string): boolean =>
  status === 'active' && posts.some(post => post.office === office && post.roles.some(role => role === 'reviewer' || role === 'lead'))

/** Who has no work yet, where nobody decides, and where nobody can be called: in this order. */
export const tasksOf = (people: readonly PersonDocument[], offices: readonly OfficeDocument[]): Task[] => [
  ...people.filter(person => groupOf(person) === 'none').map((person): Task => ({ kind: 'noPost', person })),
  ...offices.filter(({ id }) => !people.some(person => decides(person, id))).map((office): Task => ({ kind: 'nobody', office })),
  ...offices.filter(({ phone }) => !/\d{3}/.test(phone)).map((office): Task => ({ kind: 'noPhone', office })),
]
