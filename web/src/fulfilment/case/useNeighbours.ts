import { useState } from 'react'
import { useNow } from '../../kit/now.ts'
import { useSession } from '../../kit/session.tsx'
import { useOpenCases } from '../../parts/desk/cases.ts'
import { queueOf, type View } from '../../parts/desk/queue.ts'

export interface Neighbours {
  /** Counted from one; 0 when the case has left the queue. */
  at: number
  of: number
  before: string | undefined
  after: string | undefined
}

/** Where a case stands in the queue from which one came; also after it has left it, so that one can go on. */
export function useNeighbours(id: string, view: View): Neighbours | undefined {
  const now = useNow()
  const { person: { id: me } } = useSession()
  const { documents, phase } = useOpenCases()
  const [last, setLast] = useState<{ before: string | undefined, after: string | undefined }>({ before: undefined, after: undefined })
  if (phase === 'loading' || view.basket === 'done' || view.q) return undefined
  const queue = queueOf(documents, view, { me, now }).map(one => one.id)
  const at = queue.indexOf(id)
  if (at < 0) {
    const stays = (other: string | undefined) => (other && queue.includes(other) ? other : undefined)
    return { at: 0, of: queue.length, before: stays(last.before), after: stays(last.after) ?? (last.before ? undefined : queue[0]) }
  }
  const [before, after] = [queue[at - 1], queue[at + 1]]
  if (before !== last.before || after !== last.after) setLast({ before, after })
  return { at: at + 1, of: queue.length, before, after }
}
