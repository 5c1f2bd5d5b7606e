import { byCursor, cursorOf } from '@qinqing/projections/kernel/document-store'
import { type Frame, type Held, keyOf, type Opened, type Problem, type Row, type Topic } from './contract.ts'

/** `stale`: not connected, and as it was; `missing`: a document that is not there, or not for this person. */
export type Phase = 'loading' | 'live' | 'stale' | 'refused' | 'missing'

/** A topic as it is now. The same object as long as nothing is different. */
export interface Snapshot {
  phase: Phase
  /** In the order of the query, or of the view. */
  rows: readonly Row[]
  byId: ReadonlyMap<string, Row>
  total: number
  position: number
  /** The server's time at which this was last known to be so. */
  asOf: string | null
  problem?: Problem
}

const nothing: Snapshot = { phase: 'loading', rows: [], byId: new Map(), total: 0, position: 0, asOf: null }

/** What is shown before anything has come. */
export const loading = nothing

/** The rows of one topic in the browser: filled by an answer, kept up by frames; a row never goes back to an older position. */
export class LiveTopic {
  readonly topic: Topic
  readonly key: string
  readonly listeners = new Set<() => void>()
  snapshot: Snapshot = nothing
  /** Asked for in this connection, and not yet answered. */
  awaited = false
  private readonly rows = new Map<string, Row>()
  private order: readonly string[] = []
  private total = 0
  private position = 0
  private stamp = ''
  private filled = false
  /** Answered in this connection: what the server says of everything watched holds for this too. */
  private current = false

  constructor(topic: Topic) {
    this.topic = topic
    this.key = keyOf(topic)
  }

  held(log: string | null): Held | null {
    if (!this.filled || log === null) return null
    return { log, position: this.position, ids: this.topic.kind === 'view' ? [] : [...this.rows.keys()], stamp: this.stamp }
  }

  /** Takes the answer; says how many rows are different now, or null when rows are missing and everything is to be asked for. */
  opened({ continued, ids, rows, total, position, stamp }: Opened, at: string): number | null {
    const kept = new Set(ids)
    let changed = 0
    if (!continued) this.rows.clear()
    for (const id of this.rows.keys()) if (!kept.has(id) && this.rows.delete(id)) changed++
    for (const row of rows) if (this.put(row, stamp !== this.stamp)) changed++
    this.stamp = stamp
    this.order = ids
    this.total = total
    this.position = Math.max(continued ? this.position : 0, position)
    this.filled = this.current = this.topic.kind === 'count' || ids.every(id => this.rows.has(id))
    if (!this.filled) return null
    this.show(this.topic.kind === 'document' && !ids.length ? 'missing' : 'live', at)
    return changed
  }

  frame({ rows, total, ids, anew = false }: Frame, at: string): void {
    for (const row of rows) this.put(row, anew)
    this.total = total ?? this.total
    this.order = ids ?? this.order
    this.show(this.topic.kind === 'document' && !this.rows.size ? 'missing' : 'live', at)
  }

  /** Everything up to here has come. */
  told(position: number): void {
    if (this.current) this.position = Math.max(this.position, position)
  }

  /** The connection is gone: what is shown is as old as the server's last word. */
  lost(at: string | null): void {
    this.current = this.awaited = false
    if (this.snapshot.phase === 'live' || this.snapshot.phase === 'missing') this.show('stale', at)
  }

  refused(problem: Problem): void {
    this.forget()
    this.snapshot = { ...nothing, phase: 'refused', problem }
    this.notify()
  }

  /** What is held belongs to another history. */
  dropped(): void {
    this.forget()
    this.snapshot = nothing
    this.notify()
  }

  private forget(): void {
    this.rows.clear()
    this.order = []
    this.total = this.position = 0
    this.filled = this.current = false
  }

  /** `anew`: what was held may have been kept wrongly, and its position with it. */
  private put(row: Row, anew: boolean): boolean {
    const earlier = this.rows.get(row.id)
    if (!anew && earlier && earlier.position > row.position) return false
    if (row.document === null) return this.rows.delete(row.id)
    if (earlier && this.same(earlier, row)) return false
    this.rows.set(row.id, row)
    return true
  }

  /** Rows come again as they were, and who shows them need not draw them again; one that was repaired has its old position and says something else. */
  private same(earlier: Row, row: Row): boolean {
    return (this.topic.kind === 'view' || earlier.position === row.position) && JSON.stringify(earlier.document) === JSON.stringify(row.document)
  }

  private show(phase: Phase, asOf: string | null): void {
    const rows = this.sorted()
    this.snapshot = { phase, rows, byId: new Map(rows.map(row => [row.id, row])), total: this.total, position: this.position, asOf }
    this.notify()
  }

  private sorted(): Row[] {
    if (this.topic.kind === 'view') return this.order.flatMap(id => this.rows.get(id) ?? [])
    if (this.topic.kind !== 'query') return [...this.rows.values()]
    const { sort } = this.topic
    const order = byCursor(sort)
    return [...this.rows.values()].map(row => ({ row, cursor: cursorOf(sort, row) })).sort((a, b) => order(a.cursor, b.cursor)).map(({ row }) => row)
  }

  private notify(): void {
    for (const listener of this.listeners) listener()
  }
}
