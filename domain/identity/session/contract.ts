import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'

export type SessionStatus = 'absent' | 'open' | 'closed'

export const sessionCommands = {
  /** Only the hash of the secret is kept; the secret itself lives in the browser's cookie. */
  OpenSession: z.strictObject({ person: z.string().min(1).max(120), secretHash: z.string().length(64), expiresAt: z.iso.datetime(), client: z.string().max(300) }),
  CloseSession: z.strictObject({ reason: z.enum(['signed-out', 'revoked', 'expired', 'suspended', 'password']) }),
}
export type SessionCommand = Messages<typeof sessionCommands>

export const sessionMoves: Moves<SessionStatus, SessionCommand> = { absent: ['OpenSession'], open: ['CloseSession'], closed: ['CloseSession'] }

/** Everybody may end the own sessions; all of them, who keeps the city's accounts. */
export const sessionRoles: Roles<SessionCommand> = {
  OpenSession: ['system'], CloseSession: ['system', 'admin', 'operator', 'agent', 'editor', 'reviewer', 'lead'],
}

/** A session as its person and the door see it. */
export interface SessionDocument {
  id: string
  person: string
  secretHash: string
  openedAt: string
  expiresAt: string
  client: string
}

/** A session as its person sees it: where one is signed in, and nothing that would let anybody in. */
export type DeviceDocument = Omit<SessionDocument, 'secretHash'>
