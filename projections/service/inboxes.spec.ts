import type { InboxEvent } from '@qinqing/domain/service/inbox/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { inboxes } from './inboxes.ts'

const at = '2026-03-01T01:00:00.000Z'
const marked: InboxEvent = { type: 'NoticesMarked', data: { shelf: 'desk', notices: [{ id: 'n-1', at }] } }
const noted: InboxEvent = { type: 'VisitNoted', data: { shelf: 'desk' } }

specifyDocument(inboxes, 'inbox', {
  'what was read is read': { given: [marked], then: { person: 'it', shelves: { desk: { through: '', read: [{ id: 'n-1', at }] } } } },
  'each shelf has its own mark': {
    given: [marked, { type: 'ShelfCleared', data: { shelf: 'e-1', through: at } }],
    then: { shelves: { 'desk': { through: '', read: [{ id: 'n-1', at }] }, 'e-1': { through: at, read: [] } } },
  },
  'what is muted is muted until it is not': {
    given: [{ type: 'KindsMuted', data: { off: ['accepted'] } }, { type: 'KindsMuted', data: { off: [] } }], then: { off: [] },
  },
  'a visit is noted with the time': { given: [noted], as: { at }, then: { visits: { desk: { since: at, seen: at, first: true } } } },
})

test('only the person sees it', () => {
  expect(seenBy(inboxes, documentOf(inboxes, 'inbox', [noted], 'someone'))).toEqual(['the person'])
})
