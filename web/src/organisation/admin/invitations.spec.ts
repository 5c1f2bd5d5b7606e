import { fateOf } from './invitations.ts'

const expiresAt = '2026-03-09T01:00:00.000Z'

it.each([
  ['open', '2026-03-09T00:59:59.999Z', 'open'], ['open', '2026-03-09T01:00:00.000Z', 'expired'],
  ['accepted', '2026-03-10T01:00:00.000Z', 'accepted'], ['revoked', '2026-03-08T01:00:00.000Z', 'revoked'],
] as const)('%s at %s is %s', (status, now, fate) => expect(fateOf({ status, expiresAt }, now)).toBe(fate))
