import type { Target } from '../kernel/projection.ts'

interface Waiting {
  position: number
  resolve: () => void
  reject: (reason: Error) => void
}

/** Who waits until a target has come to a position. */
export class Arrivals {
  private readonly waiting = new Map<string, Set<Waiting>>()

  until(target: Target, position: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const all = this.waiting.get(keyOf(target)) ?? new Set()
      this.waiting.set(keyOf(target), all.add({ position, resolve, reject }))
    })
  }

  reached(target: Target, position: number): void {
    const all = this.waiting.get(keyOf(target)) ?? new Set()
    for (const one of all) {
      if (one.position > position) continue
      all.delete(one)
      one.resolve()
    }
  }

  /** Nothing will arrive any more. */
  end(): void {
    for (const all of this.waiting.values()) for (const one of all) one.reject(new Error('the store is closed'))
    this.waiting.clear()
  }
}

/** A target's own name: two versions or editions of one projection are two targets. */
export const keyOf = ({ name, version, edition = 0 }: Target): string => JSON.stringify([name, version, edition])
