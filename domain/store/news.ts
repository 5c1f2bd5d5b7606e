import { setImmediate } from 'node:timers/promises'
import type { Batch, Interest } from '../kernel/event-store.ts'

/** Wakes those who follow a log as soon as something was written to it; nobody polls. */
export class News {
  #count = 0
  #over = false
  readonly #waiting = new Set<() => void>()

  announce(): void {
    this.#count++
    this.#wake()
  }

  end(): void {
    this.#over = true
    this.#wake()
  }

  /** Pages through the past and then waits for what happens. */
  async *follow(page: (interest: Interest) => Promise<Batch>, interest: Interest): AsyncGenerator<Batch> {
    const { signal } = interest
    let { after } = interest
    while (!this.#over && !signal?.aborted) {
      const seen = this.#count
      const batch = await page({ ...interest, after })
      if (signal?.aborted) return
      if (batch.position <= after) {
        await this.#next(seen, signal)
        continue
      }
      after = batch.position
      yield batch
      // Lets others have their turn: whoever catches up on a long log must not hold everything else up.
      await setImmediate()
    }
  }

  #wake(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const go of waiting) go()
  }

  /** Ends at the first news after `seen`, or when nobody wants any more. */
  async #next(seen: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#count !== seen || this.#over || signal?.aborted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.add(resolve)
    const stop = () => resolve()
    signal?.addEventListener('abort', stop, { once: true })
    await promise
    this.#waiting.delete(resolve)
    signal?.removeEventListener('abort', stop)
  }
}
