import { canonical } from '@qinqing/domain/kernel/canonical'
import type { Kernel } from '@qinqing/domain/kernel/execute'
import { type DocumentStore, first, type Place, type SearchStore, type Stored } from '@qinqing/projections/kernel/document-store'
import { inOrder } from '@qinqing/projections/kernel/predicate'
import { Projected } from '@qinqing/projections/kernel/projected'
import type { AnyProjection } from '@qinqing/projections/kernel/projection'
import type { Reader } from '@qinqing/projections/kernel/reader'
import { differing, Refolded, rowKey } from '@qinqing/projections/kernel/refolded'
import type { Journal } from './journal.ts'
import type { Lane } from './lane.ts'
import { type Pace, pause, pausing } from './pace.ts'
import type { Projector } from './projector.ts'

/** A document, or what the search holds of it, that was not as the log says. */
export interface Fault {
  projection: string
  place: 'documents' | 'search'
  tenant: string
  id: string
  kind: 'changed' | 'missing' | 'extra'
  /** Dotted paths of what differed. */
  fields: string[]
}

interface Parts {
  kernel: Pick<Kernel, 'log' | 'world'>
  documents: DocumentStore
  search: SearchStore
  reader: Pick<Reader, 'editions'>
  projector: Pick<Projector, 'lanes' | 'signal' | 'announce'>
  journal: Pick<Journal, 'warn' | 'defect'>
}

/** So many documents are compared at once: memory stays flat however many there are. */
const sliceSize = 8_000
const pageSize = 500
/** Rows whose filing is checked in one go. */
const chunk = 200
const restMs = 10_000

/** A tenth of a thread, and where that would take longer than a round may, up to three tenths. */
const gentle: Pace = { share: 0.1, leastMs: 5 }
const most = { share: 0.3, roundMs: 40_000 }

interface Seen {
  position: number
  print: string
}

/** What one look at a range of rows found. */
interface Slice {
  kept: Map<string, Seen>
  entries: Map<string, Seen>
  suspects: Set<string>
  /** The last row of the range; null when there is none behind it. */
  to: Place | null
}

const isBehind = (place: Place, [tenant, id]: Place): boolean => (inOrder(tenant, place[0]) || inOrder(id, place[1])) > 0

/**
 * Compares all the time, slowly, what is kept with a fold of the log, a range of documents after the other; what differs is made right and told.
 * "Caught up with a hole" is the fault that no lag shows.
 */
export class Reconciler {
  faults = 0
  /** The last time that everything was compared; null as long as it never was. */
  round: { at: string; ms: number; documents: number } | null = null
  private readonly parts: Parts
  private pace: Pace
  private readonly listeners = new Set<(fault: Fault) => void>()
  private running: Promise<void> = Promise.resolve()
  private compared = 0

  constructor(parts: Parts, pace = gentle) {
    this.parts = parts
    this.pace = pace
  }

