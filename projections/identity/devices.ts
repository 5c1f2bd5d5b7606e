import type { DeviceDocument } from '@qinqing/domain/identity/session/contract'
import type { SessionEvent } from '@qinqing/domain/identity/session/events'
import type { Projection } from '../kernel/projection.ts'

/** Where somebody is signed in, for oneself; never with what would let anybody in. */
export const devices: Projection<DeviceDocument, SessionEvent> = {
  name: 'devices',
  version: 1,
  indexed: ['person', 'openedAt', 'expiresAt'],
  searched: [],
  visible: ['mine', 'person', 'person'],
  initial: id => ({ id, person: '', openedAt: '', expiresAt: '', client: '' }),
  evolve: {
    SessionOpened: (device, { person, expiresAt, client }, { recordedAt }) => ({ ...device, person, expiresAt, client: client ?? '', openedAt: recordedAt }),
    SessionClosed: () => null,
  },
}
