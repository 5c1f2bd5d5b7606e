import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'
import { type Audience, everyKind, type NoticeKind } from '../../language/notice-kind.ts'

export type NoticeStatus = 'absent' | 'given'

const id = z.string().min(1).max(120)

export const noticeCommands = {
  /** `at` is when it happened, which may be long before it is told. `person` is the one it is for, when the case does not say. */
  GiveNotice: z.strictObject({
    kind: z.enum(everyKind), at: z.iso.datetime(), application: id.optional(), policy: id.optional(), person: id.optional(),
  }),
}
export type NoticeCommand = Messages<typeof noticeCommands>

export const noticeMoves: Moves<NoticeStatus, NoticeCommand> = { absent: ['GiveNotice'], given: [] }

export const noticeRoles: Roles<NoticeCommand> = { GiveNotice: ['system'] }

/** One thing that somebody is told, in data: the page makes the sentence, and the link to the very place. */
export interface NoticeDocument {
  id: string
  kind: NoticeKind
  /** When it happened. */
  at: string
  audience: Audience
  enterprise: string | null
  office: string | null
  person: string | null
  policy: string | null
  application: string | null
  /** The receipt number of the case. */
  number: string | null
  /** What the case or the policy is called. */
  title: string
}
