import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Fate, fates } from './invitations.ts'
import { type Group, groups } from './people.ts'

const views = ['home', 'people', 'invitations', 'offices'] as const
type View = (typeof views)[number]

interface Place {
  view?: View
  who?: Group
  q?: string
  person?: string
  fate?: Fate
}

/** The address of a place in the administration. */
export function adminAddress({ view = 'home', who, q, person, fate }: Place): string {
  const query = new URLSearchParams()
  if (person || view !== 'home') query.set('view', person ? 'people' : view)
  if (person) query.set('person', person)
  if (who && who !== 'staff') query.set('who', who)
  if (fate && fate !== 'open') query.set('fate', fate)
  if (q) query.set('q', q)
  return query.size ? `/admin?${query}` : '/admin'
}

/** Where one is: a view, with what is filtered, or one person. */
export function usePlace() {
  const [query] = useSearchParams()
  return useMemo(() => {
    const [wanted, who, fate] = ['view', 'who', 'fate'].map(name => query.get(name))
    return {
      view: views.find(one => one === wanted) ?? 'home' as View,
      who: groups.find(one => one === who) ?? 'staff' as Group,
      fate: fates.find(one => one === fate) ?? 'open' as Fate,
      q: (query.get('q') ?? '').trim(),
      person: query.get('person') ?? undefined,
    }
  }, [query])
}
