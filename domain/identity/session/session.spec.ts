import { rules } from '../../rules.conformance.ts'
import type { SessionEvent } from './events.ts'
import { session } from './session.ts'

const opening = { person: 'someone', secretHash: 'a'.repeat(64), expiresAt: '2026-03-02T13:00:00.000Z', client: '示例浏览器' }
const opened: SessionEvent = { type: 'SessionOpened', data: opening }
const closed: SessionEvent = { type: 'SessionClosed', data: { reason: 'signed-out' } }

rules(session, {
  lives: { absent: [], open: [opened], closed: [opened, closed] },
  asks: { OpenSession: opening, CloseSession: { reason: 'signed-out' } },
  scenarios: {
    'opens for a person until it expires': { given: [], when: { type: 'OpenSession', data: opening }, then: [opened] },
    'closes with a reason': { given: [opened], when: { type: 'CloseSession', data: { reason: 'signed-out' } }, then: [closed] },
    'never opens again': { given: [opened, closed], when: { type: 'OpenSession', data: opening }, refused: 'session/not-now' },
    'closes once, and closing it again is no fault': { given: [opened, closed], when: { type: 'CloseSession', data: { reason: 'expired' } }, then: [] },
    'is closed by the one whose it is': {
      given: [opened], when: { type: 'CloseSession', data: { reason: 'revoked' } }, as: { actor: 'someone', roles: ['agent'] },
      then: [{ type: 'SessionClosed', data: { reason: 'revoked' } }],
    },
    'is not there for anybody else': {
      given: [opened], when: { type: 'CloseSession', data: { reason: 'revoked' } }, as: { actor: 'another', roles: ['agent', 'lead'] }, absent: true,
    },
    'is closed by an administrator': {
      given: [opened], when: { type: 'CloseSession', data: { reason: 'revoked' } }, as: { actor: 'another', roles: ['admin'] },
      then: [{ type: 'SessionClosed', data: { reason: 'revoked' } }],
    },
  },
})

test('a command holds the hash of the secret, and nothing as short or long as a secret', () => {
  expect(session.commands['OpenSession']!.safeParse({ ...opening, secretHash: 'a'.repeat(43) }).success).toBe(false)
})
