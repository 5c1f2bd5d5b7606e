import type { IconName } from './Icon.tsx'

/** A place one can go to: a page, a basket, a saved filter. */
export interface Place {
  to: string
  label: string
  icon?: IconName | undefined
  count?: number | undefined
  /** Something in it will be late. */
  late?: boolean | undefined
}

const split = (to: string) => {
  const [path = '/', query = ''] = to.split('?')
  return { path, query: new URLSearchParams(query) }
}

/** What leads into a side is that page alone, and not all that lies within the side. */
const doors = ['/', '/desk', '/admin']

/**
 * Which of several places one is at: the longest path that fits, and among those the one whose query fits. A place without
 * a query is meant where none of its neighbours' queries is.
 */
export function hereOf(places: readonly Place[], location: { pathname: string, search: string }): string | undefined {
  const query = new URLSearchParams(location.search)
  const fits = places.map(place => ({ place, ...split(place.to) })).filter(({ path, query: wanted }) => {
    const within = location.pathname === path || (!doors.includes(path) && location.pathname.startsWith(`${path}/`))
    return within && [...wanted].every(([name, value]) => query.get(name) === value)
  })
  return fits.toSorted((a, b) => b.path.length - a.path.length || b.query.size - a.query.size)[0]?.place.to
}
