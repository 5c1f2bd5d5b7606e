import type { Running } from './running.ts'

/**
 * Under what name the files of an application or an import lie: equal ids of two cities never meet. Those of the first city have no
 * prefix, since folders were made before there was another.
 */
export const fileOwner = ({ cities }: Pick<Running, 'cities'>, tenant: string, id: string): string =>
  (tenant === cities[0]!.id ? id : `${tenant}@${id}`)
