import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'

export type DraftStatus = 'absent' | 'kept'

/** Draft ids are `<person>.<what it is about>`, so that everybody has their own. */
export const draftId = (person: string, topic: string): string => `${person}.${topic}`

/** How many fields a draft may have. */
export const mostFields = 60

export const draftCommands = {
  /** Fields that were typed since the last time; an empty text takes a field away. */
  PatchDraft: z.strictObject({ patch: z.record(z.string().max(60), z.string().max(8000)).refine(patch => Object.keys(patch).length <= mostFields, '太多字段') }),
  DiscardDraft: z.strictObject({}),
}
export type DraftCommand = Messages<typeof draftCommands>

export const draftMoves: Moves<DraftStatus, DraftCommand> = { absent: ['PatchDraft'], kept: ['PatchDraft', 'DiscardDraft'] }

export const draftRoles: Roles<DraftCommand> = {
  PatchDraft: ['agent', 'editor', 'reviewer', 'lead', 'admin'],
  DiscardDraft: ['agent', 'editor', 'reviewer', 'lead', 'admin'],
}

export const draftRefusals = {
  tooMany: { code: 'draft/too-many-fields', zh: '草稿太大，请先保存或清空一些内容', en: 'The draft is too large; keep or clear some of it first.' },
} as const

/** Half-written words of one person, such as an opinion on a case. */
export interface DraftDocument {
  id: string
  person: string
  fields: Readonly<Record<string, string>>
  savedAt: string
}
