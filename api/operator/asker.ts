import type { Asker, Purpose } from '@qinqing/domain/kernel/message'

/** The person at a command line, by name. */
export const operatorAsker = (name: string, tenant: string, purpose: Purpose): Asker => ({
  tenant, actor: `operator:${name}`, by: name, roles: ['operator'], offices: [], enterprises: [], post: null, onBehalfOf: null, mandate: null, purpose,
})
