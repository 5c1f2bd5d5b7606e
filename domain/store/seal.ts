import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** A value that only the holder of the subject's key can read. */
export interface Sealed {
  key: string
  ciphertext: string
}

const [nonceBytes, tagBytes] = [12, 16]

export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false
  const { key, ciphertext } = value as Sealed
  return typeof key === 'string' && typeof ciphertext === 'string'
}

/** Seals a value in its place: what was sealed for one event and field does not open in another. Without a key nothing is kept of it. */
export function seal(value: unknown, subject: string, key: KeyObject | null, place: string): Sealed {
  if (!key) return { key: subject, ciphertext: '' }
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(place))
  const text = cipher.update(JSON.stringify(value), 'utf8')
  return { key: subject, ciphertext: Buffer.concat([nonce, text, cipher.final(), cipher.getAuthTag()]).toString('base64') }
}

/** Opens a sealed value; `erased` when the key or the value is gone. Throws when the key is another one or the text was changed. */
export function unseal<Erased>({ ciphertext }: Sealed, key: KeyObject | null, place: string, erased: Erased): unknown {
  if (!key || !ciphertext) return erased
  const bytes = Buffer.from(ciphertext, 'base64')
  const nonce = bytes.subarray(0, nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  return JSON.parse(decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8'))
}
