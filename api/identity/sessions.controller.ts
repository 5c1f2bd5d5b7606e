import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { claimStream, holderOf } from '@qinqing/domain/kernel/claim'
import { replay } from '@qinqing/domain/kernel/decider'
import { Malformed } from '@qinqing/domain/kernel/refusal'
import { partsOf, streamOf } from '@qinqing/domain/kernel/stream'
import { username } from '@qinqing/domain/identity/person/contract'
import { type Person, person } from '@qinqing/domain/identity/person/person'
import { sessions } from '@qinqing/projections/identity/sessions'
import type { FastifyReply } from 'fastify'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Ask } from '../kernel/ask.ts'
import { bounds } from '../kernel/bounds.ts'
import { type City, cityOf, theSystem } from '../kernel/city.ts'
import { setCookie } from '../kernel/cookies.ts'
import { For, Me, type Visitor } from '../kernel/door.guard.ts'
import { problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { type Guest, hashed, sessionCookie } from './doorkeeper.ts'
import { isPassword, warm } from './passwords.ts'
import { Throttle } from './throttle.ts'

const credentials = z.strictObject({ username: z.string().max(80), password: z.string().min(1).max(200) })

const wrong = problem(401, 'sign-in/wrong', '用户名或密码不对，请再试一次', 'User name or password is wrong; try again.')
const slow = (seconds: number) => problem(429, 'sign-in/slow', `试了太多次，请 ${seconds} 秒后再试`, `Too many attempts; try again in ${seconds} seconds.`, { retryAfter: seconds })

const hour = 3_600_000

/** Signing in and out, and who one is. */
@Controller('api/session')
export class SessionsController {
  private readonly throttle = new Throttle()

  constructor(@Inject(CommandBus) private readonly bus: CommandBus, private readonly running: Running) {
    void warm()
  }

  /** 204 for those who are nobody yet: asking who one is is no fault. */
  @Get()
  @For('anybody')
  me(@Req() { guest }: Visitor, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!guest) return void reply.code(204)
    const { person, viewer, session } = guest
    const city = this.running.cities.find(one => one.id === viewer.tenant)!
    return { person, viewer, expiresAt: session.expiresAt, now: this.running.kernel.world.clock.now(), city: { name: city.name, prefix: city.prefix } }
  }

  @Post()
  @For('anybody')
  @HttpCode(200)
  async signIn(@Body() body: unknown, @Headers() headers: Record<string, string | undefined>, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const parsed = credentials.safeParse(body)
    if (!parsed.success) throw new Malformed(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
    const city = cityOf(this.running.cities, headers.host)
    const { password } = parsed.data
    const name = username.safeParse(parsed.data.username).data
    const { ofAccount, fromAddress } = bounds.signIns
    const keys = [{ key: `account ${city.id} ${name ?? ''}`, free: ofAccount }, { key: `address ${address}`, free: fromAddress }]
    const now = Date.parse(this.running.kernel.world.clock.now())
    const wait = this.throttle.wait(keys, now)
    if (wait > 0) throw new Problematic(slow(Math.ceil(wait / 1000)))
    this.throttle.began(keys, now)
    const found = name ? await this.find(city, name) : null
    if (!await isPassword(password, found?.person.status === 'active' ? found.person.hash : null) || !found) throw new Problematic(wrong)
    this.throttle.succeeded(keys)
    await this.open(city, found.id, headers, reply)
    return { person: found.id }
  }

  @Delete()
  @For('signed-in')
  @HttpCode(204)
  async signOut(@Me() { session, viewer }: Guest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { position } = await this.ask(viewer.tenant, session.id, { type: 'CloseSession', data: { reason: 'signed-out' } })
    await this.running.reader.atLeast(position, bounds.waitMs, [sessions.name])
    reply.header('set-cookie', setCookie(sessionCookie, '', 0, false))
  }

  /** By the log, not by a document: a person who has just been suspended does not come in. */
  private async find({ id: tenant }: City, name: string): Promise<{ id: string; person: Person } | null> {
    const { log } = this.running.kernel
    const holder = holderOf(await log.read(claimStream(tenant, `username/${name}`)))
    if (!holder) return null
    const { id } = partsOf(holder)
    return { id, person: replay(person, await log.read(streamOf(tenant, 'person', id))) as Person }
  }

  private async open({ id: tenant }: City, who: string, headers: Record<string, string | undefined>, reply: FastifyReply) {
    const { clock, ids } = this.running.kernel.world
    const secret = randomBytes(32).toString('base64url')
    const id = ids.fresh()
    const expiresAt = new Date(Date.parse(clock.now()) + bounds.sessionHours * hour).toISOString()
    const client = (headers['user-agent'] ?? '').slice(0, 300)
    const { position } = await this.ask(tenant, id, { type: 'OpenSession', data: { person: who, secretHash: hashed(secret), expiresAt, client } })
    await this.running.reader.atLeast(position, bounds.waitMs, [sessions.name])
    const secure = headers['x-forwarded-proto'] === 'https'
    reply.header('set-cookie', setCookie(sessionCookie, `${id}.${secret}`, bounds.sessionHours * 3600, secure))
  }

  private ask(tenant: string, id: string, command: { type: string; data: unknown }) {
    return this.bus.execute(new Ask({ aggregate: 'session', id, command, commandId: this.running.kernel.world.ids.fresh() }, theSystem(tenant)))
  }
}
