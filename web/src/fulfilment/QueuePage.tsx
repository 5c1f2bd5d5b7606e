import { Navigate, useSearchParams } from 'react-router'
import { useRights } from '../parts/desk/cases.ts'
import { type View, viewOf, queueAddress } from '../parts/desk/queue.ts'
import { ClosedQueue } from './queue/ClosedQueue.tsx'
import { FoundQueue } from './queue/FoundQueue.tsx'
import { OpenQueue } from './queue/OpenQueue.tsx'

/** What must be done now, and what will be late; or what was found, or what is done. */
export function QueuePage() {
  const { sees } = useRights()
  const [query, setQuery] = useSearchParams()
  if (!sees) return <Navigate to="/desk/policies" replace />
  const view = viewOf(query)
  const onView = (change: Partial<View>) => setQuery(
    new URLSearchParams(queueAddress({ ...view, ...change }).split('?')[1]), { replace: true, preventScrollReset: true },
  )
  if (view.q) return <FoundQueue key={view.q} view={view} onView={onView} />
  if (view.basket === 'done') return <ClosedQueue view={view} onView={onView} />
  return <OpenQueue view={view} onView={onView} />
}
