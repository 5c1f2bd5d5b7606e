import type { SessionEvent } from '@qinqing/domain/identity/session/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { devices } from './devices.ts'

const opened: SessionEvent = {
  type: 'SessionOpened', data: { person: 'someone', secretHash: 'a'.repeat(64), expiresAt: '2026-03-02T13:00:00.000Z', client: '示例浏览器' },
}

specifyDocument(devices, 'session', {
  'says where and until when one is signed in, and nothing of the secret': {
    given: [opened], as: { at: '2026-03-02T01:00:00.000Z' },
    then: { id: 'it', person: 'someone', openedAt: '2026-03-02T01:00:00.000Z', expiresAt: '2026-03-02T13:00:00.000Z', client: '示例浏览器' },
  },
  'a closed session is gone': { given: [opened, { type: 'SessionClosed', data: { reason: 'revoked' } }], then: null },
})

test('only the person sees it', () => {
  expect(seenBy(devices, documentOf(devices, 'session', [opened]))).toEqual(['the person'])
})