  /** Calls back with each fault, after it was made right. */
  listen(listener: (fault: Fault) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Goes on until the server ends. */
  start(): void {
    this.running = this.go()
  }

  stopped(): Promise<void> {
    return this.running
  }

  /** Compares everything once. */
  async compareAll(): Promise<Fault[]> {
    const { clock } = this.parts.kernel.world
    const began = performance.now()
    this.compared = 0
    const found: Fault[] = []
    for (const lane of this.parts.projector.lanes.values()) {
      // One that cannot be compared holds up no other.
      found.push(...await this.compareLane(lane).catch((error: unknown) => {
        if (!this.signal.aborted) this.parts.journal.defect(error)
        return []
      }))
    }
    const ms = Math.round(performance.now() - began)
    const needed = ms * this.pace.share / most.roundMs
    this.pace = { ...this.pace, share: Math.min(most.share, Math.max(gentle.share, needed)) }
    if (!this.signal.aborted) this.round = { at: clock.now(), ms, documents: this.compared }
    return found
  }

  private get signal(): AbortSignal {
    return this.parts.projector.signal
  }

  private async go(): Promise<void> {
    const { timers } = this.parts.kernel.world
    while (!this.signal.aborted) {
      await this.compareAll()
      await pause(timers, restMs, this.signal)
    }
  }

  private async compareLane(lane: Lane): Promise<Fault[]> {
    const found: Fault[] = await this.setBack(lane)
    for (let behind: Place | null = first; behind && !this.signal.aborted;) {
      const { faults, to }: { faults: Fault[]; to: Place | null } = await this.compare(lane, behind)
      found.push(...faults)
      behind = to
    }
    return found
  }

  /** Documents that say that they are further than the log would answer for what has not happened, and miss what will: they are made anew. */
  private async setBack(lane: Lane): Promise<Fault[]> {
    const { kernel, documents, search, projector } = this.parts
    const stores = lane.current.searched.length ? { documents, search } : { documents }
    const positions = await Promise.all(Object.values(stores).map(async store => (await store.checkpoint(lane.current))?.position ?? 0))
    const head = await kernel.log.head()
    const found = (['documents', 'search'] as const).filter((_, n) => (positions[n] ?? 0) > head)
      .map((place): Fault => ({ projection: lane.name, place, tenant: '', id: '*', kind: 'changed', fields: ['checkpoint'] }))
    if (found.length) await lane.rebuild(projector.signal, () => undefined)
    for (const fault of found) this.tell(fault)
    return found
  }

  private async compare(lane: Lane, behind: Place): Promise<{ faults: Fault[]; to: Place | null }> {
    const { kernel, reader } = this.parts
    // Within one edition, which stays as long as it is looked at.
    const slice = await reader.editions.reading(lane.current, async edition => this.look(edition, behind))
    this.compared += slice.kept.size
    if (!slice.suspects.size || this.signal.aborted) return { faults: [], to: slice.to }
    const log = await kernel.log.identity()
    const { faults, position } = await this.settle(lane, slice.suspects)
    if (faults.length) this.parts.projector.announce(new Projected(lane.name, [], position, log, faults.map(({ id }) => id)))
    for (const fault of faults) this.tell(fault)
    return { faults, to: slice.to }
  }

  /** Everything in a range that is not as the log says, or has changed just now. */
  private async look(edition: AnyProjection, behind: Place): Promise<Slice> {
    const { documents, search, kernel } = this.parts
    const rest = pausing(kernel.world.timers, this.pace, this.signal)
    const until = await this.reached(edition)
    const slice = await this.read(edition, behind, rest)
    const within = ({ 0: tenant, 1: id }: Place) => isBehind(behind, [tenant, id]) && (slice.to === null || !isBehind(slice.to, [tenant, id]))
    const refolded = new Refolded(edition, (tenant, id) => within([tenant, id]))
    await this.follow(refolded, edition, 0, until, rest)
    const head = (await documents.checkpoint(edition))?.position ?? 0
    // What has changed since is compared the next time.
    const differs = (seen: Seen | undefined, print: string) => seen === undefined || (seen.position > until ? seen.position > head : seen.print !== print)
    for (const [key, stored] of refolded.rows) {
      if (differs(slice.kept.get(key), this.print(stored))) slice.suspects.add(key)
      if (edition.searched.length && differs(slice.entries.get(key), this.print(search.entryOf(edition, stored)))) slice.suspects.add(key)
    }
    for (const seen of [slice.kept, slice.entries]) {
      for (const [key, { position }] of seen) if (!refolded.rows.has(key) && (position <= until || position > head)) slice.suspects.add(key)
    }
    return slice
  }

  private async read(edition: AnyProjection, behind: Place, rest: (ms: number) => Promise<void>): Promise<Slice> {
    const { documents, search } = this.parts
    const slice: Slice = { kept: new Map(), entries: new Map(), suspects: new Set(), to: null }
    let last = behind
    let steps = 0
    let began = performance.now()
    const turn = async () => {
      if (++steps % chunk) return
      await rest(performance.now() - began)
      began = performance.now()
    }
    const marks: Place[] = [behind]
    for await (const stored of documents.all(edition, behind)) {
      if (this.signal.aborted) return slice
      if (slice.kept.size === sliceSize) {
        slice.to = last
        break
      }
      last = [stored.tenant, stored.id]
      slice.kept.set(rowKey(stored.tenant, stored.id), { position: stored.position, print: this.print(stored) })
      if (slice.kept.size % chunk === 0) marks.push(last)
      await turn()
    }
    for (const mark of marks) {
      for (const { tenant, id } of await documents.misfiled(edition, mark, chunk)) slice.suspects.add(rowKey(tenant, id))
      steps = chunk - 1
      await turn()
    }
    if (!edition.searched.length) return slice
    for await (const entry of search.entries(edition, behind)) {
      if (this.signal.aborted || (slice.to && isBehind(slice.to, [entry.tenant, entry.id]))) break
      slice.entries.set(rowKey(entry.tenant, entry.id), { position: entry.position, print: this.print(entry) })
      await turn()
    }
    return slice
  }

  /** Looks again at what seemed wrong, while nothing is written, and makes right what is. */
  private async settle(lane: Lane, suspects: ReadonlySet<string>): Promise<{ faults: Fault[]; position: number }> {
    const edition = lane.current
    const refolded = new Refolded(edition, (tenant, id) => suspects.has(rowKey(tenant, id)))
    const before = await this.reached(edition)
    await this.follow(refolded, edition, 0, before, pausing(this.parts.kernel.world.timers, this.pace, this.signal))
    return await lane.inTurn(async () => {
      const position = await this.reached(lane.current)
      await this.follow(refolded, edition, before, position, async () => undefined)
      const faults: Fault[] = []
      for (const key of suspects) {
        const [tenant, id] = JSON.parse(key) as Place
        faults.push(...await this.settleOne(lane, tenant, id, refolded.rows.get(key) ?? null))
      }
      if (faults.length) await this.parts.reader.editions.restamp(this.parts.documents, lane.name)
      return { faults, position }
    })
  }

  private async settleOne({ name, current }: Lane, tenant: string, id: string, should: Stored | null): Promise<Fault[]> {
    const { documents, search } = this.parts
    const faults: Fault[] = []
    const fault = (place: Fault['place'], is: unknown, fields: string[]) =>
      faults.push({ projection: name, place, tenant, id, kind: is === null ? 'missing' : should ? 'changed' : 'extra', fields: should && is !== null ? fields : [] })
    const is = await documents.peek(current, tenant, id)
    const misfiled = is?.fields ?? []
    if (canonical(is?.stored ?? null) !== canonical(should) || misfiled.length) {
      const fields = differing(is?.stored.document, should?.document)
      fault('documents', is, fields.length ? fields : misfiled.length ? misfiled : ['position'])
      await documents.mend(current, tenant, id, should)
    }
    if (!current.searched.length) return faults
    const entry = await search.entry(current, tenant, id)
    const wanted = should && search.entryOf(current, should)
    if (canonical(entry) === canonical(wanted)) return faults
    const indexed = current.indexed.filter(path => entry?.fields[path] !== wanted?.fields[path])
    fault('search', entry, entry?.words === wanted?.words ? indexed : [...current.searched, ...indexed])
    await search.mend(current, tenant, id, should)
    return faults
  }

  /** Up to where documents and search have both come. */
  private async reached(edition: AnyProjection): Promise<number> {
    const { documents, search, kernel } = this.parts
    const checkpoint = (await documents.checkpoint(edition))?.position ?? 0
    const kept = Math.min(checkpoint, await kernel.log.head())
    return edition.searched.length ? Math.min(kept, (await search.checkpoint(edition))?.position ?? 0) : kept
  }

  private async follow(refolded: Refolded, { evolve }: AnyProjection, after: number, until: number, rest: (ms: number) => Promise<void>): Promise<void> {
    const types = Object.keys(evolve)
    while (after < until && !this.signal.aborted) {
      const began = performance.now()
      const { events, position } = await this.parts.kernel.log.page({ after, types, limit: pageSize })
      refolded.take(events.filter(event => event.position <= until))
      after = position
      await rest(performance.now() - began)
    }
  }

  private print(one: object): string {
    return this.parts.kernel.world.digest(canonical(one))
  }

  private tell(fault: Fault): void {
    this.faults++
    const { projection, place, kind, fields } = fault
    this.parts.journal.warn(`${place} ${projection}: one ${kind}${fields.length ? ` (${fields.join(', ')})` : ''}, made right from the log`)
    for (const listener of this.listeners) listener(fault)
  }
}
