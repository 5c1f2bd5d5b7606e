import { Body, Controller, Delete, Get, Headers, HttpCode, Ip, Post, Req, Res } from '@nestjs/common'
import { username } from '@qinqing/domain/identity/person/contract'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { cityOf } from '../kernel/city.ts'
import { setCookie } from '../kernel/cookies.ts'
import { For, Me, type Visitor, WithFirstPassword } from '../kernel/door.guard.ts'
import { problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { bodyOf } from './body.ts'
import { type Guest, sessionCookie } from './doorkeeper.ts'
import { isPassword, warm } from './passwords.ts'
import { Reception } from './reception.ts'

const credentials = z.strictObject({ username: z.string().max(80), password: z.string().min(1).max(200) })

const wrong = problem(401, 'sign-in/wrong', '用户名或密码不对，请再试一次', 'User name or password is wrong; try again.')
/** Only said to whoever has the right password: to everybody else a suspended account is as any other. */
const suspended = problem(
  403, 'sign-in/suspended', '账号已停用，不能登录。需要恢复的话，请联系本单位管理员', 'This account is suspended. To have it restored, ask your administrator.',
)

/** Signing in and out, and who one is. */
@Controller('api/session')
export class SessionsController {
  constructor(private readonly reception: Reception, private readonly running: Running) {
    void warm()
  }

  /** 204 for those who are nobody yet: asking who one is is no fault. */
  @Get()
  @For('anybody')
  me(@Req() { guest }: Visitor, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!guest) return void reply.code(204)
    const { person, viewer, session } = guest
    const city = this.running.cities.find(one => one.id === viewer.tenant)!
    return { session: session.id, person, viewer, expiresAt: session.expiresAt, now: this.running.kernel.world.clock.now(), city: { name: city.name, prefix: city.prefix } }
  }

  @Post()
  @For('anybody')
  @HttpCode(200)
  async signIn(@Body() body: unknown, @Headers() headers: Record<string, string | undefined>, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { username: typed, password } = bodyOf(credentials, body)
    const { id: tenant } = cityOf(this.running.cities, headers.host)
    const name = username.safeParse(typed).data
    const succeeded = this.reception.attempt(address, `${tenant} ${name ?? ''}`)
    const found = name ? await this.reception.named(tenant, name) : null
    if (!await isPassword(password, found?.person.hash ?? null) || !found) throw new Problematic(wrong)
    succeeded()
    if (found.person.status !== 'active') throw new Problematic(suspended)
    const session = await this.reception.open(tenant, found.id, headers, reply)
    await this.ensureStill(tenant, found, session, reply)
    return { person: found.id }
  }

  @Delete()
  @For('signed-in')
  @WithFirstPassword()
  @HttpCode(204)
  async signOut(@Me() { session, viewer }: Guest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.reception.close(viewer.tenant, session.id, 'signed-out')
    reply.header('set-cookie', setCookie(sessionCookie, '', 0, false))
  }

  /** Who changes a password ends what was opened with the old one; a session that was being opened meanwhile is ended here. */
  private async ensureStill(tenant: string, { id, person: { hash } }: { id: string; person: { hash: string | null } }, session: string, reply: FastifyReply) {
    if ((await this.reception.known(tenant, id)).hash === hash) return
    await this.reception.close(tenant, session, 'password')
    reply.removeHeader('set-cookie')
    throw new Problematic(wrong)
  }
}
