import type { World } from '@qinqing/domain/kernel/world'
import { createHash, randomInt, randomUUID } from 'node:crypto'

const hex = (text: string, algorithm: string) => createHash(algorithm).update(text).digest('hex')

/** UUIDv5 (RFC 9562) of a name within a namespace that may be any text. */
function derived(namespace: string, name: string): string {
  const digest = hex(`${namespace}\u0000${name}`, 'sha1')
  const variant = ((parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(18, 20)}-${digest.slice(20, 32)}`
}

/** The real world: the machine's clock, chance and timers. */
export const realWorld: World = {
  clock: { now: () => new Date().toISOString() },
  ids: { fresh: () => randomUUID(), derived },
  random: { digits: count => Array.from({ length: count }, () => randomInt(10)).join('') },
  digest: text => hex(text, 'sha256'),
  timers: {
    after(milliseconds, act) {
      const timer = setTimeout(act, milliseconds)
      timer.unref()
      return () => clearTimeout(timer)
    },
  },
}
