/** Somebody who waits until everything watched has come to a position of a log. */
export interface Waiter {
  position: number
  log: string | null
  resolve: () => void
}

export class Waiters {
  private readonly waiting = new Set<Waiter>()

  get all(): readonly Waiter[] {
    return [...this.waiting]
  }

  has = (waiter: Waiter): boolean => this.waiting.has(waiter)

  add(waiter: Waiter): Waiter {
    this.waiting.add(waiter)
    return waiter
  }

  /** Nobody waits for another log: everything of it has been replaced. */
  settle(log: string | null, position: number): void {
    for (const waiter of this.waiting) {
      const elsewhere = log !== null && waiter.log !== null && waiter.log !== log
      if (!elsewhere && waiter.position > position) continue
      this.waiting.delete(waiter)
      waiter.resolve()
    }
  }
}
