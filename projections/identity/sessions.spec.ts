import type { SessionEvent } from '@qinqing/domain/identity/session/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { sessions } from './sessions.ts'

const opened: SessionEvent = {
  type: 'SessionOpened', data: { person: 'someone', secretHash: 'a'.repeat(64), expiresAt: '2026-03-02T13:00:00.000Z', client: '示例浏览器' },
}

specifyDocument(sessions, 'session', {
  'an open session says whose it is and until when': {
    given: [opened], as: { at: '2026-03-02T01:00:00.000Z' },
    then: {
      person: 'someone', secretHash: 'a'.repeat(64), openedAt: '2026-03-02T01:00:00.000Z', expiresAt: '2026-03-02T13:00:00.000Z',
      client: '示例浏览器',
    },
  },
  'a closed session is gone': { given: [opened, { type: 'SessionClosed', data: { reason: 'signed-out' } }], then: null },
})

test('nobody reads sessions: the door alone does', () => {
  expect(seenBy(sessions, documentOf(sessions, 'session', [opened], 'someone'))).toEqual([])
})
