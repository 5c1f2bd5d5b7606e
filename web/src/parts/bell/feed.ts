import { noticeKinds, type NoticeKind } from '@qinqing/domain/language/notice-kind'
import type { Shelf } from '@qinqing/domain/language/read-marks'
import type { NoticeDocument } from '@qinqing/domain/service/notice/contract'
import type { useRows } from '../../kit/live.tsx'

type Where = NonNullable<NonNullable<Parameters<typeof useRows>[1]>['where']>

/** Where somebody reads: in the portal for one enterprise, at the desk, in the administration. */
export type Side = keyof typeof noticeKinds

/** What is told on this side; `policies` are those of open applications, whose amendments concern one. */
export const feedOf: Record<Side, (enterprise: string, policies: readonly string[]) => Where> = {
  enterprise: (enterprise, policies) => ['any', [
    ['all', [['eq', 'audience', 'enterprise'], ['eq', 'enterprise', enterprise]]],
    ...policies.length ? [['all', [['eq', 'audience', 'applicants'], ['in', 'policy', policies]]] as const] : [],
  ]],
  office: () => ['in', 'audience', ['office', 'leads', 'person']],
  admin: () => ['eq', 'audience', 'admins'],
}

/** What is told of one case, as its page on this side asks for it. */
export const told: Record<'enterprise' | 'office', (application: string) => Where> = {
  enterprise: application => ['all', [['eq', 'application', application], ['eq', 'audience', 'enterprise']]],
  office: application => ['all', [['eq', 'application', application], feedOf.office('', [])]],
}

/** Who comes for the first time finds unread what is no older than this. */
const freshDays = 14

/** Up to when everything on a shelf counts as read. */
const throughOf = (shelf: Shelf | undefined, now: string): string =>
  shelf?.through || new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) - freshDays * 86_400_000).toISOString()

/** What is told and not read, without what is muted. */
export function unreadOf(feed: Where, shelf: Shelf | undefined, off: readonly NoticeKind[], now: string): Where {
  const read = shelf?.read.map(({ id }) => id) ?? []
  return ['all', [
    feed, ['gt', 'at', throughOf(shelf, now)],
    ...off.length ? [['not', ['in', 'kind', off]] as const] : [],
    ...read.length ? [['not', ['in', 'id', read]] as const] : [],
  ]]
}

/** Whether one notice is read: the same rule as `unreadOf`, for what is shown. */
export const isUnread = ({ id, at, kind }: NoticeDocument, shelf: Shelf | undefined, off: readonly NoticeKind[], now: string): boolean =>
  at > throughOf(shelf, now) && !off.includes(kind) && !shelf?.read.some(one => one.id === id)

/** The very place that a notice speaks of. */
export function placeOf({ kind, application, policy, person }: NoticeDocument): string {
  const id = encodeURIComponent(application ?? '')
  if (kind === 'amended' || kind === 'retired') return `/policies/${encodeURIComponent(policy ?? '')}`
  if (kind === 'joined') return person ? `/admin?view=people&person=${encodeURIComponent(person)}` : '/admin?view=people'
  if ((noticeKinds.office as readonly string[]).includes(kind)) return `/desk/cases/${id}`
  return kind === 'correction' ? `/applications/${id}/form` : `/applications/${id}`
}
