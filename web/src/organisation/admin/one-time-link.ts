import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

const base64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, sign => ({ '+': '-', '/': '_' })[sign] ?? '')

export interface InvitationLink {
  /** What the server gets. */
  secretHash: string
  /** What the invited gets, and nobody else: behind the #, which no browser sends along. */
  address: string
}

/** A new link for an invitation. Its secret is made here, shown once, and never sent to the server by whoever invites. */
export function newLink(invitation: string, origin = location.origin): InvitationLink {
  const secret = base64url(crypto.getRandomValues(new Uint8Array(32)))
  return { secretHash: bytesToHex(sha256(utf8ToBytes(secret))), address: `${origin}/invited#${invitation}.${secret}` }
}
