import { ensure } from '../../kernel/refusal.ts'
import type { Invited } from '../invitation/contract.ts'
import { personRefusals } from './contract.ts'
import type { PersonEvent } from './events.ts'

/** Derived from the person, so that the same acceptance founds the same office again. */
const firstOfficeOf = (person: string): string => `office-${person}`

const founded = (person: string, office: { bureau: string; name: string; phone: string } | undefined): PersonEvent[] => {
  ensure(office, personRefusals.noOffice)
  const id = firstOfficeOf(person)
  return [
    { type: 'CityFounded', data: { office: id, ...office } },
    { type: 'PostGiven', data: { office: id, officeName: `${office.bureau}${office.name}`, title: '系统管理', roles: ['admin'] } },
  ]
}

/** What happens to somebody who accepts an invitation. */
export function invitedTo(to: Invited, person: string, office: { bureau: string; name: string; phone: string } | undefined): PersonEvent[] {
  if (to.kind === 'administrator') return founded(person, office)
  const { kind, ...data } = to
  return 'office' in data
    ? [{ type: 'PostGiven', data: { ...data, roles: [...data.roles] } }]
    : [{ type: 'EnterpriseJoined', data }]
}
