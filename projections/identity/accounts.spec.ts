import type { PersonEvent } from '@qinqing/domain/identity/person/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { accounts } from './accounts.ts'

type Heard = Extract<PersonEvent, { type: 'PersonRegistered' | 'PasswordSet' | 'PhoneRevised' }>
const registered: Heard = { type: 'PersonRegistered', data: { username: 'shili.mou', name: '示例某', phone: '13800000000' } }

specifyDocument(accounts, 'person', {
  'an account has its phone': { given: [registered], then: { id: 'it', phone: '13800000000', passwordSetAt: null } },
  'a phone may be missing': { given: [{ type: 'PersonRegistered', data: { username: 'shili', name: '示例' } }], then: { phone: '' } },
  'another phone takes its place': { given: [registered, { type: 'PhoneRevised', data: { phone: '0772-2800100' } }], then: { phone: '0772-2800100' } },
  'it says since when the password is so': {
    given: [registered, { type: 'PasswordSet', data: { hash: '$argon2id$示例' } }], as: { at: '2026-03-02T01:00:00.000Z' },
    then: { passwordSetAt: '2026-03-02T01:00:00.000Z' },
  },
})

test('only the person sees it, and no hash', () => {
  const document = documentOf(accounts, 'person', [registered, { type: 'PasswordSet', data: { hash: '$argon2id$示例' } }], 'someone')
  expect(seenBy(accounts, document)).toEqual(['the person'])
  expect(JSON.stringify(document)).not.toContain('argon2id')
})
