import { Body, Controller, Headers, HttpCode, Ip, Post, Res } from '@nestjs/common'
import type { Invitation } from '@qinqing/domain/identity/invitation/invitation'
import { invitation as decider } from '@qinqing/domain/identity/invitation/invitation'
import { firstOffice, personRefusals, phone, username } from '@qinqing/domain/identity/person/contract'
import { replay } from '@qinqing/domain/kernel/decider'
import { Refused, type Words } from '@qinqing/domain/kernel/refusal'
import { streamOf } from '@qinqing/domain/kernel/stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type City, cityOf } from '../kernel/city.ts'
import { For } from '../kernel/door.guard.ts'
import { problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { bodyOf } from './body.ts'
import { hashed } from './doorkeeper.ts'
import { hashPassword } from './passwords.ts'
import { ensureGood } from './passwords.controller.ts'
import { Reception } from './reception.ts'

/** An id and a secret; whatever does not look so is as a wrong one. */
const link = z.string().max(300)
export const looking = z.strictObject({ link })
export const accepting = z.strictObject({
  link, username, name: z.string().trim().min(1).max(80), phone: phone.optional(), password: z.string().min(1).max(200), office: firstOffice.optional(),
})

const said = (status: number, { code, zh, en }: Words & { code: string }) => new Problematic(problem(status, code, zh, en))

/** An invitation that can be accepted now, and by whom it was sent. */
interface Open {
  id: string
  secretHash: string
  invitation: Invitation & { to: NonNullable<Invitation['to']> }
  by: string
  invitee: string
}

/** Who opens the link of an invitation sees to what, and comes in with a name and a password of the own choice. */
@Controller('api/invitations')
@For('anybody')
export class InvitationsController {
  constructor(private readonly reception: Reception, private readonly running: Running) {}

  /** The link is in the body: addresses are written down on the way. */
  @Post('look')
  @HttpCode(200)
  async look(@Body() body: unknown, @Headers('host') host: string | undefined) {
    const city = cityOf(this.running.cities, host)
    const { invitation: { to, expiresAt }, by, invitee } = await this.found(city, bodyOf(looking, body).link)
    const of = { by, invitee, expiresAt, city: city.name }
    if (to.kind === 'administrator') return { ...of, kind: to.kind }
    if (to.kind === 'agent') return { ...of, kind: to.kind, place: to.enterpriseName, capacity: to.capacity }
    return { ...of, kind: to.kind, place: to.officeName, title: to.title, roles: to.roles }
  }

  @Post('accept')
  @HttpCode(200)
  async accept(@Body() body: unknown, @Headers() headers: Record<string, string | undefined>, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const wanted = bodyOf(accepting, body)
    ensureGood(wanted.password, wanted.username)
    const city = cityOf(this.running.cities, headers.host)
    const succeeded = this.reception.attempt(address)
    const { id: invitation, secretHash } = await this.found(city, wanted.link)
    // Whoever has a link has not guessed it, whatever else may be refused.
    succeeded()
    // Before the costly part; whoever takes the name in the meantime is found by the log.
    if (await this.reception.named(city.id, wanted.username)) throw new Refused(personRefusals.taken)
    const { link: _, password, ...data } = wanted
    const id = this.running.kernel.world.ids.fresh()
    const command = { type: 'AcceptInvitation', data: { ...data, invitation, secretHash, hash: await hashPassword(password) } }
    await this.reception.askAs({ tenant: city.id, person: { id, name: wanted.name } }, command)
    await this.reception.open(city.id, id, headers, reply)
    return { person: id }
  }

  /** Throws what is to be said of a link that is wrong, used, withdrawn or expired. */
  private async found({ id: tenant }: City, text: string): Promise<Open> {
    const [id = '', secret = ''] = text.split('.')
    const events = /^[\w-]{1,120}$/.test(id) ? await this.running.kernel.log.read(streamOf(tenant, 'invitation', id)) : []
    const invitation = replay(decider, events) as Invitation
    const { to, status, expiresAt } = invitation
    const secretHash = hashed(secret)
    if (!to || secretHash !== invitation.secretHash) throw said(404, personRefusals.badLink)
    if (status === 'accepted') throw said(410, personRefusals.usedLink)
    if (status === 'revoked') throw said(410, personRefusals.revokedLink)
    if (this.running.kernel.world.clock.now() >= expiresAt) throw said(410, personRefusals.expiredLink)
    const [sent] = events
    const { invitee } = sent!.data as { invitee?: string }
    return { id, secretHash, invitation: { ...invitation, to }, by: to.kind === 'administrator' ? '' : sent!.by, invitee: invitee ?? '' }
  }
}
