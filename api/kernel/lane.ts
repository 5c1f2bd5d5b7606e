import type { Batch } from '@qinqing/domain/kernel/event-store'
import type { Kernel } from '@qinqing/domain/kernel/execute'
import { canonical } from '@qinqing/domain/kernel/canonical'
import { type DocumentStore, type SearchStore, type Stored } from '@qinqing/projections/kernel/document-store'
import type { Editions } from '@qinqing/projections/kernel/editions'
import { inOrder } from '@qinqing/projections/kernel/predicate'
import type { Progress } from '@qinqing/projections/kernel/progress'
import { Projected } from '@qinqing/projections/kernel/projected'
import type { AnyProjection } from '@qinqing/projections/kernel/projection'
import { project } from '@qinqing/projections/kernel/runner'
import { type Pace, pausing } from './pace.ts'

export interface LaneParts {
  kernel: Pick<Kernel, 'log' | 'world'>
  documents: DocumentStore
  search: SearchStore
  editions: Editions
  progress: Progress
  announce: (projected: Projected) => void
}

/** What building anew came to. */
export interface Rebuilt {
  position: number
  /** Documents that were kept otherwise before. */
  differing: number
}

/** Whoever asked for it does not want it any more, or the server ends. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

type Tell = (done: number, of: number) => void

const pageSize = 500

/** A building in the background takes no more than two thirds of a thread. */
const pace: Pace = { share: 2 / 3, leastMs: 1 }

/** The most documents that live pages are told of one by one. */
const mostTold = 10_000

/** One projection on its way along the log: caught up, kept up, and built anew beside itself. */
export class Lane {
  readonly name: string
  private readonly projection: AnyProjection
  private readonly parts: LaneParts
  private turn: Promise<unknown> = Promise.resolve()
  private rebuilt: Promise<unknown> = Promise.resolve()
  /** The edition that is being built beside the one that is read. */
  private building: AnyProjection | null = null

  constructor(projection: AnyProjection, parts: LaneParts) {
    this.name = projection.name
    this.projection = projection
    this.parts = parts
  }

  /** The edition that is read and kept up now. */
  get current(): AnyProjection {
    return this.parts.editions.of(this.projection)
  }

