import type { NoticeDocument } from '@qinqing/domain/service/notice/contract'
import type { NoticeEvent } from '@qinqing/domain/service/notice/events'
import type { Projection } from '../kernel/projection.ts'

/** Notices: one document each, however many are told; who has read it is in everybody's own inbox. */
export const notices: Projection<NoticeDocument, NoticeEvent> = {
  name: 'notices',
  version: 2,
  indexed: ['id', 'kind', 'at', 'audience', 'enterprise', 'office', 'person', 'policy', 'application'],
  searched: [],
  visible: ['some', [
    ['every', [['eq', 'audience', 'enterprise'], ['mine', 'enterprise', 'enterprises']]],
    ['every', [['eq', 'audience', 'office'], ['post', 'office', ['reviewer', 'lead']]]],
    ['every', [['eq', 'audience', 'leads'], ['post', 'office', ['lead']]]],
    ['every', [['eq', 'audience', 'person'], ['mine', 'person', 'person']]],
    // It says no more than the policy's own page: whom it concerns is asked by who reads.
    ['every', [['eq', 'audience', 'applicants'], ['role', ['agent']]]],
    ['every', [['eq', 'audience', 'admins'], ['role', ['admin']]]],
  ]],
  initial: id => ({
    id, kind: 'arrived', at: '', audience: 'person', enterprise: null, office: null, person: null, policy: null, application: null, number: null, title: '',
  }),
  evolve: { NoticeGiven: (notice, data) => ({ ...notice, ...data }) },
}
