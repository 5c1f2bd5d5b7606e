import type { InvitationDocument } from '@qinqing/domain/identity/invitation/contract'
import { useRows } from '../../kit/live.tsx'

const newestFirst = [['sentAt', 'desc']] as const

export const useInvitations = () => useRows<InvitationDocument>('invitations', { sort: newestFirst, limit: 200 })

export const fates = ['open', 'expired', 'accepted', 'revoked'] as const
/** What became of an invitation; one that nobody has accepted in time is as good as none. */
export type Fate = (typeof fates)[number]

export function fateOf({ status, expiresAt }: Pick<InvitationDocument, 'status' | 'expiresAt'>, now: string): Fate {
  if (status === 'accepted' || status === 'revoked') return status
  return expiresAt > now ? 'open' : 'expired'
}

/** For how many days a link works. */
export const terms = [1, 3, 7, 14, 30] as const
export const usualTerm = 7
