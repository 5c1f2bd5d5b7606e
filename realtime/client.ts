import { io, type Socket } from 'socket.io-client'
import { type Beat, bounds, type ClientToServer, type Frame, keyOf, type Opened, type Problem, type ServerToClient, type Topic } from './contract.ts'
import { Attending } from './client-attending.ts'
import { LiveTopic, loading, type Snapshot } from './client-topic.ts'
import { type Waiter, Waiters } from './client-waiters.ts'

export { loading } from './client-topic.ts'
export type { Phase, Snapshot } from './client-topic.ts'
export type { Problem, Row, Topic } from './contract.ts'

export type LiveTransport = Socket<ServerToClient, ClientToServer>

/** How things stand between the page and the server. */
export interface Connection {
  state: 'live' | 'connecting' | 'offline'
  /** Since when, by this device's clock. */
  since: string
  /** The server's time of its last word; what is shown is at least as new. */
  asOf: string | null
  /** How many rows the last coming back brought; null as long as there was none, or it is under way. */
  caughtUp: number | null
  /** Why the server does not let this page in, when it said so. */
  problem?: Problem
}

interface Options {
  /** Makes a socket that is connecting; a new one is asked for at each attempt. */
  transport?: () => LiveTransport
  /** Milliseconds until the first attempt to come back; later ones wait longer. */
  backoffMs?: number
  /** For how long a topic that nobody watches is kept up, so that going back is instant. */
  graceMs?: number
  now?: () => string
}

const webSocket = (): LiveTransport =>
  io({ path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, withCredentials: true })

const silentMs = 3 * bounds.beatMs
const longestBackoffMs = 15_000
const isProblem = (answer: object): answer is Problem => 'status' in answer && 'code' in answer

/** What pages watch, kept up by the server: one subscription for all who watch the same, and nothing lost when the connection is. */
export class LiveClient {
  private readonly topics = new Map<string, LiveTopic>()
  private readonly keys = new WeakMap<Topic, string>()
  private readonly graces = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly retries = new Set<ReturnType<typeof setTimeout>>()
  private readonly waiters = new Waiters()
  /** Where one looks, for those who may see that. */
  readonly attending = new Attending(() => (this.welcomed ? this.socket : null))
  private readonly connectionListeners = new Set<() => void>()
  private readonly transport: () => LiveTransport
  private readonly backoffMs: number
  private readonly graceMs: number
  private readonly now: () => string
  private socket: LiveTransport | null = null
  private shown: Connection
  private log: string | null = null
  private told = 0
  /** Why there is no point in asking again. */
  private barred: Problem | null = null
  private welcomed = false
  private attempts = 0
  private reconnecting: ReturnType<typeof setTimeout> | undefined
  private silence: ReturnType<typeof setTimeout> | undefined
  private catching: { left: number; rows: number } | null = null

  constructor({ transport = webSocket, backoffMs = 500, graceMs = 5_000, now = () => new Date().toISOString() }: Options = {}) {
    this.transport = transport
    this.backoffMs = backoffMs
    this.graceMs = graceMs
    this.now = now
    this.shown = { state: 'connecting', since: now(), asOf: null, caughtUp: null }
  }

  /** Calls back whenever the topic's snapshot is another one, until the returned function is called. Connects when needed. */
  watch(topic: Topic, listener: () => void): () => void {
    const key = this.keyOf(topic)
    clearTimeout(this.graces.get(key))
    this.graces.delete(key)
    const known = this.topics.get(key)
    const live = known ?? new LiveTopic(topic)
    this.topics.set(key, live)
    // Two watchers may bring the same function.
    const own = () => listener()
    live.listeners.add(own)
    if (!known && this.barred) live.refused(this.barred)
    else if (!known) this.open(live)
    if (!this.socket && !this.reconnecting && !this.barred) this.connect()
    return () => {
      if (live.listeners.delete(own) && !live.listeners.size) this.graces.set(key, setTimeout(() => this.close(live), this.graceMs))
    }
  }

  snapshot(topic: Topic): Snapshot {
    return this.topics.get(this.keyOf(topic))?.snapshot ?? loading
  }

  connection = (): Connection => this.shown

  watchConnection = (listener: () => void): () => void => {
    this.connectionListeners.add(listener)
    return () => this.connectionListeners.delete(listener)
  }

  /** Resolves when everything watched has come to the position; at once when what is watched belongs to another log than that. */
  reached(position: number, log: string | null = this.log): Promise<void> {
    return new Promise(resolve => {
      const waiter = this.waiters.add({ position, log, resolve })
      this.waiters.settle(this.log, this.told)
      if (this.waiters.has(waiter)) this.ask(waiter)
    })
  }

  /** Connects now, also after the server has turned this page away (somebody has signed in, or the network is back). */
  start(): void {
    this.barred = null
    if (!this.socket) this.connect()
  }

  /** Forgets everything and ends the connection, as on signing out. */
  stop(): void {
    for (const timer of [this.reconnecting, this.silence, ...this.graces.values(), ...this.retries]) clearTimeout(timer)
    this.reconnecting = undefined
    this.graces.clear()
    this.retries.clear()
    this.hangUp()
    this.log = this.barred = null
    this.attempts = 0
    for (const live of this.topics.values()) {
      if (live.listeners.size) live.dropped()
      else this.topics.delete(live.key)
    }
    this.show({ state: 'connecting', since: this.now(), asOf: null, caughtUp: null })
  }

  private keyOf(topic: Topic): string {
    const key = this.keys.get(topic) ?? keyOf(topic)
    this.keys.set(topic, key)
    return key
  }

