import { everyKind, noticeKinds } from '@qinqing/domain/language/notice-kind'
import type { NoticeDocument } from '@qinqing/domain/service/notice/contract'
import { meets, type Predicate } from '@qinqing/projections/kernel/predicate'
import { feedOf, isUnread, placeOf, told, unreadOf } from './feed.ts'

const now = '2026-11-25T02:00:00.000Z'
const notice = (over: Partial<NoticeDocument>): NoticeDocument => ({
  id: 'n', kind: 'approved', at: '2026-11-24T02:00:00.000Z', audience: 'enterprise', enterprise: 'e', office: null, person: null, policy: 'p', application: 'a',
  number: 'LZ-1', title: '设备补助', ...over,
})

test('the portal tells of one enterprise, and of policies of its open applications', () => {
  const where = (policies: string[]) => feedOf.enterprise('e', policies) as Predicate
  expect(meets(notice({}), where([]))).toBe(true)
  expect(meets(notice({ enterprise: 'other' }), where(['p']))).toBe(false)
  const amended = notice({ kind: 'amended', audience: 'applicants', enterprise: null })
  expect([meets(amended, where([])), meets(amended, where(['p'])), meets(amended, where(['q']))]).toEqual([false, true, false])
})

test('what counts as unread is what is shown as unread', () => {
  const shelf = { through: '2026-11-20T00:00:00.000Z', read: [{ id: 'read', at: '2026-11-24T02:00:00.000Z' }] }
  const all = [
    notice({}), notice({ id: 'read' }), notice({ at: '2026-11-19T00:00:00.000Z' }), notice({ kind: 'accepted' }), notice({ at: '2026-11-01T00:00:00.000Z' }),
  ]
  for (const [one, off] of [[shelf, ['accepted']], [undefined, []], [{ through: '', read: [] }, []]] as const) {
    const where = unreadOf(feedOf.enterprise('e', []), one, [...off], now) as Predicate
    expect(all.map(each => isUnread(each, one, [...off], now))).toEqual(all.map(each => meets(each, where)))
  }
  expect(all.map(each => isUnread(each, shelf, ['accepted'], now))).toEqual([true, false, false, false, false])
  expect(all.map(each => isUnread(each, undefined, [], now))).toEqual([true, true, true, true, false])
})

test('the page of a case shows what is told of that case, on its own side', () => {
  const office = notice({ kind: 'arrived', audience: 'office', enterprise: null, office: 'o' })
  const all = [notice({}), notice({ application: 'b' }), office, { ...office, audience: 'leads' as const }, { ...office, audience: 'person' as const }, { ...office, application: 'b' }]
  const shown = (side: 'enterprise' | 'office') => all.map(one => meets(one, told[side]('a') as Predicate))
  expect(shown('enterprise')).toEqual([true, false, false, false, false, false])
  expect(shown('office')).toEqual([false, false, true, true, true, false])
})

test('every kind leads to a place of its own side', () => {
  const roots = { enterprise: /^\/(applications|policies)\/\w/, office: /^\/desk\/cases\/a$/, admin: /^\/admin\?/ }
  for (const [side, kinds] of Object.entries(noticeKinds)) for (const kind of kinds) expect(placeOf(notice({ kind }))).toMatch(roots[side as keyof typeof roots])
  expect(new Set(everyKind).size).toBe(everyKind.length)
})
