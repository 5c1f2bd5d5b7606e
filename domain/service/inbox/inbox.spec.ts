import { rules } from '../../rules.conformance.ts'
import { type InboxCommand, inboxRefusals } from './contract.ts'
import type { InboxEvent } from './events.ts'
import { inbox } from './inbox.ts'

const own = { id: 'someone', at: '2026-03-02T01:00:00.000Z' }
const one = { id: 'n-1', at: '2026-03-01T01:00:00.000Z' }
const marked = (...notices: { id: string; at: string }[]): InboxEvent => ({ type: 'NoticesMarked', data: { shelf: 'desk', notices } })
const cleared = (through: string): InboxEvent => ({ type: 'ShelfCleared', data: { shelf: 'desk', through } })
const muted: InboxEvent = { type: 'KindsMuted', data: { off: ['accepted'] } }
const noted: InboxEvent = { type: 'VisitNoted', data: { shelf: 'desk' } }
const mark = (...notices: { id: string; at: string }[]) => ({ type: 'MarkRead', data: { shelf: 'desk', notices } }) as const
const clear = (through: string) => ({ type: 'MarkAllRead', data: { shelf: 'desk', through } }) as const
const mute: InboxCommand = { type: 'MuteKinds', data: { off: ['accepted'] } }
const visit = { type: 'NoteVisit', data: { shelf: 'desk' } } as const
const many = (event: (shelf: string) => InboxEvent): InboxEvent[] => Array.from({ length: 100 }, (_, n) => event(`e-${n}`))
const others = { ...own, actor: 'other' }

rules(inbox, {
  refusals: inboxRefusals,
  lives: { absent: [], kept: [noted] },
  asks: { MarkRead: mark(one).data, MarkAllRead: clear(one.at).data, MuteKinds: mute.data, NoteVisit: visit.data },
  as: { MarkRead: own, MarkAllRead: own, MuteKinds: own, NoteVisit: { ...own, at: '2026-03-02T09:00:00.000Z' } },
  scenarios: {
    'marks what was read': { given: [], when: mark(one), as: own, then: [marked(one)] },
    'what is read is read': { given: [marked(one)], when: mark(one), as: own, then: [] },
    'what lies behind the mark is read': { given: [cleared(one.at)], when: mark(one), as: own, then: [] },
    'marks everything up to then': { given: [], when: clear(one.at), as: own, then: [cleared(one.at)] },
    'the mark never goes back': { given: [cleared(one.at)], when: clear('2026-02-01T01:00:00.000Z'), as: own, then: [] },
    'what has not happened yet is not read': { given: [], when: clear('2027-01-01T00:00:00.000Z'), as: own, then: [cleared(own.at)] },
    'mutes kinds': { given: [], when: mute, as: own, then: [muted] },
    'mutes what is muted': { given: [muted], when: mute, as: own, then: [] },
    'lets them be heard again': {
      given: [muted], when: { type: 'MuteKinds', data: { off: [] } }, as: own, then: [{ type: 'KindsMuted', data: { off: [] } }],
    },
    'notes who comes': { given: [], when: visit, as: own, then: [noted] },
    'notes it seldom': { given: [noted], when: visit, as: { ...own, at: '2026-03-02T01:09:00.000Z' }, then: [] },
    'notes it again': { given: [noted], when: visit, as: { ...own, at: '2026-03-02T01:10:00.000Z' }, then: [noted] },
    'keeps a hundred shelves': {
      given: many(shelf => ({ type: 'ShelfCleared', data: { shelf, through: one.at } })), when: mark(one), as: own, refused: 'inbox/too-many-shelves',
    },
    'is nobody else\'s to mark': { given: [], when: mark(one), as: others, absent: true },
    'is nobody else\'s to clear': { given: [], when: clear(one.at), as: others, absent: true },
    'is nobody else\'s to mute': { given: [], when: mute, as: others, absent: true },
    'is nobody else\'s to visit': { given: [], when: visit, as: others, absent: true },
  },
})

test('what is read on two devices is laid over each other', () => {
  expect(inbox.merges!.toSorted()).toEqual(Object.keys(inbox.commands).sort())
})
