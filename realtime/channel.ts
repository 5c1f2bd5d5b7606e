import type { Cursor } from '@qinqing/projections/kernel/document-store'
import type { Change } from '@qinqing/projections/kernel/projected'
import type { Row } from './contract.ts'
import type { Delta } from './outbox.ts'

/** What is remembered of a row: enough to tell whether it has changed and where it stands. */
export interface Known {
  position: number
  /** Where it stands in the sort of a query. */
  cursor?: Cursor
  /** A print of the content, where the position does not tell whether it has changed. */
  print?: string
}

/** What a topic shows now. */
export interface State {
  rows: Map<string, Known>
  total: number
  /** Up to here the store has answered: what happened before is in it. */
  base: number
}

/** What the store answers when it is asked for all of a topic. */
export interface Reading {
  position: number
  rows: readonly Row[]
  total: number
  /** Which state of the documents it is of; left out where rows are compared by what they say. */
  stamp?: string
}

/** All of a topic at one moment, for somebody who has just come. */
export interface Snapshot extends Reading {
  ids: readonly string[]
}

/** Somebody who watches a channel. */
export interface Subscriber {
  opened(snapshot: Snapshot): void
  put(delta: Delta): void
  failed(error: unknown): void
}

/**
 * One topic as everybody sees it who may see the same of it: kept up by changes, read from the store when somebody comes or when
 * a change alone does not say what the topic shows now. Documents pass through and are not kept.
 */
export abstract class Channel {
  readonly key: string
  /** The projections whose changes matter here. */
  readonly projections: readonly string[]
  private readonly subscribers = new Set<Subscriber>()
  private readonly newcomers = new Set<Subscriber>()
  private state: State | null = null
  /** From where on something is missing: what nobody has begun to read, and what is being read. */
  private missing = Infinity
  private underway = Infinity
  private reading = false
  private unread = false
  private heardMeanwhile: [Change, string][] = []
  /** Rows that were told wrongly: they are told again, whatever their positions say. */
  private mended = new Set<string>()

  constructor(key: string, projections: readonly string[]) {
    this.key = key
    this.projections = projections
  }

  get idle(): boolean {
    return !this.subscribers.size && !this.newcomers.size
  }

  /** Whether it waits to be read, and nobody is reading. */
  get due(): boolean {
    return !this.reading && (this.unread || this.newcomers.size > 0)
  }

  /** Up to where this is right, whatever else was announced. */
  get floor(): number {
    return Math.min(this.missing, this.underway)
  }

  get watchers(): number {
    return this.subscribers.size + this.newcomers.size
  }

  /** What watchers have been told that there is. */
  get known(): ReadonlyMap<string, Known> {
    return this.state?.rows ?? new Map()
  }

  join(newcomer: Subscriber): void {
    this.newcomers.add(newcomer)
  }

  leave(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber)
    this.newcomers.delete(subscriber)
  }

  /** Reads anew at the next occasion: this is right up to `floor` only, or may look different to the store without any change. */
  stale(floor = Infinity): void {
    this.unread = true
    this.missing = Math.min(this.missing, floor)
  }

  /** A document was kept wrongly and is right now, at the same position. */
  mend(id: string): void {
    this.mended.add(id)
    this.stale()
  }

  hear(change: Change, projection: string): void {
    if (this.reading) this.heardMeanwhile.push([change, projection])
    if (!this.state) return
    const delta = this.take(this.state, change, projection)
    if (delta) this.tell(delta)
  }

  /** Reads from the store, tells watchers the difference and newcomers everything. */
  async refresh(): Promise<void> {
    this.underway = this.missing
    this.missing = Infinity
    this.unread = false
    this.reading = true
    this.heardMeanwhile = []
    const { mended } = this
    this.mended = new Set()
    try {
      const reading = await this.read()
      this.underway = Infinity
      this.settle(reading, mended)
    } catch (error) {
      this.stale(this.underway)
      this.mended = new Set([...mended, ...this.mended])
      for (const newcomer of this.newcomers) newcomer.failed(error)
      this.newcomers.clear()
      throw error
    } finally {
      this.underway = Infinity
      this.reading = false
    }
  }

  protected abstract read(): Promise<Reading>

  /** Takes a change into the state as far as it can, and calls `stale` for what it cannot; answers what watchers should hear. */
  protected abstract take(state: State, change: Change, projection: string): Delta | null

  protected abstract knownOf(row: Row): Known

  /** Ids in the order in which they are shown. */
  protected abstract idsOf(state: State): string[]

  /** Whether watchers must be told the order, because no sort says it. */
  protected readonly tellsOrder: boolean = false

  private settle(reading: Reading, mended: ReadonlySet<string>): void {
    const rows = new Map(reading.rows.map(row => [row.id, row]))
    const next: State = { rows: new Map(reading.rows.map(row => [row.id, this.knownOf(row)])), total: reading.total, base: reading.position }
    // What was announced while the store was reading may or may not be in its answer.
    for (const [change, projection] of this.heardMeanwhile) {
      for (const row of this.take(next, change, projection)?.rows ?? []) rows.set(row.id, row)
    }
    const earlier = this.state
    this.state = next
    if (earlier) this.tell(this.difference(earlier, next, rows, mended))
    this.welcome(next, rows, reading.stamp ?? '')
  }

  private difference(earlier: State, next: State, rows: ReadonlyMap<string, Row>, mended: ReadonlySet<string>): Delta {
    const gone = [...earlier.rows].filter(([id]) => !next.rows.has(id)).map(([id, { position }]) => ({ id, position, document: null }))
    const changed: Row[] = []
    for (const [id, now] of next.rows) {
      const then = earlier.rows.get(id)
      if (then && !mended.has(id) && same(then, now)) next.rows.set(id, then)
      else changed.push(rows.get(id)!)
    }
    const ids = this.tellsOrder ? this.idsOf(next) : []
    const moved = this.tellsOrder && ids.join('\n') !== this.idsOf(earlier).join('\n')
    return {
      position: next.base,
      rows: [...gone, ...changed],
      total: next.total === earlier.total ? undefined : next.total,
      ids: moved ? ids : undefined,
      anew: mended.size ? true : undefined,
    }
  }

  private welcome(state: State, rows: ReadonlyMap<string, Row>, stamp: string): void {
    const ids = this.idsOf(state)
    const snapshot: Snapshot = { position: state.base, rows: ids.map(id => rows.get(id)!), ids, total: state.total, stamp }
    for (const newcomer of [...this.newcomers]) {
      this.newcomers.delete(newcomer)
      this.subscribers.add(newcomer)
      newcomer.opened(snapshot)
    }
  }

  private tell(delta: Delta): void {
    if (!delta.rows.length && delta.total === undefined && !delta.ids) return
    for (const subscriber of this.subscribers) subscriber.put(delta)
  }
}

/** An answer of the store that is older than what was announced does not take anything back. */
const same = (then: Known, now: Known) => (now.print === undefined ? now.position <= then.position : now.print === then.print)
