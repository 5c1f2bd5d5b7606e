import type { NoticeEvent } from '@qinqing/domain/service/notice/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { notices } from './notices.ts'

const given = (over: Partial<NoticeEvent['data']> = {}): NoticeEvent => ({
  type: 'NoticeGiven',
  data: {
    kind: 'approved', at: '2026-03-02T01:00:00.000Z', audience: 'enterprise', enterprise: 'enterprise', office: null, person: null, policy: 'policy',
    application: 'a-1', number: 'LZ-20260302-123456', title: '设备补助', ...over,
  },
})

specifyDocument(notices, 'notice', {
  'a notice says what happened, when, and to which case': {
    given: [given()], then: { id: 'it', kind: 'approved', at: '2026-03-02T01:00:00.000Z', application: 'a-1', number: 'LZ-20260302-123456', title: '设备补助' },
  },
})

test.each<[NoticeEvent['data']['audience'], Partial<NoticeEvent['data']>, readonly string[]]>([
  ['enterprise', {}, ['own agent', 'agent of several']],
  ['office', { enterprise: null, office: 'office' }, ['reviewer of the office', 'lead of the office']],
  ['leads', { enterprise: null, office: 'office' }, ['lead of the office']],
  ['person', { enterprise: null, office: 'office', person: 'someone' }, ['the person']],
  ['applicants', { enterprise: null }, ['own agent', 'other agent', 'agent of several']],
  ['admins', { enterprise: null, person: 'someone' }, ['admin']],
])('to %s', (audience, over, seen) => {
  expect(seenBy(notices, documentOf(notices, 'notice', [given({ audience, ...over })]))).toEqual(seen)
})
