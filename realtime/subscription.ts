import { caughtUp } from './catching-up.ts'
import type { Channel, Snapshot, Subscriber } from './channel.ts'
import { type Held, keyOf, type Opened, type Problem, type Recorded, type Row } from './contract.ts'
import { type Written, writtenOpened } from './encoding.ts'
import type { Delta } from './outbox.ts'
import { problem } from './problem.ts'

/** What a subscription needs of the socket that it belongs to. */
interface Owner {
  /** Rights are being read anew: nothing may go out. */
  readonly silenced: boolean
  readonly log: string
  put(key: string, delta: Delta): void
  takeBack(key: string): readonly Row[]
  answered(subscription: Subscription, bytes: number): void
  close(subscription: Subscription, reason: Problem): void
  refuse(subscription: Subscription, error: unknown): void
  end(code: 'UNAVAILABLE'): void
}

/** One topic of one socket: first the answer to `watch`, then what changes; when rights change, what is different under the new ones. */
export class Subscription implements Subscriber {
  readonly key: string
  readonly topic: Recorded
  readonly held: Held | null
  readonly answer: (opened: Opened | Problem) => void
  channel: Channel | null = null
  /** Whether the client has everything that the channel has told. */
  open = false
  ended = false
  private readonly owner: Owner
  /** What has come while nothing might go out. */
  private kept: Snapshot | null = null
  /** Rows that the client was told of under other rights, with their positions. */
  private told: Map<string, number> | null = null

  constructor(owner: Owner, topic: Recorded, held: Held | null, answer: (opened: Opened | Problem) => void) {
    this.owner = owner
    this.topic = topic
    this.key = keyOf(topic)
    this.held = held
    this.answer = answer
  }

  /** Whether the client counts on this topic. */
  get answered(): boolean {
    return this.open || this.told !== null
  }

  join(channel: Channel): void {
    this.channel = channel
    channel.join(this)
  }

  /** Goes over to the channel that the topic means under other rights. */
  move(next: Channel): void {
    const unsent = this.owner.takeBack(this.key)
    if (this.answered) {
      this.told ??= new Map()
      const known = this.open ? [...this.channel!.known].map(([id, { position }]) => ({ id, position })) : []
      for (const { id, position } of [...known, ...unsent]) this.told.set(id, Math.max(position, this.told.get(id) ?? 0))
    }
    this.open = false
    this.kept = null
    this.channel?.leave(this)
    this.join(next)
  }

  end(): void {
    this.ended = true
    this.channel?.leave(this)
  }

  opened(snapshot: Snapshot): void {
    if (this.ended) return
    if (this.owner.silenced) {
      this.kept = snapshot
      return
    }
    this.open = true
    if (this.told) this.goOn(snapshot, this.told)
    else this.begin(snapshot)
  }

  put(delta: Delta): void {
    this.owner.put(this.key, delta)
  }

  failed(error: unknown): void {
    if (this.ended) return
    if (this.told) this.owner.end('UNAVAILABLE')
    else this.owner.refuse(this, error)
  }

  /** Something may go out again. */
  release(): void {
    const { kept } = this
    this.kept = null
    if (kept) this.opened(kept)
  }

  private begin(snapshot: Snapshot): void {
    const opened: Written = writtenOpened(caughtUp(snapshot, this.topic.kind, this.held, this.owner.log))
    // Written goes over the wire as the answer that it is the text of.
    this.answer(opened as unknown as Opened)
    this.owner.answered(this, Buffer.byteLength(opened.text))
  }

  private goOn({ position, rows, ids, total }: Snapshot, told: ReadonlyMap<string, number>): void {
    this.told = null
    const gone = [...told].filter(([id]) => !ids.includes(id)).map(([id, at]) => ({ id, position: at, document: null }))
    if (this.topic.kind === 'document' && gone.length) return this.owner.close(this, problem('FORBIDDEN'))
    this.put({ position, rows: [...gone, ...rows], total, ids: this.topic.kind === 'view' ? ids : undefined })
  }
}
