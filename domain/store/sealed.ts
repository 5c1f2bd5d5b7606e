import { type Appended, type Batch, type Check, EventStore, type Interest, type Write } from '../kernel/event-store.ts'
import type { Pending, Recorded } from '../kernel/message.ts'
import type { PersonalOf } from '../kernel/personal.ts'
import { Conflict } from '../kernel/refusal.ts'
import { partsOf } from '../kernel/stream.ts'
import { blinded, blindingKey, isTelling } from './blind.ts'
import type { Keyring } from './keyring.ts'
import { isSealed, seal, type Sealed, unseal } from './seal.ts'
import { refuseMalformed } from './shape.ts'

/** What stands where a name stood whose key has been erased. */
export const erasedName = '〔已抹去〕'

type Fields = Record<string, unknown>

const isFields = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data)

const placeOf = (id: string, field: string) => `${id}/${field}`

/** A log whose personal data is sealed before it is written and opened when it is read. Whoever follows it sees claims by blinded names. */
export class SealedEventStore extends EventStore {
  readonly #inner: EventStore
  readonly #keys: Keyring
  readonly #personalOf: PersonalOf

  constructor(inner: EventStore, keys: Keyring, personalOf: PersonalOf) {
    super()
    this.#inner = inner
    this.#keys = keys
    this.#personalOf = personalOf
  }

  identity(): Promise<string> {
    return this.#inner.identity()
  }

  async read(stream: string, from?: number): Promise<Recorded[]> {
    if (isTelling(stream) && !this.#keys.of(blindingKey)) return []
    return (await this.#inner.read(this.#nameOf(stream), from)).map(event => ({ ...this.#open(event), stream }))
  }

  async append(writes: readonly Write[], checks: readonly Check[] = []): Promise<Appended> {
    // The inner log would not see half a character in what is sealed.
    refuseMalformed(writes, checks)
    const subjects = writes.flatMap(({ stream, events }) => events.flatMap(event => this.#subjectsOf(stream, event)))
    if ([...writes, ...checks].some(({ stream }) => isTelling(stream))) subjects.push(blindingKey)
    const keyless = [...new Set(subjects)].filter(subject => !this.#keys.of(subject))
    if (!keyless.length) return await this.#appendSealed(writes, checks)
    // While the keys are written, nobody may change what was given.
    const given = structuredClone(writes)
    await this.#keys.make(keyless)
    return await this.#appendSealed(given, checks)
  }

  async page(interest: Interest): Promise<Batch> {
    return this.#openAll(await this.#inner.page(interest))
  }

  async *follow(interest: Interest): AsyncGenerator<Batch> {
    for await (const batch of this.#inner.follow(interest)) yield this.#openAll(batch)
  }

  head(): Promise<number> {
    return this.#inner.head()
  }

  /** Closes the log and then the keyring, which nobody needs any more. */
  async close(): Promise<void> {
    await this.#inner.close()
    await this.#keys.close()
  }

  /** The fields of an event that hold something personal, and whose it is. */
  #found(stream: string, { type, data, actor }: Pending): { field: string; subject: string }[] {
    if (!isFields(data)) return []
    return this.#personalOf(type).flatMap(({ field, subject }) => {
      if (!Object.hasOwn(data, field) || data[field] === null || data[field] === undefined) return []
      const whose = subject === 'id' ? partsOf(stream).id : subject === 'actor' ? actor : data[subject]
      if (typeof whose !== 'string' || !whose) throw new TypeError(`${type}.${field} is personal, but ${subject} does not say whose`)
      return [{ field, subject: whose }]
    })
  }

  #subjectsOf(stream: string, event: Pending): string[] {
    return [event.actor, ...this.#found(stream, event).map(({ subject }) => subject)]
  }

  #nameOf(stream: string): string {
    return blinded(stream, this.#keys.of(blindingKey))
  }

  /** Asks the inner log, and answers in the names that were given. */
  async #appendSealed(writes: readonly Write[], checks: readonly Check[]): Promise<Appended> {
    const given = new Map([...writes, ...checks].map(({ stream }) => [this.#nameOf(stream), stream]))
    const named = checks.map(({ stream, expected }) => ({ stream: this.#nameOf(stream), expected }))
    const sealed = writes.map(({ stream, expected, events }) =>
      ({ stream: this.#nameOf(stream), expected, events: events.map(event => this.#seal(stream, event)) }))
    try {
      const { position, revisions } = await this.#inner.append(sealed, named)
      return { position, revisions: Object.fromEntries(Object.entries(revisions).map(([name, revision]) => [given.get(name)!, revision])) }
    } catch (error) {
      throw error instanceof Conflict ? new Conflict(given.get(error.stream)!, error.current) : error
    }
  }

  #seal(stream: string, event: Pending): Pending {
    const sealed = (value: unknown, subject: string, field: string) =>
      seal(value, subject, this.#keys.of(subject), placeOf(event.id, field))
    const by = JSON.stringify(sealed(event.by, event.actor, 'by'))
    const found = this.#found(stream, event)
    if (!found.length) return { ...event, by }
    const data = event.data as Fields
    const covered = found.map(({ field, subject }) => [field, sealed(data[field], subject, `data.${field}`)])
    return { ...event, by, data: { ...data, ...Object.fromEntries(covered) } }
  }

  #openAll({ events, position }: Batch): Batch {
    return { events: events.map(event => this.#open(event)), position }
  }

  #open(event: Recorded): Recorded {
    const opened = (value: Sealed, field: string, erased: string | null) =>
      unseal(value, this.#keys.of(value.key), placeOf(event.id, field), erased)
    const by = String(opened(JSON.parse(event.by) as Sealed, 'by', erasedName))
    const { data } = event
    if (!isFields(data)) return { ...event, by }
    const fields = this.#personalOf(event.type).filter(({ field }) => Object.hasOwn(data, field) && isSealed(data[field]))
    if (!fields.length) return { ...event, by }
    const uncovered = fields.map(({ field }) => [field, opened(data[field] as Sealed, `data.${field}`, null)])
    return { ...event, by, data: { ...data, ...Object.fromEntries(uncovered) } }
  }
}
