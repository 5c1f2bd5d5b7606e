import { ask } from '@qinqing/api/client'
import type { NoticeDocument } from '@qinqing/domain/service/notice/contract'
import { useEffect, useRef } from 'react'
import { useRows } from '../../kit/live.tsx'
import { useNow } from '../../kit/now.ts'
import { useSession } from '../../kit/session.tsx'
import { useInbox } from '../visit.ts'
import { told, unreadOf } from './feed.ts'
import { shelves } from './notices.ts'

/** As many as are marked at once. */
const most = 50

/** What is told of a case is read when one has its page before one's eyes, and each notice is asked for once; in the portal of its enterprise. */
export function useSeen(side: 'enterprise' | 'office', application: string, enterprise = '') {
  const { person } = useSession()
  const now = useNow()
  const { document: inbox, phase } = useInbox()
  const shelf = shelves[side](enterprise)
  const known = phase !== 'loading' && phase !== 'refused'
  const { documents } = useRows<NoticeDocument>('notices', {
    where: known ? unreadOf(told[side](application), inbox?.shelves[shelf], [], now) : ['never'], sort: [['at', 'asc']], limit: most,
  })
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const see = () => {
      const fresh = documents.filter(({ id }) => !asked.current.has(id)).map(({ id, at }) => ({ id, at }))
      if (!fresh.length || document.visibilityState === 'hidden') return
      for (const { id } of fresh) asked.current.add(id)
      // What cannot be marked now is marked when the page is opened again.
      void ask('inbox', person.id, { type: 'MarkRead', data: { shelf, notices: fresh } }).catch(() => undefined)
    }
    see()
    document.addEventListener('visibilitychange', see)
    return () => document.removeEventListener('visibilitychange', see)
  }, [documents, person.id, shelf])
}
