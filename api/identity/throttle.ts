import { bounds } from '../kernel/bounds.ts'

interface Tally {
  failures: number
  until: number
}

const { waitMs, longestMs, remembered } = bounds.signIns

/** A key to count by, and how many failures it may have before it has to wait. */
export interface Counted {
  key: string
  free: number
}

/** Slows down guessing: after some failures each further one doubles the wait; nobody is locked out for good. */
export class Throttle {
  private readonly tallies = new Map<string, Tally>()

  /** How many milliseconds one of these must still wait; 0 when none. */
  wait(keys: readonly Counted[], now: number): number {
    return Math.max(0, ...keys.map(({ key }) => (this.tallies.get(key)?.until ?? 0) - now))
  }

  failed(keys: readonly Counted[], now: number): void {
    for (const { key, free } of keys) {
      const failures = (this.tallies.get(key)?.failures ?? 0) + 1
      const over = failures - free
      this.tallies.delete(key)
      this.tallies.set(key, { failures, until: over < 0 ? 0 : now + Math.min(waitMs * 2 ** over, longestMs) })
    }
    for (const key of this.tallies.keys()) {
      if (this.tallies.size <= remembered) break
      this.tallies.delete(key)
    }
  }

  succeeded(key: string): void {
    this.tallies.delete(key)
  }
}
