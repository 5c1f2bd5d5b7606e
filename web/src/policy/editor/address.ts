import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Hindrance, type Section, sections } from './faults.ts'

/** The tabs of an item. */
export type Tab = Section
type Whole = 'head' | 'text' | 'guide' | 'publish'

/** Where one is in the editor: a part of the policy, or a tab of an item with the condition that is open. */
export type Spot = { part: Whole } | { part: Tab; item: string; at?: string | undefined }

const wholes: readonly Whole[] = ['head', 'text', 'guide', 'publish']

const spotOf = (query: URLSearchParams): Spot => {
  const [item, part] = [query.get('item'), query.get('part')]
  if (item) return { item, part: sections.find(one => one === part) ?? 'basics', at: query.get('at') ?? undefined }
  return { part: wholes.find(one => one === part) ?? 'head' }
}

/** The address of a spot; the enterprises under trial come along. */
function searchOf(query: URLSearchParams, spot: Spot): string {
  const next = new URLSearchParams()
  if ('item' in spot) next.set('item', spot.item)
  if (spot.part !== 'head' && spot.part !== 'basics') next.set('part', spot.part)
  if ('item' in spot && spot.at) next.set('at', spot.at)
  const tried = query.get('try')
  if (tried) next.set('try', tried)
  return `?${next}`
}

/** Where a hindrance is mended. */
export function spotFor({ part, item, path }: Hindrance, conditionId?: string): Spot {
  if (part === 'items') return { part: 'head' }
  if (part === 'text' || part === 'guide') return { part }
  if (part === 'head' || !item) return { part: 'head' }
  return { part, item, at: path.startsWith('conditions.') ? conditionId : undefined }
}

export function useSpot() {
  const [query, setQuery] = useSearchParams()
  return useMemo(() => ({
    spot: spotOf(query),
    to: (spot: Spot) => searchOf(query, spot),
    go: (spot: Spot, replace = false) => setQuery(new URLSearchParams(searchOf(query, spot).slice(1)), { replace }),
    tried: (query.get('try') ?? '').split(',').filter(Boolean).slice(0, 3),
    tryOn(ids: readonly string[]) {
      const next = new URLSearchParams(query)
      if (ids.length) next.set('try', ids.join(','))
      else next.delete('try')
      setQuery(next, { replace: true })
    },
  }), [query, setQuery])
}
