import type { Decider } from '../../kernel/decider.ts'
import { type OfficeCommand, officeCommands, officeMoves, officeRoles, type OfficeStatus } from './contract.ts'
import { type OfficeEvent, officeEvents } from './events.ts'

export interface Office {
  status: OfficeStatus
  bureau: string
  name: string
  phone: string
}

const same = (office: Office, other: Omit<Office, 'status'>) =>
  office.bureau === other.bureau && office.name === other.name && office.phone === other.phone

/** 处室: the part of a bureau (委办局) that is responsible for items and works their queue. */
export const office: Decider<Office, OfficeCommand, OfficeEvent> = {
  system: 'organisation',
  aggregate: 'office',
  initial: { status: 'absent', bureau: '', name: '', phone: '' },
  commands: officeCommands,
  events: officeEvents,
  moves: officeMoves,
  roles: officeRoles,
  decide: {
    EstablishOffice: (_, { sample = false, ...data }) => [{ type: 'OfficeEstablished', data: { ...data, sample } }],
    ReviseOffice: (office, data) => (same(office, data) ? [] : [{ type: 'OfficeRevised', data }]),
  },
  evolve: {
    OfficeEstablished: (_, { bureau, name, phone }) => ({ status: 'established', bureau, name, phone }),
    OfficeRevised: (office, data) => ({ ...office, ...data }),
  },
}
