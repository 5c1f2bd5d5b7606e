import { createHash } from 'node:crypto'
import { newLink } from './one-time-link.ts'

it('holds the secret behind the #, and tells its hash as the server makes it', () => {
  const { address, secretHash } = newLink('the-invitation', 'https://example.org')
  const [, secret = ''] = /^https:\/\/example\.org\/invited#the-invitation\.([\w-]{43})$/.exec(address) ?? []
  expect(secretHash).toBe(createHash('sha256').update(secret).digest('hex'))
})

it('is another one each time', () => {
  expect(new Set(Array.from({ length: 50 }, () => newLink('it', 'http://x').address)).size).toBe(50)
})
