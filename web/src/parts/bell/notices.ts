import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { NoticeKind } from '@qinqing/domain/language/notice-kind'
import type { Shelf } from '@qinqing/domain/language/read-marks'
import { administration, desk } from '@qinqing/domain/service/inbox/contract'
import type { NoticeDocument } from '@qinqing/domain/service/notice/contract'
import { type Asked, useAsk } from '../../kit/ask.ts'
import { type LiveRows, useCount, useRows } from '../../kit/live.tsx'
import { useNow } from '../../kit/now.ts'
import { useSession } from '../../kit/session.tsx'
import { openOf } from '../open.ts'
import { useInbox } from '../visit.ts'
import { feedOf, isUnread, type Side, unreadOf } from './feed.ts'

/** One's notices on one side, of which these are shown. */
export interface Notices {
  live: LiveRows<NoticeDocument>
  /** Whose a notice's case is, by receipt number: officials know cases by their enterprise. */
  enterprises: ReadonlyMap<string, string>
  unread: number
  isUnread: (notice: NoticeDocument) => boolean
  shelf: string
  off: readonly NoticeKind[]
  inbox: Asked<'inbox'>
  /** Marks one as read; what is read already stays so. */
  read: (notice: NoticeDocument) => void
  /** Its link is followed: what a case's own page marks as read is left to that page. */
  follow: (notice: NoticeDocument) => void
  readAll: () => void
}

/** The policies of which somebody has an open application; asked only when there is a notice that it decides about. */
function usePolicies(side: Side, enterprise: string): readonly string[] {
  const told = useCount('notices', side === 'enterprise' ? ['eq', 'audience', 'applicants'] : ['never']).count > 0
  const { documents } = useRows<ApplicationDocument>('applications', { ...openOf(enterprise), ...told ? {} : { where: ['never'] } })
  return [...new Set(documents.map(({ policy }) => policy))].toSorted()
}

/** Of the cases that are told of on the side of the offices. */
function useEnterprises(side: Side, notices: readonly NoticeDocument[]): ReadonlyMap<string, string> {
  const numbers = side === 'office' ? [...new Set(notices.flatMap(({ number }) => number ?? []))].toSorted().slice(0, mostNumbers) : []
  const { documents } = useRows<ApplicationDocument>('applications', { where: numbers.length ? ['in', 'number', numbers] : ['never'], limit: mostNumbers })
  return new Map(documents.map(({ number, enterpriseName }) => [number ?? '', enterpriseName]))
}

/** As many values as a list may be asked by. */
const mostNumbers = 200

export const shelves: Record<Side, (enterprise: string) => string> = { enterprise: id => id, office: () => desk, admin: () => administration }

interface Wanted {
  unreadOnly: boolean
  limit: number
}

/** Nothing is asked for a list that nobody looks at. */
export function useNotices(side: Side, enterprise: string, { unreadOnly, limit }: Wanted): Notices {
  const { person } = useSession()
  const { document } = useInbox()
  const now = useNow()
  const inbox = useAsk('inbox', person.id)
  const feed = feedOf[side](enterprise, usePolicies(side, enterprise))
  const shelf = shelves[side](enterprise)
  const held: Shelf | undefined = document?.shelves[shelf]
  const off = document?.off ?? []
  const unreadWhere = unreadOf(feed, held, off, now)
  const live = useRows<NoticeDocument>('notices', {
    where: limit === 0 ? ['never'] : unreadOnly ? unreadWhere : feed, sort: [['at', 'desc']], limit: Math.max(limit, 1),
  })
  const enterprises = useEnterprises(side, live.documents)
  const { count } = useCount('notices', unreadWhere)
  const unread = (notice: NoticeDocument) => isUnread(notice, held, off, now)
  const read = (notice: NoticeDocument) => { if (unread(notice)) void inbox.ask('MarkRead', { shelf, notices: [{ id: notice.id, at: notice.at }] }) }
  return {
    live, enterprises, unread: count, isUnread: unread, shelf, off, inbox, read,
    follow: notice => { if (!notice.application) read(notice) },
    readAll: () => void inbox.ask('MarkAllRead', { shelf, through: now }),
  }
}
