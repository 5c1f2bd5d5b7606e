import type { SessionDocument } from '@qinqing/domain/identity/session/contract'
import type { SessionEvent } from '@qinqing/domain/identity/session/events'
import type { Projection } from '../kernel/projection.ts'

/** Open sessions; a closed one is gone. */
export const sessions: Projection<SessionDocument, SessionEvent> = {
  name: 'sessions',
  version: 1,
  indexed: ['person'],
  searched: [],
  visible: ['never'],
  initial: id => ({ id, person: '', secretHash: '', openedAt: '', expiresAt: '', client: '' }),
  evolve: {
    SessionOpened: (session, { client, ...data }, { recordedAt }) => ({ ...session, ...data, client: client ?? '', openedAt: recordedAt }),
    SessionClosed: () => null,
  },
}
