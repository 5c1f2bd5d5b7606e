import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'
import { everyKind, type NoticeKind } from '../../language/notice-kind.ts'
import type { Shelf, Visit } from '../../language/read-marks.ts'

export type InboxStatus = 'absent' | 'kept'

/** Where somebody reads: for each enterprise one acts for, at the desk, in the administration. */
const shelf = z.string().min(1).max(120)
export const desk = 'desk'
export const administration = 'admin'

export const inboxCommands = {
  MarkRead: z.strictObject({ shelf, notices: z.array(z.strictObject({ id: z.string().min(1).max(120), at: z.iso.datetime() })).min(1).max(50) }),
  /** Everything on this shelf up to then. */
  MarkAllRead: z.strictObject({ shelf, through: z.iso.datetime() }),
  /** The kinds of notices that one does not want to see in the bell. */
  MuteKinds: z.strictObject({ off: z.array(z.enum(everyKind)).max(everyKind.length) }),
  NoteVisit: z.strictObject({ shelf }),
}
export type InboxCommand = Messages<typeof inboxCommands>

export const inboxMoves: Moves<InboxStatus, InboxCommand> = {
  absent: ['MarkRead', 'MarkAllRead', 'MuteKinds', 'NoteVisit'],
  kept: ['MarkRead', 'MarkAllRead', 'MuteKinds', 'NoteVisit'],
}

const people = ['agent', 'editor', 'reviewer', 'lead', 'admin'] as const

export const inboxRoles: Roles<InboxCommand> = { MarkRead: people, MarkAllRead: people, MuteKinds: people, NoteVisit: people }

export const inboxRefusals = {
  tooManyShelves: { code: 'inbox/too-many-shelves', zh: '通知分类太多，请刷新页面再试', en: 'There are too many shelves; reload the page and try again.' },
} as const

/** What somebody has read and does not want to hear of: one for each person, the same on every device. */
export interface InboxDocument {
  id: string
  person: string
  shelves: Readonly<Record<string, Shelf>>
  visits: Readonly<Record<string, Visit>>
  off: readonly NoticeKind[]
}
