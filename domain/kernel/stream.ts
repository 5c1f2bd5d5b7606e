/** A stream's name: tenant, aggregate and id, so that equal ids of two cities never meet. */
export const streamOf = (tenant: string, aggregate: string, id: string): string => `${tenant}.${aggregate}-${id}`

/** The parts of a stream's name. */
export function partsOf(stream: string): { tenant: string; aggregate: string; id: string } {
  const [, tenant = '', aggregate = '', id = ''] = /^([^.]+)\.([^-]+)-(.+)$/s.exec(stream) ?? []
  return { tenant, aggregate, id }
}

/** What names of tenants, aggregates and ids may look like; ids may be composed with dots. */
export const idPattern = /^[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/
