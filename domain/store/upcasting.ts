import { type Appended, type Batch, type Check, EventStore, type Interest, type Write } from '../kernel/event-store.ts'
import type { Recorded } from '../kernel/message.ts'
import type { Upcast } from '../kernel/upcast.ts'

/** A log in which every event is read in the shape of today, whenever it was written; what is written stays as it is for good. */
export class UpcastingEventStore extends EventStore {
  readonly #inner: EventStore
  readonly #upcast: Upcast

  constructor(inner: EventStore, upcast: Upcast) {
    super()
    this.#inner = inner
    this.#upcast = upcast
  }

  identity(): Promise<string> {
    return this.#inner.identity()
  }

  async read(stream: string, from?: number): Promise<Recorded[]> {
    return (await this.#inner.read(stream, from)).map(this.#upcast)
  }

  append(writes: readonly Write[], checks?: readonly Check[]): Promise<Appended> {
    return this.#inner.append(writes, checks)
  }

  async page(interest: Interest): Promise<Batch> {
    return this.#batch(await this.#inner.page(interest))
  }

  async *follow(interest: Interest): AsyncGenerator<Batch> {
    for await (const batch of this.#inner.follow(interest)) yield this.#batch(batch)
  }

  head(): Promise<number> {
    return this.#inner.head()
  }

  close(): Promise<void> {
    return this.#inner.close()
  }

  #batch({ events, position }: Batch): Batch {
    return { events: events.map(this.#upcast), position }
  }
}
