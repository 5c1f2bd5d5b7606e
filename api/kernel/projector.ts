import { execute, type Kernel } from '@qinqing/domain/kernel/execute'
import type { AnyReaction } from '@qinqing/domain/kernel/reaction'
import type { DocumentStore, SearchStore } from '@qinqing/projections/kernel/document-store'
import type { Editions } from '@qinqing/projections/kernel/editions'
import type { Progress } from '@qinqing/projections/kernel/progress'
import type { Projected } from '@qinqing/projections/kernel/projected'
import type { AnyProjection, Target } from '@qinqing/projections/kernel/projection'
import { react } from '@qinqing/projections/kernel/react'
import type { Journal } from './journal.ts'
import { Lane } from './lane.ts'
import { pause } from './pace.ts'

interface Parts {
  kernel: Kernel
  documents: DocumentStore
  search: SearchStore
  projections: readonly AnyProjection[]
  editions: Editions
  reactions: readonly AnyReaction[]
  progress: Progress
  journal: Journal
}

/** Where a reaction has come to is kept like a projection's checkpoint. */
const targetOf = ({ name }: AnyReaction): Target => ({ name: `reaction-${name}`, version: 1, indexed: [], searched: [] })

const pageSize = 500

/** Follows the log: folds each batch into documents and search, announces what changed, and runs the reactions. */
export class Projector {
  readonly lanes: ReadonlyMap<string, Lane>
  /** What stands still, and tries again. */
  readonly standing = new Set<string>()
  private readonly parts: Parts
  private readonly listeners = new Set<(projected: Projected) => void>()
  private readonly stopping = new AbortController()
  private done: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.parts = parts
    this.lanes = new Map(parts.projections.map(projection => [projection.name, new Lane(projection, { ...parts, announce: projected => this.announce(projected) })]))
  }

  /** Raised when the server ends. */
  get signal(): AbortSignal {
    return this.stopping.signal
  }

  /** Calls back after each change of documents until the returned function is called. */
  listen(listener: (projected: Projected) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  announce(projected: Projected): void {
    this.standing.delete(projected.projection)
    for (const listener of this.listeners) listener(projected)
  }

  /**
   * Brings every document up to the head of the log, then goes on live in the background. Whoever is told hears how far each has come: documents of a
   * version that is new are all made here, and nobody is shown a list before it is complete.
   */
  async start(tell: (name: string, done: number, of: number) => void = () => undefined): Promise<void> {
    const { kernel, reactions } = this.parts
    const log = await kernel.log.identity()
    const lanes = [...this.lanes.values()]
    await Promise.all(lanes.map(lane => lane.catchUp(log, this.signal, (done, of) => tell(lane.name, done, of)).catch((error: unknown) => this.standsStill(lane.name, error))))
    this.done = Promise.all([
      ...lanes.map(lane => this.persist(() => lane.live(log, this.signal), lane.name)),
      ...reactions.map(reaction => this.reacting(reaction, log)),
    ])
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.done
  }

  private async reacting(reaction: AnyReaction, log: string): Promise<void> {
    const { kernel, documents } = this.parts
    const target = targetOf(reaction)
    await this.persist(async () => {
      const known = await documents.checkpoint(target)
      const after = known?.log === log ? known.position : 0
      for await (const batch of kernel.log.follow({ after, types: Object.keys(reaction.on), limit: pageSize, signal: this.signal })) {
        await react(reaction, batch, (asked, asker) => execute(kernel, asked, asker), kernel.world)
        await documents.save(target, [], { log, position: batch.position })
        this.standing.delete(target.name)
      }
    }, target.name)
  }

  /** A fault holds only this one, in order, and is tried again from its checkpoint; the others go on. */
  private async persist(run: () => Promise<void>, name: string): Promise<void> {
    for (let wait = 200; !this.signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      try {
        await run()
      } catch (error) {
        this.standsStill(name, error)
        await pause(this.parts.kernel.world.timers, wait, this.signal)
      }
    }
  }

  private standsStill(name: string, error: unknown): void {
    this.standing.add(name)
    this.parts.journal.warn(`${name} stands still and tries again`)
    this.parts.journal.defect(error)
  }
}
