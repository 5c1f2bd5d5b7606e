import { cleared, marked, unread, visited } from '@qinqing/domain/language/read-marks'
import type { InboxDocument } from '@qinqing/domain/service/inbox/contract'
import type { InboxEvent } from '@qinqing/domain/service/inbox/events'
import type { Projection } from '../kernel/projection.ts'

/** What each person has read and mutes, and when they were last here; for themselves alone. */
export const inboxes: Projection<InboxDocument, InboxEvent> = {
  name: 'inboxes',
  version: 1,
  indexed: ['person'],
  searched: [],
  visible: ['mine', 'person', 'person'],
  initial: id => ({ id, person: id, shelves: {}, visits: {}, off: [] }),
  evolve: {
    NoticesMarked: (inbox, { shelf, notices }) =>
      ({ ...inbox, shelves: { ...inbox.shelves, [shelf]: marked(inbox.shelves[shelf] ?? unread, notices) } }),
    ShelfCleared: (inbox, { shelf, through }) =>
      ({ ...inbox, shelves: { ...inbox.shelves, [shelf]: cleared(inbox.shelves[shelf] ?? unread, through) } }),
    KindsMuted: (inbox, { off }) => ({ ...inbox, off }),
    VisitNoted: (inbox, { shelf }, { recordedAt }) => ({ ...inbox, visits: { ...inbox.visits, [shelf]: visited(inbox.visits[shelf], recordedAt) } }),
  },
}
