import { type Beat, type Row } from './contract.ts'
import { bytesOf, Written, writtenFrame } from './encoding.ts'
import type { Bounds } from './settings.ts'

/** What has changed in a topic since somebody was last told. */
export interface Delta {
  position: number
  rows: readonly Row[]
  total?: number | undefined
  ids?: readonly string[] | undefined
  anew?: boolean | undefined
}

interface Pending {
  position: number
  rows: Map<string, Row>
  total: number | undefined
  ids: readonly string[] | undefined
  anew: boolean | undefined
}

interface Flight {
  bytes: number
  since: number
}

type Send = (frames: Written, beat: Beat, received: () => void) => void

/**
 * What one socket has yet to hear: of several changes of one row the last, and no more under way than the client keeps up with.
 * What waits behind a client that does not is bounded too; beyond that it is too slow.
 */
export class Outbox {
  private readonly pending = new Map<string, Pending>()
  private readonly flights = new Set<Flight>()
  private pendingBytes = 0
  private flyingBytes = 0
  private answeredBytes = 0
  private readonly bounds: Bounds
  private readonly send: Send

  constructor(bounds: Bounds, send: Send) {
    this.bounds = bounds
    this.send = send
  }

  get empty(): boolean {
    return !this.pending.size && !this.answeredBytes
  }

  get bytes(): number {
    return this.pendingBytes + this.flyingBytes + this.answeredBytes
  }

  /** Whether more waits than a client that keeps up would leave waiting. */
  get overfull(): boolean {
    return !this.roomy && this.pendingBytes > this.bounds.backlogBytes
  }

  /** For how long the client has left something unacknowledged. */
  silence(now: number): number {
    const [oldest] = this.flights
    return oldest ? now - oldest.since : 0
  }

  put(topic: string, { position, rows, total, ids, anew }: Delta): void {
    const pending: Pending = this.pending.get(topic) ?? { position, rows: new Map(), total: undefined, ids: undefined, anew: undefined }
    for (const row of rows) {
      const earlier = pending.rows.get(row.id)
      this.pendingBytes += bytesOf(row) - (earlier ? bytesOf(earlier) : 0)
      pending.rows.set(row.id, row)
    }
    pending.position = Math.max(pending.position, position)
    pending.total = total ?? pending.total
    pending.ids = ids ?? pending.ids
    pending.anew ||= anew
    this.pending.set(topic, pending)
  }

  /** Takes back what was not yet sent of a topic. */
  drop(topic: string): readonly Row[] {
    const rows = [...this.pending.get(topic)?.rows.values() ?? []]
    for (const row of rows) this.pendingBytes -= bytesOf(row)
    this.pending.delete(topic)
    return rows
  }

  /** Counts what was sent as an answer; the next push shows whether it has arrived. */
  answered(bytes: number): void {
    this.answeredBytes += bytes
  }

  /** Sends what there is if the client keeps up; answers whether nothing is left. */
  flush(now: number, beat: () => Beat): boolean {
    if (this.empty) return true
    if (!this.roomy) return false
    const frames = [...this.pending].map(([topic, pending]) => writtenFrame({ topic, ...pending, rows: pending.rows.values() }))
    const written = new Written(`[${frames.join(',')}]`)
    const flight: Flight = { bytes: Buffer.byteLength(written.text) + this.answeredBytes, since: now }
    this.pending.clear()
    this.pendingBytes = this.answeredBytes = 0
    this.flights.add(flight)
    this.flyingBytes += flight.bytes
    this.send(written, beat(), () => this.received(flight))
    return true
  }

  /** Whether the client takes in what is under way, so that it may be answered more. */
  get accepting(): boolean {
    return this.roomy && this.answeredBytes <= this.bounds.backlogBytes
  }

  private get roomy(): boolean {
    return this.flights.size < this.bounds.inFlight && this.flyingBytes < this.bounds.backlogBytes
  }

  private received(flight: Flight): void {
    if (this.flights.delete(flight)) this.flyingBytes -= flight.bytes
  }
}
