import type { Decider } from '../../kernel/decider.ts'
import type { Role } from '../../kernel/message.ts'
import { ensureThere } from '../../kernel/refusal.ts'
import { type SessionCommand, sessionCommands, sessionMoves, sessionRoles, type SessionStatus } from './contract.ts'
import { type SessionEvent, sessionEvents } from './events.ts'

export interface Session {
  status: SessionStatus
  person: string
}

const keepers: readonly Role[] = ['system', 'admin', 'operator']

/** 会话: one sign-in on one device, from its opening to its end. */
export const session: Decider<Session, SessionCommand, SessionEvent> = {
  system: 'identity',
  aggregate: 'session',
  initial: { status: 'absent', person: '' },
  commands: sessionCommands,
  events: sessionEvents,
  moves: sessionMoves,
  roles: sessionRoles,
  decide: {
    OpenSession: (_, data) => [{ type: 'SessionOpened', data }],
    CloseSession({ status, person }, data, { actor, roles }) {
      ensureThere(person === actor || roles.some(role => keepers.includes(role)))
      return status === 'open' ? [{ type: 'SessionClosed', data }] : []
    },
  },
  evolve: {
    SessionOpened: (_, { person }) => ({ status: 'open', person }),
    SessionClosed: session => ({ ...session, status: 'closed' }),
  },
}
