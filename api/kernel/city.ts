import type { Asker } from '@qinqing/domain/kernel/message'

/** A city that this server runs for: a tenant. */
export interface City {
  id: string
  name: { zh: string; en: string }
  /** Short letters in the numbers that people read. */
  prefix: string
  /** Host names that lead to it; the first city answers to all others. */
  hosts: readonly string[]
}

export const liuzhou: City = { id: 'liuzhou', name: { zh: '柳州', en: 'Liuzhou' }, prefix: 'LZ', hosts: [] }

/** The city that a Host header names. */
export const cityOf = (cities: readonly City[], host: string | undefined): City => {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase()
  return cities.find(city => city.hosts.includes(name)) ?? cities[0]!
}

/** The server itself as an asker: opening sessions, setting passwords that it has hashed. */
export const theSystem = (tenant: string, purpose: Asker['purpose'] = 'work'): Asker => ({
  tenant, actor: 'system', by: '系统', roles: ['system'], offices: [], enterprises: [], post: null, onBehalfOf: null, mandate: null, purpose,
})
