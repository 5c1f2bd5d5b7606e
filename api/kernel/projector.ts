import { execute, type Kernel } from '@qinqing/domain/kernel/execute'
import type { AnyReaction } from '@qinqing/domain/kernel/reaction'
import type { Batch } from '@qinqing/domain/kernel/event-store'
import type { DocumentStore, SearchStore, Stored } from '@qinqing/projections/kernel/document-store'
import type { Progress } from '@qinqing/projections/kernel/progress'
import type { Projected } from '@qinqing/projections/kernel/projected'
import type { AnyProjection, Target } from '@qinqing/projections/kernel/projection'
import { react } from '@qinqing/projections/kernel/react'
import { project } from '@qinqing/projections/kernel/runner'
import type { Journal } from './journal.ts'

interface Parts {
  kernel: Kernel
  documents: DocumentStore
  search: SearchStore
  projections: readonly AnyProjection[]
  reactions: readonly AnyReaction[]
  progress: Progress
  journal: Journal
}

/** Where a reaction has come to is kept like a projection's checkpoint. */
const targetOf = ({ name }: AnyReaction): Target => ({ name: `reaction-${name}`, version: 1, indexed: [], searched: [] })

const pageSize = 500

/** Follows the log: folds each batch into documents and search, announces what changed, and runs the reactions. */
export class Projector {
  private readonly parts: Parts
  private readonly listeners = new Set<(projected: Projected) => void>()
  private readonly stopping = new AbortController()
  private done: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.parts = parts
  }

  /** Calls back after each change of documents until the returned function is called. */
  listen(listener: (projected: Projected) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Brings every document up to the head of the log, then goes on live in the background. */
  async start(): Promise<void> {
    const { kernel, projections, reactions } = this.parts
    const log = await kernel.log.identity()
    await Promise.all(projections.map(projection => this.catchUp(projection, log).catch((error: unknown) => this.standsStill(projection.name, error))))
    this.done = Promise.all([
      ...projections.map(projection => this.live(projection, log)),
      ...reactions.map(reaction => this.reacting(reaction, log)),
    ])
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.done
  }

  /** Documents of another history are of no use; a search that is behind its documents is fed from them. */
  private async prepare(projection: AnyProjection, log: string): Promise<void> {
    const { documents, search, kernel } = this.parts
    const known = await documents.checkpoint(projection)
    if (known && (known.log !== log || known.position > await kernel.log.head())) {
      await documents.drop(projection)
      await search.drop(projection)
    }
    if (!projection.searched.length) return
    const kept = await documents.checkpoint(projection)
    const found = await search.checkpoint(projection)
    if (!kept || (found?.log === kept.log && found.position >= kept.position)) return
    if (found && found.log !== kept.log) await search.drop(projection)
    const after = found?.log === kept.log ? found.position : 0
    let missed: Stored[] = []
    for await (const stored of documents.all(projection)) {
      if (stored.position > after) missed.push(stored)
      if (missed.length === pageSize) {
        await search.save(projection, missed, { log, position: after })
        missed = []
      }
    }
    await search.save(projection, missed, kept)
  }

  private async catchUp(projection: AnyProjection, log: string): Promise<void> {
    const { kernel, documents } = this.parts
    await this.prepare(projection, log)
    const types = Object.keys(projection.evolve)
    const head = await kernel.log.head()
    let after = (await documents.checkpoint(projection))?.position ?? 0
    this.parts.progress.advance({ projection: projection.name, position: after, log })
    while (after < head && !this.stopping.signal.aborted) {
      const batch = await kernel.log.page({ after, types, limit: pageSize })
      await this.apply(projection, batch, log)
      after = batch.position
    }
  }

  private async live(projection: AnyProjection, log: string): Promise<void> {
    const types = Object.keys(projection.evolve)
    await this.persist(async () => {
      // After a fault between documents and search, the search is fed what it missed before anything new.
      await this.prepare(projection, log)
      const after = (await this.parts.documents.checkpoint(projection))?.position ?? 0
      for await (const batch of this.parts.kernel.log.follow({ after, types, limit: pageSize, signal: this.stopping.signal })) {
        await this.apply(projection, batch, log)
      }
    }, projection.name)
  }

  private async apply(projection: AnyProjection, batch: Batch, log: string): Promise<void> {
    const { documents, search, progress } = this.parts
    const projected = await project(projection, batch, log, documents)
    if (projection.searched.length) await search.save(projection, projected.changes, { log, position: batch.position })
    progress.advance(projected)
    for (const listener of this.listeners) listener(projected)
  }

  private async reacting(reaction: AnyReaction, log: string): Promise<void> {
    const { kernel, documents } = this.parts
    const target = targetOf(reaction)
    await this.persist(async () => {
      const known = await documents.checkpoint(target)
      const after = known?.log === log ? known.position : 0
      for await (const batch of kernel.log.follow({ after, types: Object.keys(reaction.on), limit: pageSize, signal: this.stopping.signal })) {
        await react(reaction, batch, (asked, asker) => execute(kernel, asked, asker), kernel.world)
        await documents.save(target, [], { log, position: batch.position })
      }
    }, target.name)
  }

  /** A fault holds only this one, in order, and is tried again from its checkpoint; the others go on. */
  private async persist(run: () => Promise<void>, name: string): Promise<void> {
    for (let wait = 200; !this.stopping.signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      try {
        await run()
      } catch (error) {
        this.standsStill(name, error)
        await this.pause(wait)
      }
    }
  }

  private standsStill(name: string, error: unknown): void {
    this.parts.journal.warn(`${name} stands still and tries again`)
    this.parts.journal.defect(error)
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.parts.kernel.world.timers.after(milliseconds, resolve)
      this.stopping.signal.addEventListener('abort', () => {
        cancel()
        resolve()
      }, { once: true })
    })
  }
}
