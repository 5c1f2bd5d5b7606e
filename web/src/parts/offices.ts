import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import { useRows } from '../kit/live.tsx'

const bySort = [['bureau', 'asc'], ['name', 'asc']] as const
/** All offices, by bureau. */
export const useOffices = () => useRows<OfficeDocument>('offices', { sort: bySort, limit: 300 })

export const officeName = ({ bureau, name }: Pick<OfficeDocument, 'bureau' | 'name'>): string => `${bureau}${name}`
