import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import { type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets'
import type { Viewer } from '@qinqing/projections/kernel/predicate'
import type { Projected } from '@qinqing/projections/kernel/projected'
import { Reader } from '@qinqing/projections/kernel/reader'
import type { Server } from 'socket.io'
import type { z } from 'zod'
import { Attendance } from './attendance.ts'
import { bounds, type ClientToServer, heldSchema, type ServerToClient, topicSchema } from './contract.ts'
import { parser, unreadable } from './encoding.ts'
import { Fanout } from './fanout.ts'
import { Gate } from './gate.ts'
import { bucket, Meter } from './meter.ts'
import { problem, type ProblemCode } from './problem.ts'
import { Presence } from './presence.ts'
import { LiveSettings } from './settings.ts'
import { type LiveSocket, Watcher } from './watcher.ts'

/** Web sockets only: a browser without them is older than the pages, and long polling would need its own rules. */
export const liveOptions = {
  path: '/live',
  transports: ['websocket' as const],
  allowUpgrades: false,
  serveClient: false,
  maxHttpBufferSize: bounds.frameBytes,
  perMessageDeflate: false,
  connectTimeout: 5_000,
  pingInterval: 20_000,
  pingTimeout: 10_000,
  parser,
}

interface Entrant {
  session: string
  viewer: Viewer
  /** As others read it, when they see who is there. */
  name: string
}

/** The live door: lets sockets watch topics and tells them what has changed. It knows no system. */
@Injectable()
@WebSocketGateway(liveOptions)
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, BeforeApplicationShutdown {
  private readonly log = new Logger('Live')
  private readonly watchers = new Map<LiveSocket, Watcher>()
  private readonly people = new Map<string, number>()
  /** Those for whom the next tick has something. */
  private readonly due = new Set<Watcher>()
  private readonly fanout: Fanout
  private readonly meter = new Meter()
  private readonly presence = new Presence()
  private readonly reader: Reader
  private readonly gate: Gate
  private readonly settings: LiveSettings
  private unhear = () => {}
  private cancelBeat = () => {}
  private day: string

  constructor(reader: Reader, gate: Gate, settings: LiveSettings) {
    this.reader = reader
    this.gate = gate
    this.settings = settings
    this.day = settings.today()
    this.fanout = new Fanout(reader, settings, { tick: () => this.flush(), failed: error => this.failed(error) })
  }

  afterInit(server: Server<ClientToServer, ServerToClient>): void {
    server.use((socket, next) => {
      this.admit(socket).then(refusal => next(refusal ? Object.assign(new Error(refusal), { data: problem(refusal) }) : undefined), (error: unknown) => {
        this.failed(error)
        next(Object.assign(new Error('UNAVAILABLE'), { data: problem('UNAVAILABLE') }))
      })
    })
    this.fanout.begin()
    this.unhear = this.gate.onChange(who => this.changed(who))
    this.beat()
  }

  handleConnection(socket: LiveSocket): void {
    const { session, viewer, name } = entrantOf(socket)
    const watcher = new Watcher({
      socket, session, viewer, name, fanout: this.fanout, settings: this.settings,
      attendance: who => new Attendance({ who, reader: this.reader, presence: this.presence, settings: this.settings }),
      reread: () => this.gate.viewer(session),
      due: one => {
        this.due.add(one)
        this.fanout.schedule()
      },
      awaiting: one => this.due.add(one),
      failed: error => this.failed(error),
      counted: what => this.meter.add(what),
    })
    this.watchers.set(socket, watcher)
    const sockets = this.people.get(watcher.person) ?? 0
    this.people.set(watcher.person, sockets + 1)
    if (sockets >= this.settings.bounds.socketsPerPerson) return watcher.end('TOO_MANY_SOCKETS')
    this.listen(socket, watcher)
    socket.emit('welcome', watcher.beat())
    // Between the handshake and now the session may have ended.
    void watcher.recheck(true)
  }

  handleDisconnect(socket: LiveSocket): void {
    const watcher = this.watchers.get(socket)
    if (!watcher) return
    watcher.leave()
    this.watchers.delete(socket)
    this.due.delete(watcher)
    const sockets = this.people.get(watcher.person)! - 1
    if (sockets) this.people.set(watcher.person, sockets)
    else this.people.delete(watcher.person)
  }

  /** Documents have changed, or a projection has moved on: to be called with everything the projector says, in its order. */
  announce(projected: Projected): void {
    if (projected.log !== this.fanout.progress.log) this.endAll('ANOTHER_LOG')
    this.reader.progress.advance(projected)
    this.fanout.announce(projected)
    this.presence.heard(projected.projection, projected.changes)
  }

  /** What the live door is doing, for whoever watches over it. */
  state(): Record<string, number> {
    const all = [...this.watchers.values()]
    return {
      sockets: all.length,
      people: this.people.size,
      topics: all.reduce((sum, { topics }) => sum + topics, 0),
      channels: this.fanout.size,
      backlogBytes: all.reduce((sum, { backlog }) => sum + backlog, 0),
      reads: this.fanout.reads,
      ...this.meter.counts,
    }
  }

  beforeApplicationShutdown(): void {
    this.stop()
  }

  stop(): void {
    this.unhear()
    this.cancelBeat()
    this.fanout.stop()
    this.endAll('RESTARTING')
  }

  private listen(socket: LiveSocket, watcher: Watcher): void {
    const tolerable = bucket(this.settings.bounds.messages, this.settings.world.clock)
    socket.conn.on('packet', ({ data }: { data?: string | Buffer }) => { if (data && data.length > this.settings.bounds.messageBytes) watcher.end('TOO_LARGE') })
    socket.use(([word], next) => {
      if (word === unreadable) return watcher.end('MALFORMED')
      return tolerable() ? next() : watcher.end('TOO_MANY_MESSAGES')
    })
    socket.on('watch', (...said: unknown[]) => this.answer(said, answer => {
      const topic = topicSchema.safeParse(said[0])
      const held = heldSchema.safeParse(said[1])
      if (!topic.success || !held.success) return answer(problem('MALFORMED', { faults: [...faultsIn('topic', topic), ...faultsIn('held', held)] }))
      watcher.watch(topic.data, held.data, answer)
    }))
    socket.on('unwatch', (...said: unknown[]) => {
      if (typeof said[0] === 'string') watcher.unwatch(said[0])
    })
    socket.on('attend', (...said: unknown[]) => this.answer(said, answer => {
      const [projection, id] = said
      if (typeof projection !== 'string' || typeof id !== 'string') return answer(problem('MALFORMED'))
      void watcher.attend(answer, projection, id)
    }))
    socket.on('leave', (...said: unknown[]) => {
      const [projection, id] = said
      if (typeof projection === 'string' && typeof id === 'string') this.presence.leave(watcher, projection, id)
    })
    socket.on('reach', (...said: unknown[]) => this.answer(said, answer => {
      const [position] = said
      if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 0) return answer(problem('MALFORMED'))
      watcher.reach(position, answer)
    }))
  }

  /** Whatever is said, nothing is thrown: who asks without wanting an answer gets none. */
  private answer(said: readonly unknown[], act: (answer: (content: unknown) => void) => void): void {
    const answer = said.at(-1)
    if (typeof answer !== 'function') return
    try {
      act(content => answer(content))
    } catch (error) {
      this.failed(error)
      answer(problem('DEFECT'))
    }
  }

  private async admit(socket: LiveSocket): Promise<ProblemCode | null> {
    const { cookie, origin, host } = socket.handshake.headers
    const entrant = await this.gate.admit({ cookie, origin, host })
    if (!entrant) {
      this.meter.add('refused')
      return 'SESSION_ENDED'
    }
    socket.data = entrant
    return null
  }

  private changed({ session, person }: { session?: string; person?: string }): void {
    for (const watcher of this.watchers.values()) {
      const meant = session === undefined && person === undefined
      if (meant || watcher.session === session || watcher.viewer.person === person) void watcher.recheck(true)
    }
  }

  private flush(): void {
    const due = [...this.due]
    this.due.clear()
    for (const watcher of due) watcher.flush()
  }

  private beat(): void {
    this.cancelBeat = this.settings.world.timers.after(this.settings.bounds.beatMs, () => {
      this.beat()
      this.pulse()
    })
  }

  private pulse(): void {
    const today = this.settings.today()
    if (today !== this.day) this.fanout.newDay()
    this.day = today
    this.presence.expire(Date.parse(this.settings.world.clock.now()))
    for (const watcher of this.watchers.values()) {
      watcher.pulse()
      void watcher.recheck(false)
    }
  }

  private endAll(code: ProblemCode): void {
    for (const watcher of this.watchers.values()) watcher.end(code)
  }

  private failed(error: unknown): void {
    this.meter.add('failures')
    this.log.error(error instanceof Error ? error.stack ?? error.message : String(error))
  }
}

const faultsIn = (what: string, { error }: z.ZodSafeParseResult<unknown>) => (error?.issues ?? []).map(({ path, message }) => ({ path: [what, ...path].join('.'), message }))

const entrantOf = (socket: LiveSocket): Entrant => socket.data as Entrant
