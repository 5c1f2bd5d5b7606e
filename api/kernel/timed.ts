import type { Appended, Check, Write } from '@qinqing/domain/kernel/event-store'
import { UpcastingEventStore } from '@qinqing/domain/store/upcasting'

/** How long appends take, for whoever wants to know. */
export class Stopwatch {
  private readonly listeners = new Set<(ms: number) => void>()

  listen(listener: (ms: number) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async time<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const began = performance.now()
    try {
      return await act()
    } finally {
      for (const listener of this.listeners) listener(performance.now() - began)
    }
  }
}

/** The log as the process uses it: events in the shape of today, and appends on the stopwatch. */
export class TimedEventStore extends UpcastingEventStore {
  readonly stopwatch = new Stopwatch()

  override append(writes: readonly Write[], checks?: readonly Check[]): Promise<Appended> {
    return this.stopwatch.time(() => super.append(writes, checks))
  }
}
