import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Message } from '@qinqing/domain/kernel/message'
import { record } from '@qinqing/domain/kernel/spec'
import type { World } from '@qinqing/domain/kernel/world'
import type { Viewer } from '@qinqing/projections/kernel/predicate'
import { Progress } from '@qinqing/projections/kernel/progress'
import type { Projected } from '@qinqing/projections/kernel/projected'
import { Reader } from '@qinqing/projections/kernel/reader'
import { project } from '@qinqing/projections/kernel/runner'
import { MemoryDocumentStore, MemorySearchStore } from '@qinqing/projections/store/memory'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { LiveClient, type LiveTransport, type Snapshot, type Topic } from './client.ts'
import { parser } from './encoding.ts'
import { Gate, type Handshake } from './gate.ts'
import { LiveGateway, liveOptions } from './gateway.ts'
import { catalogue, type Task, type TaskEvent } from './sample/spec.ts'
import { type Bounds, LiveSettings } from './settings.ts'

export const world: Pick<World, 'clock' | 'timers'> = {
  clock: { now: () => new Date().toISOString() },
  timers: {
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    },
  },
}

export const viewer = (over: Partial<Viewer> = {}): Viewer => ({ tenant: 'liuzhou', person: 'wang', roles: ['reviewer'], offices: ['north'], enterprises: [], ...over })

/** Holds answers back that were already found, as a busy machine does. */
export class Hold {
  private open: Promise<void> = Promise.resolve()
  private release: () => void = () => {}
  private seen: () => void = () => {}
  /** Resolves when somebody is being held. */
  asked: Promise<void> = Promise.resolve()

  close(): void {
    this.open = new Promise(resolve => { this.release = resolve })
    this.asked = new Promise(resolve => { this.seen = resolve })
  }

  /** From now on nobody is held; who is, stays so. */
  pass(): void {
    this.open = Promise.resolve()
  }

  end(): void {
    this.pass()
    this.release()
  }

  async held<Found>(found: Promise<Found>): Promise<Found> {
    const answer = await found
    this.seen()
    await this.open
    return answer
  }
}

class HeldStore extends MemoryDocumentStore {
  readonly hold = new Hold()

  override find(...asked: Parameters<MemoryDocumentStore['find']>) {
    return this.hold.held(super.find(...asked))
  }

  override count(...asked: Parameters<MemoryDocumentStore['count']>) {
    return this.hold.held(super.count(...asked))
  }
}

/** Sessions as a table; a cookie is the session's name. */
export class TableGate extends Gate {
  readonly sessions = new Map<string, Viewer>()
  readonly hold = new Hold()
  private readonly listeners = new Set<(who: { session?: string; person?: string }) => void>()

  async admit({ cookie, origin, host }: Handshake) {
    const session = /session=(\w+)/.exec(cookie ?? '')?.[1] ?? ''
    const found = this.sessions.get(session)
    return this.hold.held(Promise.resolve(found && origin === `http://${host}` ? { session, viewer: found, name: `示例${found.person}` } : null))
  }

  viewer(session: string): Promise<Viewer | null> {
    return this.hold.held(Promise.resolve(this.sessions.get(session) ?? null))
  }

  onChange(listener: (who: { session?: string; person?: string }) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  become(session: string, now: Viewer | null): void {
    if (now) this.sessions.set(session, now)
    else this.sessions.delete(session)
    for (const listener of this.listeners) listener({ session })
  }
}

/** A server with real sockets over stores in memory, and whoever watches it. */
export class City {
  readonly gate = new TableGate()
  documents = new HeldStore()
  log = 'log-1'
  position = 0
  today = '2026-03-02'
  gateway!: LiveGateway
  reader!: Reader
  port = 0
  /** Every time that a row went back to an older position. */
  readonly backwards: string[] = []
  private announce: (projected: Projected) => void = () => {}
  private readonly bounds: Partial<Bounds>
  private http!: HttpServer
  private io!: Server
  private readonly clients: LiveClient[] = []
  private readonly sockets: LiveTransport[] = []

  constructor(bounds: Partial<Bounds> = {}) {
    this.bounds = { beatMs: 250, ...bounds }
  }

  static async open(bounds: Partial<Bounds> = {}): Promise<City> {
    const city = new City(bounds)
    for (const name of ['wang', 'li']) city.gate.sessions.set(name, viewer({ person: name }))
    city.gate.sessions.set('admin', viewer({ person: 'admin', roles: ['admin'], offices: [] }))
    city.gate.sessions.set('south', viewer({ person: 'south', offices: ['south'] }))
    city.gate.sessions.set('elsewhere', viewer({ tenant: 'guilin', person: 'wang' }))
    await city.start()
    return city
  }

