import type { Query, Stored } from '../kernel/document-store.ts'

/** What the suites keep in a store. */
export const things = { name: 'things', version: 1, indexed: ['group', 'rank', 'owner.name', 'tags'], searched: [] }
export const here = 'liuzhou'
export const there = 'guilin'

export const thing = (id: string, position: number, fields: object = {}, tenant = here): Stored =>
  ({ tenant, id, position, document: { id, ...fields } })
export const gone = (id: string, position: number, tenant = here): Stored => ({ tenant, id, position, document: null })
export const until = (position: number, log = 'a-log') => ({ log, position })
export const everything: Query = { tenant: here, where: ['always'], sort: [], limit: 100 }
