import { randomUUID } from 'node:crypto'
import { type Appended, type Batch, type Check, EventStore, type Interest, type Write } from '../kernel/event-store.ts'
import type { Recorded } from '../kernel/message.ts'
import { Conflict } from '../kernel/refusal.ts'
import { admit, answer } from './admission.ts'
import { News } from './news.ts'
import { bounded, refuseMalformed } from './shape.ts'

/** An event as text, so that nobody who wrote or read it can change what is kept. */
interface Kept {
  id: string
  type: string
  json: string
  position: number
}

/** A log that lasts as long as the process: for specs and trials. */
export class MemoryEventStore extends EventStore {
  readonly #identity = randomUUID()
  readonly #log: Kept[] = []
  readonly #streams = new Map<string, Kept[]>()
  readonly #ids = new Set<string>()
  #news = new News()

  async identity(): Promise<string> {
    return this.#identity
  }

  async read(stream: string, from = 0): Promise<Recorded[]> {
    return (this.#streams.get(stream) ?? []).slice(Math.max(0, from)).map(recorded)
  }

  async append(writes: readonly Write[], checks: readonly Check[] = []): Promise<Appended> {
    refuseMalformed(writes, checks)
    const texts = writes.map(({ events }) => events.map(event => bounded(JSON.stringify(event))))
    const wanted = writes.map(({ stream, expected, events }) => ({ stream, expected, ids: events.map(({ id }) => id) }))
    const verdict = admit(wanted, checks, {
      head: stream => this.#of(stream).length - 1,
      id: (stream, revision) => this.#of(stream)[revision]?.id,
      has: (stream, id) => this.#ids.has(`${id} ${stream}`),
    })
    if (typeof verdict === 'object') throw new Conflict(verdict.stream, verdict.current)
    if (verdict === 'write') writes.forEach((write, n) => this.#keep(write, texts[n]!))
    if (verdict === 'write') this.#news.announce()
    const last = writes.at(-1)!
    return answer(writes, this.#of(last.stream)[last.expected + last.events.length]!.position)
  }

  async page({ after, types, limit = 500 }: Interest): Promise<Batch> {
    const head = this.#log.length
    const most = Math.max(1, limit)
    const wanted = this.#log.slice(Math.max(0, after)).filter(({ type }) => !types || types.includes(type)).slice(0, most)
    return { events: wanted.map(recorded), position: wanted.length === most ? wanted.at(-1)!.position : Math.max(head, after) }
  }

  follow(interest: Interest): AsyncIterable<Batch> {
    return this.#news.follow(one => this.page(one), interest)
  }

  async head(): Promise<number> {
    return this.#log.length
  }

  async close(): Promise<void> {
    this.#news.end()
    this.#news = new News()
  }

  #of(stream: string): Kept[] {
    return this.#streams.get(stream) ?? []
  }

  #keep({ stream, events }: Write, texts: readonly string[]): void {
    const kept = this.#of(stream)
    this.#streams.set(stream, kept)
    events.forEach(({ id, type }, n) => {
      const position = this.#log.length + 1
      const place = JSON.stringify({ stream, revision: kept.length, position })
      const event = { id, type, position, json: `${texts[n]!.slice(0, -1)},${place.slice(1)}` }
      this.#ids.add(`${id} ${stream}`)
      kept.push(event)
      this.#log.push(event)
    })
  }
}

const recorded = ({ json }: Kept): Recorded => JSON.parse(json) as Recorded
