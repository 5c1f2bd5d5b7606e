import { bounds } from '../kernel/bounds.ts'

interface Tally {
  failures: number
  /** When it was last counted: failures are forgiven in time. */
  at: number
  until: number
}

const { waitMs, longestMs, remembered } = bounds.signIns

/** A key to count by, and how many failures it may have before it has to wait. */
export interface Counted {
  key: string
  free: number
}

/**
 * Slows down guessing: after some failures each further one doubles the wait. Nobody is locked out for good, and what was failed is
 * forgiven in time, so that a whole building behind one address does not pay for last month's slips.
 */
export class Throttle {
  private readonly tallies = new Map<string, Tally>()

  /** How many milliseconds one of these must still wait; 0 when none. */
  wait(keys: readonly Counted[], now: number): number {
    return Math.max(0, ...keys.map(({ key }) => (this.tallies.get(key)?.until ?? 0) - now))
  }

  /** Counts an attempt as failed before it is known: many at once would all be tried before the first is counted. */
  began(keys: readonly Counted[], now: number): void {
    for (const { key, free } of keys) {
      const failures = this.failures(key, free, now) + 1
      const over = Math.floor(failures - free)
      this.tallies.delete(key)
      this.tallies.set(key, { failures, at: now, until: over < 0 ? 0 : now + Math.min(waitMs * 2 ** over, longestMs) })
    }
    for (const key of this.tallies.keys()) {
      if (this.tallies.size <= remembered) break
      this.tallies.delete(key)
    }
  }

  /** Who is right has not failed: the account, if it is one, is as new, and the address has one less. */
  succeeded(account: Counted | undefined, { key, free }: Counted): void {
    if (account) this.tallies.delete(account.key)
    const tally = this.tallies.get(key)
    if (!tally) return
    const failures = Math.max(0, tally.failures - 1)
    this.tallies.set(key, { ...tally, failures, until: failures < free ? 0 : tally.until })
  }

  /** All that are free are forgiven within the longest wait. */
  private failures(key: string, free: number, now: number): number {
    const tally = this.tallies.get(key)
    return tally ? Math.max(0, tally.failures - Math.max(0, now - tally.at) * free / longestMs) : 0
  }
}
