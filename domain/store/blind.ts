import { createHmac, type KeyObject } from 'node:crypto'
import { partsOf, streamOf } from '../kernel/stream.ts'

/** The keyring's name for the key that blinds; no subject can have it. */
export const blindingKey = '#claims'

/** Claim streams are named by what they claim, such as a user name: that must not stand in the log either. */
export const isTelling = (stream: string): boolean => partsOf(stream).aggregate === 'claim'

/** The name under which the log keeps a stream: always the same, and nobody without the key sees or guesses from what. */
export function blinded(stream: string, key: KeyObject | null): string {
  if (!isTelling(stream)) return stream
  if (!key) throw new Error('the key that blinds the names of claims is missing')
  return streamOf(partsOf(stream).tenant, 'claim', createHmac('sha256', key).update(stream).digest('base64url'))
}