  /** One after the other: nothing is written to the documents meanwhile. */
  inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const done = this.turn.then(act)
    this.turn = done.catch(() => undefined)
    return done
  }

  /** Comes up to the head. What is built here for the first time, of a new version too, is read from then on, and earlier ones are thrown away. */
  async catchUp(log: string, signal: AbortSignal, tell: Tell = () => undefined): Promise<void> {
    const { documents, kernel, progress } = this.parts
    await this.inTurn(() => this.prepare(log))
    const head = await kernel.log.head()
    let after = (await documents.checkpoint(this.current))?.position ?? 0
    progress.advance({ projection: this.name, position: after, log })
    while (after < head && !signal.aborted) {
      after = await this.inTurn(() => this.step(log, after))
      tell(after, head)
    }
    if (signal.aborted) return
    if (!this.parts.editions.isComplete(this.name)) await documents.serve(this.current, kernel.world.clock.now())
    await this.parts.editions.restamp(documents, this.name)
    this.parts.editions.complete(this.name)
    await this.dropOthers()
  }

  /** Goes on with what happens, until the signal is raised. Throws what goes wrong, to be called again. */
  async live(log: string, signal: AbortSignal): Promise<void> {
    const { editions } = this.parts
    // After a fault between documents and search, the search is fed what it missed before anything new.
    if (editions.isComplete(this.name)) await this.inTurn(() => this.prepare(log))
    if (!editions.isComplete(this.name)) await this.catchUp(log, signal)
    const after = (await this.parts.documents.checkpoint(this.current))?.position ?? 0
    for await (const batch of this.parts.kernel.log.follow({ after, types: this.types, limit: pageSize, signal })) {
      await this.inTurn(() => this.apply(batch, log))
    }
  }

  /**
   * Builds the documents and their search anew from the first event on, beside those that are read; these are kept up meanwhile. When the new ones
   * have come to the same position they are read instead, in one step. Asked for twice, it is done twice. Throws `Cancelled`.
   */
  rebuild(signal: AbortSignal, tell: Tell): Promise<Rebuilt> {
    const done = this.rebuilt.then(() => this.anew(signal, tell))
    this.rebuilt = done.catch(() => undefined)
    return done
  }

  private async anew(signal: AbortSignal, tell: Tell): Promise<Rebuilt> {
    const { documents, editions, kernel } = this.parts
    const rest = pausing(kernel.world.timers, pace, signal)
    const log = await kernel.log.identity()
    const before = this.current
    const known = await documents.editions(this.name)
    const next: AnyProjection = { ...this.projection, edition: 1 + Math.max(0, ...known.map(({ edition }) => edition)) }
    this.building = next
    try {
      let after = 0
      for (let until = await this.reached(before); after < until; until = await this.reached(before)) {
        if (signal.aborted) throw new Cancelled()
        const began = performance.now()
        after = await this.build(next, log, after, until)
        tell(after, until)
        await rest(performance.now() - began)
      }
      const { position, unread } = await this.inTurn(async () => {
        const until = await this.reached(before)
        while (after < until) after = await this.build(next, log, after, until)
        if (signal.aborted) throw new Cancelled()
        await documents.serve(next, kernel.world.clock.now())
        // Wrapped, since nobody may wait for the readers within the turn.
        const unread = [editions.swap(next)]
        await editions.restamp(documents, this.name)
        return { position: until, unread }
      })
      await Promise.all(unread)
      const differing = await this.differing(before, next, position)
      if (differing.length) this.parts.announce(new Projected(this.name, [], position, log, differing.slice(0, mostTold)))
      await this.dropOthers()
      return { position, differing: differing.length }
    } catch (error) {
      // What cannot be dropped now goes with the next one, and hides no reason.
      if (this.current !== next) await this.drop(next).catch(() => undefined)
      throw error
    } finally {
      this.building = null
    }
  }

  private get types(): string[] {
    return Object.keys(this.projection.evolve)
  }

  /** Never beyond the log, whatever the documents say. */
  private async reached(edition: AnyProjection): Promise<number> {
    const position = (await this.parts.documents.checkpoint(edition))?.position ?? 0
    return Math.min(position, await this.parts.kernel.log.head())
  }

  /** One page more of a building, but never beyond what is read now: whoever reads it later must hear of every change. */
  private async build(next: AnyProjection, log: string, after: number, until: number): Promise<number> {
    const { kernel, documents, search } = this.parts
    if (await this.reached(next) !== after) throw new Error(`${this.name}: somebody has laid hands on what was being built`)
    const page = await kernel.log.page({ after, types: this.types, limit: pageSize })
    const position = Math.min(page.position, until)
    const { changes } = await project(next, { events: page.events.filter(event => event.position <= position), position }, log, documents)
    if (next.searched.length) await search.save(next, changes, { log, position })
    return position
  }

  private async step(log: string, after: number): Promise<number> {
    const batch = await this.parts.kernel.log.page({ after, types: this.types, limit: pageSize })
    await this.apply(batch, log)
    return batch.position
  }

  private async apply(batch: Batch, log: string): Promise<void> {
    const { documents, search, progress, announce } = this.parts
    const { current } = this
    const projected = await project(current, batch, log, documents)
    if (current.searched.length) await search.save(current, projected.changes, { log, position: batch.position })
    progress.advance(projected)
    announce(projected)
  }

  /** Documents of another history are of no use; a search that is behind its documents is fed from them. */
  private async prepare(log: string): Promise<void> {
    const { documents, search, kernel } = this.parts
    const { current } = this
    const known = await documents.checkpoint(current)
    if (known && (known.log !== log || known.position > await kernel.log.head())) {
      this.parts.editions.begin(this.name)
      await this.drop(current)
    }
    if (!current.searched.length) return
    const kept = await documents.checkpoint(current)
    const found = await search.checkpoint(current)
    if (!kept || (found?.log === kept.log && found.position >= kept.position)) return
    if (found && found.log !== kept.log) await search.drop(current)
    const after = found?.log === kept.log ? found.position : 0
    let missed: Stored[] = []
    for await (const stored of documents.all(current)) {
      if (stored.position > after) missed.push(stored)
      if (missed.length === pageSize) {
        await search.save(current, missed, { log, position: after })
        missed = []
      }
    }
    await search.save(current, missed, kept)
  }

  /** The ids of documents that stand otherwise in the next edition, up to the position at which it took over. */
  private async differing(before: AnyProjection, next: AnyProjection, until: number): Promise<string[]> {
    const [old, made] = [before, next].map(one => this.parts.documents.all(one)[Symbol.asyncIterator]())
    const ids: string[] = []
    let [a, b] = [await old!.next(), await made!.next()]
    while (!a.done || !b.done) {
      const order = a.done ? 1 : b.done ? -1 : inOrder(a.value.tenant, b.value.tenant) || inOrder(a.value.id, b.value.id)
      const one = order <= 0 ? a.value as Stored : null
      const other = order >= 0 ? b.value as Stored : null
      const later = other !== null && other.position > until
      if (!later && canonical(one) !== canonical(other)) ids.push((one ?? other)!.id)
      if (order <= 0) a = await old!.next()
      if (order >= 0) b = await made!.next()
    }
    return ids
  }

  private async dropOthers(): Promise<void> {
    const { version, edition = 0 } = this.current
    for (const one of await this.parts.documents.editions(this.name)) {
      if (one.version === this.building?.version && one.edition === this.building.edition) continue
      if (one.version !== version || one.edition !== edition) await this.drop({ ...this.projection, ...one, indexed: [], searched: [] })
    }
  }

  private async drop(edition: AnyProjection): Promise<void> {
    await this.parts.documents.drop(edition)
    await this.parts.search.drop(edition)
  }
}
