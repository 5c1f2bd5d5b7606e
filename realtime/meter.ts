import type { World } from '@qinqing/domain/kernel/world'

type What = 'pushes' | 'closed' | 'refused' | 'ended' | 'failures'

/** Counts what the live door has done since it was opened. */
export class Meter {
  readonly counts: Record<What, number> = { pushes: 0, closed: 0, refused: 0, ended: 0, failures: 0 }

  add(what: What, count = 1): void {
    this.counts[what] += count
  }
}

/** Says for each message whether it is one too many: so many at once, and so many a second in the long run. */
export function bucket({ burst, perSecond }: { burst: number; perSecond: number }, clock: World['clock']): () => boolean {
  let left = burst
  let last = Date.parse(clock.now())
  return () => {
    const now = Date.parse(clock.now())
    left = Math.min(burst, left + Math.max(0, now - last) * perSecond / 1_000)
    last = now
    left--
    return left >= 0
  }
}
