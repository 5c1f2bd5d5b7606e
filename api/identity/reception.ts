import { Inject, Injectable } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { type Person, person } from '@qinqing/domain/identity/person/person'
import { claimStream, holderOf } from '@qinqing/domain/kernel/claim'
import { replay } from '@qinqing/domain/kernel/decider'
import type { Receipt } from '@qinqing/domain/kernel/execute'
import { partsOf, streamOf } from '@qinqing/domain/kernel/stream'
import { devices } from '@qinqing/projections/identity/devices'
import { people } from '@qinqing/projections/identity/people'
import type { Cursor } from '@qinqing/projections/kernel/document-store'
import { sessions } from '@qinqing/projections/identity/sessions'
import type { DeviceDocument } from '@qinqing/domain/identity/session/contract'
import type { FastifyReply } from 'fastify'
import { randomBytes } from 'node:crypto'
import { Ask } from '../kernel/ask.ts'
import { bounds } from '../kernel/bounds.ts'
import { theSystem } from '../kernel/city.ts'
import { setCookie } from '../kernel/cookies.ts'
import { problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { hashed, sessionCookie } from './doorkeeper.ts'
import { type Counted, Throttle } from './throttle.ts'

const slow = (seconds: number) => problem(429, 'sign-in/slow', `试了太多次，请 ${seconds} 秒后再试`, `Too many attempts; try again in ${seconds} seconds.`, { retryAfter: seconds })

const hour = 3_600_000

type Headers = Record<string, string | undefined>

/** What everybody needs who lets people in: whose name it is, how often it was tried, and the session that is opened in the end. */
@Injectable()
export class Reception {
  private readonly throttle = new Throttle()

  constructor(@Inject(CommandBus) private readonly bus: CommandBus, private readonly running: Running) {}

  /** Who has a user name. By the log, not by a document: a person who has just been suspended does not come in. */
  async named(tenant: string, name: string): Promise<{ id: string; person: Person } | null> {
    const holder = holderOf(await this.running.kernel.log.read(claimStream(tenant, `username/${name}`)))
    if (!holder) return null
    const { id } = partsOf(holder)
    return { id, person: await this.known(tenant, id) }
  }

  async known(tenant: string, id: string): Promise<Person> {
    return replay(person, await this.running.kernel.log.read(streamOf(tenant, 'person', id))) as Person
  }

  /** Counts an attempt as failed before it is known; throws when it comes too soon after others. Answers what to call when it was right. */
  attempt(address: string, account?: string): () => void {
    const { ofAccount, fromAddress } = bounds.signIns
    const of: Counted | undefined = account === undefined ? undefined : { key: `account ${account}`, free: ofAccount }
    const from: Counted = { key: `address ${address}`, free: fromAddress }
    const keys = of ? [of, from] : [from]
    const now = Date.parse(this.running.kernel.world.clock.now())
    const wait = this.throttle.wait(keys, now)
    if (wait > 0) throw new Problematic(slow(Math.ceil(wait / 1000)))
    this.throttle.began(keys, now)
    return () => this.throttle.succeeded(of, from)
  }

  /** Opens a session and hands out its cookie; answers its id. */
  async open(tenant: string, who: string, headers: Headers, reply: FastifyReply): Promise<string> {
    const { clock, ids } = this.running.kernel.world
    const secret = randomBytes(32).toString('base64url')
    const id = ids.fresh()
    const expiresAt = new Date(Date.parse(clock.now()) + bounds.sessionHours * hour).toISOString()
    const client = (headers['user-agent'] ?? '').slice(0, 300)
    const { position } = await this.ask(tenant, 'session', id, { type: 'OpenSession', data: { person: who, secretHash: hashed(secret), expiresAt, client } })
    await this.running.reader.atLeast(position, bounds.waitMs, [sessions.name, people.name])
    reply.header('set-cookie', setCookie(sessionCookie, `${id}.${secret}`, bounds.sessionHours * 3600, headers['x-forwarded-proto'] === 'https'))
    return id
  }

  async close(tenant: string, id: string, reason: 'signed-out' | 'password'): Promise<void> {
    const { position } = await this.ask(tenant, 'session', id, { type: 'CloseSession', data: { reason } })
    await this.running.reader.atLeast(position, bounds.waitMs, [sessions.name])
  }

  /** Ends all sessions that somebody had at a position of the log, but one. */
  async closeAll(tenant: string, who: string, position: number, but?: string): Promise<void> {
    const { reader } = this.running
    await reader.atLeast(position, bounds.waitMs, [devices.name])
    const viewer = { tenant, person: who, roles: [], offices: [], enterprises: [] }
    let after: Cursor | undefined
    do {
      // However many there are: an old one behind the first page would go on for hours.
      const page = await reader.query({ projection: devices.name, where: ['always'], sort: [['openedAt', 'desc']], limit: bounds.page, after }, viewer)
      const open = page.rows.map(({ document }) => document as DeviceDocument).filter(({ id }) => id !== but)
      await Promise.all(open.map(({ id }) => this.close(tenant, id, 'password')))
      after = page.next ?? undefined
    } while (after)
  }

  ask(tenant: string, aggregate: string, id: string, command: { type: string; data: unknown }): Promise<Receipt> {
    return this.bus.execute(new Ask({ aggregate, id, command, commandId: this.running.kernel.world.ids.fresh() }, theSystem(tenant)))
  }

  /** In the name of the person, whose right the door has checked. */
  askAs({ tenant, person: { id: actor, name: by } }: { tenant: string; person: { id: string; name: string } }, command: { type: string; data: unknown }): Promise<Receipt> {
    const asked = { aggregate: 'person', id: actor, command, commandId: this.running.kernel.world.ids.fresh() }
    return this.bus.execute(new Ask(asked, { ...theSystem(tenant), actor, by }))
  }
}