  async start(): Promise<void> {
    const progress = await Progress.read(this.documents, Object.values(catalogue.projections), this.log, world.timers)
    this.reader = new Reader({ documents: this.documents, search: new MemorySearchStore(), catalogue, progress })
    this.gateway = new LiveGateway(this.reader, this.gate, new LiveSettings(world, () => this.today, this.bounds))
    this.announce = projected => this.gateway.announce(projected)
    this.http = createServer()
    this.io = new Server(this.http, liveOptions)
    this.gateway.afterInit(this.io)
    this.io.on('connection', socket => {
      this.gateway.handleConnection(socket)
      socket.on('disconnect', () => this.gateway.handleDisconnect(socket))
    })
    await new Promise<void>(resolve => this.http.listen(this.port, '127.0.0.1', resolve))
    this.port = (this.http.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    this.gateway.stop()
    await this.io.close()
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.stop()
    for (const socket of this.sockets) socket.disconnect()
    await this.stop()
  }

  /** Sockets end without a word, as when a cable is pulled. */
  cut(): void {
    for (const socket of this.io.sockets.sockets.values()) socket.conn.close(true)
  }

  /** Begins again without any documents, as after a restore. */
  forget(log = this.log): void {
    this.documents = new HeldStore()
    this.log = log
    this.position = 0
  }

  /** From now on documents change before anybody is told; the returned function tells it. */
  delay(): () => void {
    const { gateway } = this
    const late: Projected[] = []
    this.announce = projected => late.push(projected)
    return () => {
      this.announce = projected => gateway.announce(projected)
      late.forEach(this.announce)
    }
  }

  /** Events happen, are folded into documents, and are announced. */
  async happen(events: readonly (readonly [id: string, event: TaskEvent])[], tenant = 'liuzhou'): Promise<number> {
    const batch = events.map(([id, event]) => ({
      ...record('task', [event as Message], { id, tenant })[0]!, stream: `${tenant}.task-${id}`, position: ++this.position,
    }))
    for (const projection of Object.values(catalogue.projections)) {
      this.announce(await project(projection, { events: batch, position: this.position }, this.log, this.documents))
    }
    return this.position
  }

  set(id: string, over: Partial<Omit<Task, 'id'>> = {}, tenant?: string): Promise<number> {
    return this.happen([[id, { type: 'TaskSet', data: { office: 'north', title: id, rank: null, weight: 1, ...over } }]], tenant)
  }

  drop(id: string): Promise<number> {
    return this.happen([[id, { type: 'TaskDropped', data: {} }]])
  }

  transport = (session: string, headers: Record<string, string> = {}, more: object = {}): LiveTransport => io(`http://127.0.0.1:${this.port}`, {
    ...more, path: '/live', transports: ['websocket'], reconnection: false, forceNew: true,
    extraHeaders: { cookie: `session=${session}`, origin: `http://127.0.0.1:${this.port}`, ...headers },
  })

  client(session: string, graceMs = 5_000): LiveClient {
    const client = new LiveClient({ transport: () => this.transport(session), backoffMs: 20, graceMs })
    this.clients.push(client)
    return client
  }

  /** A socket without our client, for those who do not keep to the rules. */
  raw(session: string, headers?: Record<string, string>): LiveTransport {
    const socket = this.transport(session, headers, { parser })
    this.sockets.push(socket)
    return socket
  }

  /** Watches, and notes every row that goes back. */
  watch(client: LiveClient, topic: Topic): void {
    const seen = new Map<string, number>()
    client.watch(topic, () => {
      for (const { id, position } of client.snapshot(topic).rows) {
        if (position < (seen.get(id) ?? 0)) this.backwards.push(`${id}: ${seen.get(id)} → ${position}`)
        seen.set(id, position)
      }
    })
  }
}

/** Waits until the topic looks as wanted. */
export function until(client: LiveClient, topic: Topic, wanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
  return new Promise(resolve => {
    const look = () => {
      if (!wanted(client.snapshot(topic))) return
      queueMicrotask(() => stop())
      resolve(client.snapshot(topic))
    }
    const stop = client.watch(topic, look)
    look()
  })
}

export const live = (client: LiveClient, topic: Topic) => until(client, topic, ({ phase }) => phase === 'live')

/** Waits until the connection looks as wanted. */
export function connected(client: LiveClient, wanted: (connection: ReturnType<LiveClient['connection']>) => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (!wanted(client.connection())) return
      queueMicrotask(() => stop())
      resolve()
    }
    const stop = client.watchConnection(look)
    look()
  })
}

export const allTasks: Topic = { kind: 'query', projection: 'tasks', where: ['always'], sort: [['rank', 'asc']], limit: 500 }

/** What a socket has received by the time it answers: everything that was sent before. */
export const roundTrip = (socket: LiveTransport) => (socket as unknown as { emitWithAck(event: string, ...words: unknown[]): Promise<unknown> }).emitWithAck('reach', 'nonsense')
