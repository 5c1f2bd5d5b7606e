import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import { useMemo } from 'react'
import { useRows } from '../../kit/live.tsx'
import { useOffices, useOpenCases } from './cases.ts'

export interface Colleague {
  id: string
  name: string
  /** How many open cases are with this person. */
  load: number
  /** Reviews for the office now. */
  here: boolean
}

const reviewsFor = ({ status, posts }: PersonDocument, office: string): boolean =>
  status === 'active' && posts.some(post => post.office === office && post.roles.includes('reviewer'))

const loadOf = (cases: readonly ApplicationDocument[], office: string, person: string): number =>
  cases.filter(one => one.office === office && one.claimantId === person).length

/** Who reviews for an office, the least busy first. */
export function useColleagues(office: string): readonly Colleague[] {
  const { documents: people } = useRows<PersonDocument>('people', { limit: 200 })
  const { documents: cases } = useOpenCases()
  return useMemo(() => people.filter(person => reviewsFor(person, office))
    .map(({ id, name }) => ({ id, name, load: loadOf(cases, office, id), here: true })).toSorted((a, b) => a.load - b.load), [people, cases, office])
}

export interface Left {
  id: string
  name: string
  cases: readonly ApplicationDocument[]
}

/** Who reviews for the office no longer, and still has cases of it. */
export function useLeft(): readonly Left[] {
  const [office = ''] = useOffices()
  const { documents: people, phase } = useRows<PersonDocument>('people', { limit: 200 })
  const { documents: cases } = useOpenCases()
  return useMemo(() => {
    if (phase === 'loading') return []
    const here = new Set(people.filter(person => reviewsFor(person, office)).map(({ id }) => id))
    const theirs = Map.groupBy(cases.filter(one => one.office === office && one.claimantId !== null && !here.has(one.claimantId)), one => one.claimantId ?? '')
    return [...theirs].map(([id, all]) => ({ id, name: all[0]?.claimant?.name ?? '', cases: all }))
  }, [people, cases, office, phase])
}
