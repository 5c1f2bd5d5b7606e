import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Group, groups } from './people.ts'

export type View = 'home' | 'people' | 'offices'

interface Place {
  view?: View
  who?: Group
  q?: string
  person?: string
}

/** The address of a place in the administration. */
export function adminAddress({ view, who, q, person }: Place): string {
  const query = new URLSearchParams()
  if (person || view === 'people') query.set('view', 'people')
  else if (view === 'offices') query.set('view', view)
  if (person) query.set('person', person)
  if (who && who !== 'staff') query.set('who', who)
  if (q) query.set('q', q)
  return query.size ? `/admin?${query}` : '/admin'
}

/** Where one is: a view, with what is filtered, or one person. */
export function usePlace() {
  const [query] = useSearchParams()
  return useMemo(() => {
    const [wanted, who] = [query.get('view'), query.get('who')]
    return {
      view: wanted === 'people' || wanted === 'offices' ? wanted : 'home' as View,
      who: groups.find(one => one === who) ?? 'staff' as Group,
      q: (query.get('q') ?? '').trim(),
      person: query.get('person') ?? undefined,
    }
  }, [query])
}
