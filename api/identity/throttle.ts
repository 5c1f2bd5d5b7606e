import { bounds } from '../kernel/bounds.ts'

interface Tally {
  failures: number
  until: number
}

const { free, waitMs, longestMs, remembered } = bounds.signIns

/** Slows down guessing: after some failures each further one doubles the wait; nobody is locked out for good. */
export class Throttle {
  private readonly tallies = new Map<string, Tally>()

  /** How many milliseconds one of these must still wait; 0 when none. */
  wait(keys: readonly string[], now: number): number {
    return Math.max(0, ...keys.map(key => (this.tallies.get(key)?.until ?? 0) - now))
  }

  failed(keys: readonly string[], now: number): void {
    for (const key of keys) {
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
