import { canonical } from '@qinqing/domain/kernel/canonical'
import type { Viewer } from '@qinqing/projections/kernel/predicate'
import type { Socket } from 'socket.io'
import type { Attendance } from './attendance.ts'
import type { Channel } from './channel.ts'
import { type Attended, type Beat, type ClientToServer, type Frame, type Held, keyOf, type Opened, type Problem, type ServerToClient, type Topic } from './contract.ts'
import type { Written } from './encoding.ts'
import type { Fanout } from './fanout.ts'
import { Outbox } from './outbox.ts'
import { problem, type ProblemCode, problemOf } from './problem.ts'
import type { LiveSettings } from './settings.ts'
import { Subscription } from './subscription.ts'

export type LiveSocket = Socket<ClientToServer, ServerToClient>

export type Answer<Content> = (content: Content | Problem) => void

interface Parts {
  socket: LiveSocket
  session: string
  viewer: Viewer
  name: string
  fanout: Fanout
  attendance: (who: Watcher) => Attendance
  settings: LiveSettings
  /** Whom the session stands for now. */
  reread: () => Promise<Viewer | null>
  /** There is something to send, or to see whether it has come so far, at the next tick. */
  due: (watcher: Watcher) => void
  /** Somebody waits for a position that is still to come. */
  awaiting: (watcher: Watcher) => void
  failed: (error: unknown) => void
  counted: (what: 'pushes' | 'closed' | 'ended') => void
}

interface Wait {
  position: number
  answer: Answer<Beat>
  until: number
}

/** One socket: who is behind it, what they watch, and what they have yet to hear. */
export class Watcher {
  readonly session: string
  /** Whose socket this is, whatever becomes of their rights. */
  readonly person: string
  readonly name: string
  readonly socket: LiveSocket
  viewer: Viewer
  private readonly parts: Parts
  private readonly outbox: Outbox
  private readonly attendance: Attendance
  private readonly subscriptions = new Map<string, Subscription>()
  private readonly queue = new Set<Subscription>()
  private readonly opening = new Set<Subscription>()
  private readonly waits = new Set<Wait>()
  private readings = 0
  /** While the rights are being read anew nothing is sent. */
  private quiet = false
  private ended = false

  constructor(parts: Parts) {
    this.parts = parts
    this.session = parts.session
    this.socket = parts.socket
    this.viewer = parts.viewer
    this.name = parts.name
    this.attendance = parts.attendance(this)
    this.person = canonical([parts.viewer.tenant, parts.viewer.person])
    this.outbox = new Outbox(parts.settings.bounds, (frames, beat, received) => this.push(frames, beat, received))
  }

  get topics(): number {
    return this.subscriptions.size + this.attendance.listening
  }

  get backlog(): number {
    return this.outbox.bytes
  }

  /** Watches first and reads second, so that nothing slips in between. */
  watch(topic: Topic, held: Held | null, answer: Answer<Opened>): void {
    const key = keyOf(topic)
    this.unwatch(key)
    if (this.topics >= this.parts.settings.bounds.topics) return answer(problem('TOO_MANY_TOPICS'))
    if (topic.kind === 'presence') return void this.attendance.listen(key, topic.projection).catch((error: unknown) => this.explain(error)).then(answer)
    const subscription = new Subscription(this, topic, held, answer)
    this.subscriptions.set(key, subscription)
    this.queue.add(subscription)
    this.openNext()
  }

  unwatch(key: string): void {
    if (this.attendance.unlisten(key)) this.outbox.drop(key)
    const subscription = this.subscriptions.get(key)
    if (!subscription) return
    this.subscriptions.delete(key)
    this.queue.delete(subscription)
    this.outbox.drop(key)
    subscription.end()
    if (subscription.channel) this.parts.fanout.release(subscription.channel)
    this.settled(subscription)
  }

  async attend(answer: Answer<Attended>, projection: string, id: string): Promise<void> {
    answer(await this.attendance.attend(projection, id).catch((error: unknown) => this.explain(error)))
  }

  reach(position: number, answer: Answer<Beat>): void {
    if (this.waits.size >= this.parts.settings.bounds.waits) return answer(problem('TOO_MANY_MESSAGES'))
    this.waits.add({ position, answer, until: this.now() + this.parts.settings.bounds.patienceMs })
    this.flush()
  }

  put(key: string, delta: Parameters<Outbox['put']>[1]): void {
    this.outbox.put(key, delta)
    if (this.outbox.overfull) this.end('TOO_SLOW')
    else this.parts.due(this)
  }

  /** An answer is on its way: it counts like a push until the client has shown that it came. */
  answered(subscription: Subscription, bytes: number): void {
    this.outbox.answered(bytes)
    this.parts.due(this)
    this.settled(subscription)
  }

  flush(): void {
    if (this.quiet || this.ended) return
    if (!this.outbox.flush(this.now(), () => this.beat())) return
    const position = this.position()
    for (const wait of this.waits) {
      if (position < wait.position && this.now() < wait.until) continue
      this.waits.delete(wait)
      wait.answer(this.beat())
    }
    if (this.waits.size) this.parts.awaiting(this)
  }

