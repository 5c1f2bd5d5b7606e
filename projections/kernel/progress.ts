import type { World } from '@qinqing/domain/kernel/world'
import type { DocumentStore } from './document-store.ts'
import type { AnyProjection } from './projection.ts'

interface Waiter {
  names: readonly string[]
  position: number
  wake: (reached: boolean) => void
}

/** Word of how far a projection has come; `Projected` is one. */
export interface Word {
  projection: string
  position: number
  log: string
}

/** How far each projection has come, and who waits for it. Fed with what the projector says, so that nobody has to ask again. */
export class Progress {
  log: string
  private readonly timers: World['timers']
  private readonly positions: Map<string, number>
  private readonly waiters = new Set<Waiter>()

  constructor(log: string, positions: Readonly<Record<string, number>>, timers: World['timers']) {
    this.log = log
    this.positions = new Map(Object.entries(positions))
    this.timers = timers
  }

  /** As the store's checkpoints say; those of another log count as nothing done. */
  static async read(documents: DocumentStore, projections: readonly AnyProjection[], log: string, timers: World['timers']): Promise<Progress> {
    const positions: Record<string, number> = {}
    for (const projection of projections) {
      const checkpoint = await documents.checkpoint(projection)
      positions[projection.name] = checkpoint?.log === log ? checkpoint.position : 0
    }
    return new Progress(log, positions, timers)
  }

  /** As far as this one has come by now; what happens to either afterwards does not touch the other. */
  copy(): Progress {
    return new Progress(this.log, Object.fromEntries(this.positions), this.timers)
  }

  /** Tells of a projection's new position. Another log begins anew: whatever was reached in the old one is not reached in this. */
  advance({ projection, position, log }: Word): void {
    if (log !== this.log) {
      this.log = log
      for (const name of this.positions.keys()) this.positions.set(name, 0)
    }
    if (!this.positions.has(projection) || position <= this.positions.get(projection)!) return
    this.positions.set(projection, position)
    for (const waiter of this.waiters) if (this.position(waiter.names) >= waiter.position) this.end(waiter, true)
  }

  /** The position that all of these have reached; of all projections when none is named. */
  position(names: readonly string[] = []): number {
    const positions = names.length ? names.map(name => this.positions.get(name) ?? 0) : [...this.positions.values()]
    return positions.length ? Math.min(...positions) : 0
  }

  /** Whether these (or all) come to the position in time. */
  async reached(position: number, timeoutMs: number, names: readonly string[] = []): Promise<boolean> {
    if (this.position(names) >= position) return true
    return new Promise(resolve => {
      const waiter: Waiter = { names, position, wake: resolve }
      const cancel = this.timers.after(timeoutMs, () => this.end(waiter, false))
      waiter.wake = reached => {
        cancel()
        resolve(reached)
      }
      this.waiters.add(waiter)
    })
  }

  private end(waiter: Waiter, reached: boolean): void {
    this.waiters.delete(waiter)
    waiter.wake(reached)
  }
}