  private connect(): void {
    clearTimeout(this.reconnecting)
    this.reconnecting = undefined
    const socket = this.socket = this.transport()
    const mine = <Args extends unknown[]>(act: (...args: Args) => void) => (...args: Args) => { if (this.socket === socket) act(...args) }
    socket.on('welcome', mine(beat => this.welcome(beat)))
    socket.on('push', mine((frames, beat, received) => this.push(frames, beat, received)))
    socket.on('beat', mine(beat => this.hear(beat)))
    socket.on('closed', mine((key, problem) => this.topics.get(key)?.refused(problem)))
    socket.on('bye', mine(problem => this.turnedAway(problem)))
    socket.on('disconnect', mine(() => this.lost()))
    socket.on('connect_error', mine(error => {
      const { data } = error as Error & { data?: object }
      if (data && isProblem(data)) this.turnedAway(data)
      this.lost()
    }))
    this.listenForSilence()
  }

  private welcome(beat: Beat): void {
    const another = this.log !== null && this.log !== beat.log
    const back = this.log === beat.log
    this.log = beat.log
    this.told = 0
    this.welcomed = true
    this.attempts = 0
    if (another) for (const live of this.topics.values()) live.dropped()
    this.catching = back ? { left: this.topics.size, rows: 0 } : null
    this.listenForSilence()
    this.show({ state: 'live', since: this.now(), asOf: beat.at, caughtUp: back && !this.topics.size ? 0 : null })
    for (const live of this.topics.values()) this.open(live)
    this.attending.again()
    this.waiters.settle(this.log, this.told)
    for (const waiter of this.waiters.all) this.ask(waiter)
  }

  private open(live: LiveTopic, afresh = false): void {
    const { socket } = this
    if (!socket || !this.welcomed) return
    live.awaited = true
    socket.emit('watch', live.topic, afresh ? null : live.held(this.log), answer => {
      if (this.socket !== socket || this.topics.get(live.key) !== live) return
      live.awaited = false
      if (isProblem(answer)) this.notOpened(live, answer)
      else this.opened(live, answer)
    })
  }

  private opened(live: LiveTopic, answer: Opened): void {
    const changed = live.opened(answer, this.shown.asOf ?? this.now())
    if (changed === null) this.open(live, true)
    else this.caught(changed)
  }

  /** What is not possible now is tried again; what is not allowed is said. */
  private notOpened(live: LiveTopic, problem: Problem): void {
    this.caught(0)
    if (problem.status < 429) return live.refused(problem)
    const retry = setTimeout(() => {
      this.retries.delete(retry)
      if (this.topics.get(live.key) === live) this.open(live)
    }, 2_000)
    this.retries.add(retry)
  }

  private caught(rows: number): void {
    if (!this.catching) return
    this.catching.left--
    this.catching.rows += rows
    if (this.catching.left > 0) return
    this.show({ ...this.shown, caughtUp: this.catching.rows })
    this.catching = null
  }

  private push(frames: readonly Frame[], beat: Beat, received: () => void): void {
    for (const frame of frames) this.topics.get(frame.topic)?.frame(frame, beat.at)
    this.hear(beat)
    received()
  }

  private hear(beat: Beat): void {
    this.listenForSilence()
    const topics = [...this.topics.values()]
    // The server may have said this before it heard of what is still awaited.
    if (!topics.some(({ awaited }) => awaited)) this.told = beat.position
    for (const live of topics) live.told(beat.position)
    if (this.shown.asOf !== beat.at) this.show({ ...this.shown, asOf: beat.at })
    this.waiters.settle(this.log, this.told)
  }

  private ask(waiter: Waiter): void {
    const { socket } = this
    if (!socket || !this.welcomed) return
    socket.emit('reach', waiter.position, answer => {
      if (this.socket !== socket) return
      // Turned down, it is left to the beats.
      if (isProblem(answer)) return
      this.hear(answer)
      if (this.waiters.has(waiter)) this.ask(waiter)
    })
  }

  private close(live: LiveTopic): void {
    this.graces.delete(live.key)
    this.topics.delete(live.key)
    if (this.welcomed) this.socket?.emit('unwatch', live.key)
  }

  /** The server has said why; without a session there is no point in coming back, and nothing may be shown any longer. */
  private turnedAway(problem: Problem): void {
    this.show({ ...this.shown, problem })
    if (problem.status !== 401 && problem.status !== 403) return
    this.hangUp()
    this.log = null
    this.barred = problem
    for (const live of this.topics.values()) live.refused(problem)
    this.show({ state: 'offline', since: this.now(), asOf: this.shown.asOf, caughtUp: null, problem })
  }

  private lost(): void {
    if (!this.socket) return
    const { asOf, problem } = this.shown
    this.hangUp()
    for (const live of this.topics.values()) live.lost(asOf)
    this.attempts++
    const state = this.attempts > 2 ? 'offline' : 'connecting'
    if (state !== this.shown.state) this.show({ state, since: this.now(), asOf, caughtUp: null, ...problem && { problem } })
    // A little chance, so that not everybody comes back at the same moment.
    const wait = Math.min(longestBackoffMs, this.backoffMs * 2 ** (this.attempts - 1)) * (0.5 + Math.random())
    this.reconnecting = setTimeout(() => this.connect(), wait)
  }

  private hangUp(): void {
    const { socket } = this
    clearTimeout(this.silence)
    this.attending.pause()
    this.socket = null
    this.welcomed = false
    this.catching = null
    socket?.removeAllListeners()
    socket?.disconnect()
  }

  /** A connection that says nothing although the server beats is none, even when nobody has noticed its end. */
  private listenForSilence(): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => this.lost(), silentMs)
  }

  private show(connection: Connection): void {
    this.shown = connection
    for (const listener of this.connectionListeners) listener()
  }
}
