import { Body, Controller, HttpCode, Inject, Ip, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { passwordFault, type PersonDocument } from '@qinqing/domain/identity/person/contract'
import { Forbidden, Malformed, Refused } from '@qinqing/domain/kernel/refusal'
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { Ask } from '../kernel/ask.ts'
import { theSystem } from '../kernel/city.ts'
import { For, Me, WithFirstPassword } from '../kernel/door.guard.ts'
import { absent, problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { bodyOf } from './body.ts'
import type { Guest } from './doorkeeper.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { Reception } from './reception.ts'

const needed = 'admin'

const suspended = {
  code: 'person/suspended', zh: '这个账号已停用，请先恢复，再发新密码', en: 'This account is suspended; restore it, then give it a password.',
} as const

// Without letters and digits that look alike, since people copy it by hand: 31 of them, 12 times, are 59 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

const newPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')

/** A first or a new password: made here, told once, kept only as a hash, and to be replaced by one of the own choice. */
@Controller('api/people/:id/password')
@For('signed-in')
export class PasswordsController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus, private readonly running: Running, private readonly reception: Reception) {}

  @Post()
  @HttpCode(200)
  async give(@Param('id') id: string, @Me() { viewer, person, session }: Guest) {
    if (!viewer.roles.includes(needed)) throw new Forbidden([needed])
    const found = await this.running.reader.document('people', id, viewer)
    if (!found) throw new Problematic(absent)
    if ((await this.reception.known(viewer.tenant, id)).status !== 'active') throw new Refused(suspended)
    const password = newPassword()
    const { ids } = this.running.kernel.world
    const { position } = await this.bus.execute(new Ask({
      aggregate: 'person', id, command: { type: 'SetPassword', data: { hash: await hashPassword(password), temporary: true } }, commandId: ids.fresh(),
      causationId: `person:${person.id}`,
    }, theSystem(viewer.tenant)))
    // Whoever knew the old one may be in; only who resets the own password stays.
    await this.reception.closeAll(viewer.tenant, id, position, session.id)
    return { username: (found.row.document as PersonDocument).username, password }
  }
}

export const change = z.strictObject({ old: z.string().min(1).max(200), password: z.string().min(1).max(200) })

const wrongOld = problem(403, 'password/wrong-old', '原来的密码不对，请再试一次', 'The present password is wrong; try again.')

/** Throws `Malformed` when a password that somebody chooses will not do. */
export function ensureGood(password: string, username: string): void {
  const fault = passwordFault(password, username)
  if (fault) throw new Malformed([{ path: 'password', message: fault }])
}

/** The own password: whoever changes it knows the old one, and is signed in nowhere else afterwards. */
@Controller('api/session/password')
@For('signed-in')
export class OwnPasswordController {
  constructor(private readonly reception: Reception) {}

  @Post()
  @WithFirstPassword()
  @HttpCode(204)
  async change(@Body() body: unknown, @Ip() address: string, @Me() { viewer: { tenant }, person: { id, name, username }, session }: Guest) {
    const { old, password } = bodyOf(change, body)
    ensureGood(password, username)
    if (password === old) throw new Malformed([{ path: 'password', message: 'same' }])
    const succeeded = this.reception.attempt(address, `${tenant} ${username}`)
    if (!await isPassword(old, (await this.reception.known(tenant, id)).hash)) throw new Problematic(wrongOld)
    succeeded()
    const { position } = await this.reception.askAs({ tenant, person: { id, name } }, { type: 'SetPassword', data: { hash: await hashPassword(password) } })
    await this.reception.closeAll(tenant, id, position, session.id)
  }
}
