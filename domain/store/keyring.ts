import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/** The keys of people and enterprises. Whoever loses its key is erased: what was sealed with it can be read by nobody. */
export abstract class Keyring {
  /** Sees to it that each subject has a key that lasts; one that was erased stays without. */
  abstract make(subjects: readonly string[]): Promise<void>
  /** A subject's key, or null. */
  abstract of(subject: string): KeyObject | null
  /** Forgets a subject's key for good. */
  abstract erase(subject: string): Promise<void>
  abstract close(): Promise<void>
}

export const freshKey = (): KeyObject => createSecretKey(randomBytes(32))

/** Keys that last as long as the process: for specs. */
export class MemoryKeyring extends Keyring {
  readonly #keys = new Map<string, KeyObject | null>()

  async make(subjects: readonly string[]): Promise<void> {
    for (const subject of subjects) if (!this.#keys.has(subject)) this.#keys.set(subject, freshKey())
  }

  of(subject: string): KeyObject | null {
    return this.#keys.get(subject) ?? null
  }

  async erase(subject: string): Promise<void> {
    this.#keys.set(subject, null)
  }

  async close(): Promise<void> {
    // Keys in memory stay for whoever opens the same log again.
  }
}
