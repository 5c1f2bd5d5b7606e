import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'
import { postRoles } from '../../language/post-role.ts'

export type InvitationStatus = 'absent' | 'open' | 'accepted' | 'revoked'

/** The one invitation of a city that makes its first administrator; the server itself sends it. */
export const beginning = 'first-administrator'

const id = z.string().min(1).max(120)
const name = z.string().trim().min(1).max(80)

/** Only the hash of the link's secret is kept; the secret itself stands in the link, and nowhere else. */
const link = { secretHash: z.string().regex(/^[0-9a-f]{64}$/), days: z.int().min(1).max(30) }
/** For whom it is, as the one who invites writes it down; it may be empty. */
const invitee = z.string().trim().max(80)

export const invitationCommands = {
  InviteAdministrator: z.strictObject(link),
  InviteOfficial: z.strictObject({ ...link, invitee, office: id, title: name, roles: z.array(z.enum(postRoles)).min(1).max(4) }),
  InviteAgent: z.strictObject({ ...link, invitee, enterprise: id, capacity: z.enum(['legal', 'agent']) }),
  /** Another link in place of one that was lost or has expired. */
  RenewInvitation: z.strictObject(link),
  RevokeInvitation: z.strictObject({}),
  RecordAcceptance: z.strictObject({ person: id }),
  /** There is an administrator: the link to make the first one is worth nothing any more. */
  EndBeginning: z.strictObject({}),
}
export type InvitationCommand = Messages<typeof invitationCommands>

export const invitationMoves: Moves<InvitationStatus, InvitationCommand> = {
  absent: ['InviteAdministrator', 'InviteOfficial', 'InviteAgent', 'EndBeginning'],
  open: ['InviteAdministrator', 'RenewInvitation', 'RevokeInvitation', 'RecordAcceptance', 'EndBeginning'],
  // A city whose last administrator has gone begins again.
  accepted: ['InviteAdministrator', 'EndBeginning'],
  revoked: ['InviteAdministrator', 'EndBeginning'],
}

export const invitationRoles: Roles<InvitationCommand> = {
  InviteAdministrator: ['system'],
  InviteOfficial: ['admin', 'operator'],
  InviteAgent: ['admin', 'operator'],
  RenewInvitation: ['admin', 'operator'],
  RevokeInvitation: ['admin', 'operator'],
  RecordAcceptance: ['system'],
  EndBeginning: ['system'],
}

export const invitationRefusals = {
  noOffice: { code: 'invitation/no-office', zh: '没有这个处室，请先设立处室，再邀请', en: 'There is no such office; establish it first, then invite.' },
  noEnterprise: { code: 'invitation/no-enterprise', zh: '没有这家企业，请先登记企业，再邀请', en: 'There is no such enterprise; register it first, then invite.' },
  used: { code: 'invitation/used', zh: '这个邀请刚刚已被接受，不能再改', en: 'This invitation has just been accepted and cannot be altered any more.' },
  notBeginning: { code: 'invitation/not-the-first', zh: '这个邀请不是给第一位管理员的', en: 'This invitation is not the one for the first administrator.' },
} as const

/** To what somebody is invited. */
export type Invited =
  | { kind: 'administrator' }
  | { kind: 'official'; office: string; officeName: string; title: string; roles: readonly (typeof postRoles)[number][] }
  | { kind: 'agent'; enterprise: string; enterpriseName: string; capacity: 'legal' | 'agent' }

/** An invitation as administrators see it: never with what would let somebody in. */
export interface InvitationDocument {
  id: string
  status: InvitationStatus
  kind: Invited['kind']
  invitee: string
  /** The office or the enterprise. */
  place: string
  placeName: string
  /** The title of the post; empty for an enterprise. */
  title: string
  roles: readonly (typeof postRoles)[number][]
  capacity: 'legal' | 'agent' | null
  by: string
  sentAt: string
  expiresAt: string
  person: string | null
  closedAt: string | null
}

/** The folded invitation as the person gets it who accepts it. */
export interface InvitationFact {
  status: InvitationStatus
  secretHash: string
  expiresAt: string
  to: Invited | null
}
