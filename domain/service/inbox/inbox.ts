import { canonical } from '../../kernel/canonical.ts'
import type { Decider } from '../../kernel/decider.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import { cleared, isToNote, marked, unread, visited } from '../../language/read-marks.ts'
import { type InboxCommand, inboxCommands, type InboxDocument, inboxMoves, inboxRefusals, inboxRoles, type InboxStatus } from './contract.ts'
import { type InboxEvent, inboxEvents } from './events.ts'

export interface Inbox extends Pick<InboxDocument, 'shelves' | 'visits' | 'off'> {
  status: InboxStatus
}

/** Nobody acts for so many enterprises; a bound on what is kept for one. */
const mostShelves = 100

const ensureRoom = (of: Readonly<Record<string, unknown>>, shelf: string) =>
  ensure(Object.hasOwn(of, shelf) || Object.keys(of).length < mostShelves, inboxRefusals.tooManyShelves)

/** 收件箱: what one person has read, mutes, and when he was last here; it has the id of the person. */
export const inbox: Decider<Inbox, InboxCommand, InboxEvent> = {
  system: 'service',
  aggregate: 'inbox',
  initial: { status: 'absent', shelves: {}, visits: {}, off: [] },
  commands: inboxCommands,
  events: inboxEvents,
  moves: inboxMoves,
  roles: inboxRoles,
  merges: ['MarkRead', 'MarkAllRead', 'MuteKinds', 'NoteVisit'],
  decide: {
    MarkRead({ shelves }, { shelf, notices }, { id, actor }) {
      ensureThere(id === actor)
      ensureRoom(shelves, shelf)
      const before = shelves[shelf] ?? unread
      return canonical(marked(before, notices)) === canonical(before) ? [] : [{ type: 'NoticesMarked', data: { shelf, notices } }]
    },
    MarkAllRead({ shelves }, { shelf, through }, { id, actor, at }) {
      ensureThere(id === actor)
      ensureRoom(shelves, shelf)
      // What has not happened yet is not read.
      const to = through < at ? through : at
      return to > (shelves[shelf] ?? unread).through ? [{ type: 'ShelfCleared', data: { shelf, through: to } }] : []
    },
    MuteKinds({ off: before }, { off }, { id, actor }) {
      ensureThere(id === actor)
      return canonical(off) === canonical(before) ? [] : [{ type: 'KindsMuted', data: { off } }]
    },
    NoteVisit({ visits }, { shelf }, { id, actor, at }) {
      ensureThere(id === actor)
      ensureRoom(visits, shelf)
      return isToNote(visits[shelf], at) ? [{ type: 'VisitNoted', data: { shelf } }] : []
    },
  },
  evolve: {
    NoticesMarked: (inbox, { shelf, notices }) =>
      ({ ...inbox, status: 'kept', shelves: { ...inbox.shelves, [shelf]: marked(inbox.shelves[shelf] ?? unread, notices) } }),
    ShelfCleared: (inbox, { shelf, through }) =>
      ({ ...inbox, status: 'kept', shelves: { ...inbox.shelves, [shelf]: cleared(inbox.shelves[shelf] ?? unread, through) } }),
    KindsMuted: (inbox, { off }) => ({ ...inbox, status: 'kept', off }),
    VisitNoted: (inbox, { shelf }, { recordedAt }) =>
      ({ ...inbox, status: 'kept', visits: { ...inbox.visits, [shelf]: visited(inbox.visits[shelf], recordedAt) } }),
  },
}