  pulse(): void {
    if (this.ended) return
    if (this.outbox.silence(this.now()) > this.parts.settings.bounds.silenceMs) return this.end('TOO_SLOW')
    this.flush()
    if (this.outbox.empty && !this.quiet) this.socket.emit('beat', this.beat())
  }

  /** Something about this person or session may be different: until it is known what, nothing goes out. */
  async recheck(quiet: boolean): Promise<void> {
    if (this.ended) return
    const reading = ++this.readings
    this.quiet ||= quiet
    try {
      const viewer = await this.parts.reread()
      if (this.ended || reading !== this.readings) return
      if (!viewer) return this.end('SESSION_ENDED')
      if (canonical(viewer) !== canonical(this.viewer)) this.become(viewer)
      this.quiet = false
      for (const subscription of this.subscriptions.values()) subscription.release()
      this.parts.due(this)
    } catch (error) {
      this.parts.failed(error)
      if (!this.ended) this.end('UNAVAILABLE')
    }
  }

  get silenced(): boolean {
    return this.quiet
  }

  get log(): string {
    return this.parts.fanout.progress.log
  }

  /** A topic that may no longer be watched. */
  close(subscription: Subscription, reason: Problem): void {
    this.unwatch(subscription.key)
    this.parts.counted('closed')
    this.socket.emit('closed', subscription.key, reason)
  }

  /** What is not sent and no longer may be. */
  takeBack(key: string): ReturnType<Outbox['drop']> {
    return this.outbox.drop(key)
  }

  end(code: ProblemCode): void {
    if (this.ended) return
    this.leave()
    this.parts.counted('ended')
    this.socket.emit('bye', problem(code))
    this.socket.disconnect(true)
    // Somebody who does not read would not let go of the connection either.
    this.parts.settings.world.timers.after(1_000, () => this.socket.conn.close(true))
  }

  leave(): void {
    this.ended = true
    this.queue.clear()
    this.attendance.end()
    for (const key of [...this.subscriptions.keys()]) this.unwatch(key)
    this.waits.clear()
  }

  beat(): Beat {
    return { log: this.parts.fanout.progress.log, position: this.position(), at: this.parts.settings.world.clock.now() }
  }

  /** Only a few topics at a time are being opened, and none while the client takes nothing in: answers must not pile up either. */
  private openNext(): void {
    for (const subscription of this.queue) {
      if (this.ended || this.opening.size >= this.parts.settings.bounds.openings || !this.outbox.accepting) return
      this.queue.delete(subscription)
      this.opening.add(subscription)
      void this.start(subscription)
    }
  }

  private settled(subscription: Subscription): void {
    if (this.opening.delete(subscription)) this.openNext()
  }

  /** Finds the channel and joins it, as soon as the documents are as far as what the client holds. */
  private async start(subscription: Subscription): Promise<void> {
    const { fanout, settings } = this.parts
    try {
      const ahead = subscription.held?.log === fanout.progress.log ? subscription.held.position : 0
      const { projections } = this.channelOf(subscription)
      if (!await fanout.progress.reached(ahead, settings.bounds.patienceMs, projections)) return this.turnDown(subscription, problem('BEHIND'))
      if (subscription.ended) return
      subscription.join(this.channelOf(subscription))
      fanout.read(subscription.channel!)
    } catch (error) {
      this.refuse(subscription, error)
    }
  }

  private channelOf({ topic }: Subscription): Channel {
    return this.parts.fanout.channel(topic, this.viewer)
  }

  /** A topic that could not be opened. */
  refuse(subscription: Subscription, error: unknown): void {
    this.turnDown(subscription, this.explain(error))
  }

  private turnDown(subscription: Subscription, reason: Problem): void {
    if (subscription.ended) return
    this.unwatch(subscription.key)
    subscription.answer(reason)
  }

  private explain(error: unknown): Problem {
    const reason = problemOf(error)
    if (!reason) this.parts.failed(error)
    return reason ?? problem('UNAVAILABLE')
  }

  private become(viewer: Viewer): void {
    this.viewer = viewer
    this.attendance.changed()
    for (const subscription of [...this.subscriptions.values()]) {
      try {
        const { channel } = subscription
        const next = this.channelOf(subscription)
        if (!channel || next === channel) continue
        subscription.move(next)
        this.parts.fanout.read(next)
        this.parts.fanout.release(channel)
      } catch (error) {
        if (subscription.answered) this.close(subscription, this.explain(error))
        else this.refuse(subscription, error)
      }
    }
  }

  private push(frames: Written, beat: Beat, received: () => void): void {
    this.parts.counted('pushes')
    // Written goes over the wire as the frames that it is the text of.
    this.socket.emit('push', frames as unknown as Frame[], beat, () => {
      received()
      this.flush()
      this.openNext()
    })
  }

  /** The position up to which everything watched is as the client has been told or is being told. */
  private position(): number {
    const { progress } = this.parts.fanout
    const subscriptions = [...this.subscriptions.values()]
    if (!subscriptions.length) return progress.position()
    return Math.min(...subscriptions.map(({ open, channel }) => (open && channel ? Math.min(channel.floor, progress.position(channel.projections)) : 0)))
  }

  private now(): number {
    return Date.parse(this.parts.settings.world.clock.now())
  }
}
