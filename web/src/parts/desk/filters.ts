import { useDraft } from '../../kit/draft.ts'
import { queueAddress, type View, viewOf } from './queue.ts'

export interface SavedFilter {
  id: string
  name: string
  view: View
}

export const mostFilters = 20

/** A saved filter is written as its name and the address of its queue. */
export const writtenFilter = (name: string, view: Partial<View>): string => JSON.stringify([name, queueAddress({ ...view, case: null, q: '' })])

export function readFilter(id: string, text: string): SavedFilter[] {
  try {
    const read: unknown = JSON.parse(text)
    if (!Array.isArray(read) || typeof read[0] !== 'string' || typeof read[1] !== 'string') return []
    return [{ id, name: read[0], view: viewOf(new URLSearchParams(read[1].split('?')[1])) }]
  } catch {
    return []
  }
}

/** One's own filters, kept as events with one's person, on every device. */
export function useSavedFilters() {
  const { fields, write, keep, ready } = useDraft('filters')
  const filters = Object.entries(fields).filter(([, text]) => text !== '').flatMap(([id, text]) => readFilter(id, text)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const put = (id: string, text: string) => {
    write(id, text)
    keep()
  }
  return {
    filters, ready,
    save: (name: string, view: View) => put(`f${String(Math.max(0, ...filters.map(({ id }) => Number(id.slice(1)))) + 1).padStart(4, '0')}`, writtenFilter(name, view)),
    remove: (id: string) => put(id, ''),
    of: (view: View) => filters.find(one => queueAddress({ ...one.view, case: null }) === queueAddress({ ...view, case: null })),
  }
}
