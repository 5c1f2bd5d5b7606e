import type { Decider } from '../../kernel/decider.ts'
import { type EnterpriseCommand, enterpriseCommands, enterpriseMoves, enterpriseRefusals, enterpriseRoles, type EnterpriseStatus } from './contract.ts'
import { type EnterpriseEvent, enterpriseEvents } from './events.ts'

export interface Enterprise {
  status: EnterpriseStatus
  name: string
  creditCode: string
}

/** 企业: a legal person with its unified social credit code. */
export const enterprise: Decider<Enterprise, EnterpriseCommand, EnterpriseEvent> = {
  system: 'identity',
  aggregate: 'enterprise',
  initial: { status: 'absent', name: '', creditCode: '' },
  commands: enterpriseCommands,
  events: enterpriseEvents,
  moves: enterpriseMoves,
  roles: enterpriseRoles,
  decide: {
    RegisterEnterprise: (_, { sample = false, ...data }) => [{ type: 'EnterpriseRegistered', data: { ...data, sample } }],
  },
  evolve: {
    EnterpriseRegistered: (_, { name, creditCode }) => ({ status: 'registered', name, creditCode }),
  },
  claims: {
    EnterpriseRegistered: ({ creditCode }) => [{ key: `credit-code/${creditCode}`, refusal: enterpriseRefusals.taken }],
  },
}
