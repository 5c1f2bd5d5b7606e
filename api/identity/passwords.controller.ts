import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import { Forbidden, Refused } from '@qinqing/domain/kernel/refusal'
import { randomInt } from 'node:crypto'
import { Ask } from '../kernel/ask.ts'
import { theSystem } from '../kernel/city.ts'
import { For, Me } from '../kernel/door.guard.ts'
import { absent, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import type { Guest } from './doorkeeper.ts'
import { hashPassword } from './passwords.ts'

const needed = 'admin'

const suspended = {
  code: 'person/suspended', zh: '这个账号已停用，请先恢复，再发新密码', en: 'This account is suspended; restore it, then give it a password.',
} as const

// Without letters and digits that look alike, since people copy it by hand: 31 of them, 12 times, are 59 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

const newPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')

/** A first or a new password: made here, told once, and kept only as a hash; a command never carries one. */
@Controller('api/people/:id/password')
@For('signed-in')
export class PasswordsController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus, private readonly running: Running) {}

  @Post()
  @HttpCode(200)
  async give(@Param('id') id: string, @Me() { viewer, person }: Guest) {
    if (!viewer.roles.includes(needed)) throw new Forbidden([needed])
    const found = await this.running.reader.document('people', id, viewer)
    if (!found) throw new Problematic(absent)
    if ((found.row.document as PersonDocument).status !== 'active') throw new Refused(suspended)
    const password = newPassword()
    const { ids } = this.running.kernel.world
    await this.bus.execute(new Ask({
      aggregate: 'person', id, command: { type: 'SetPassword', data: { hash: await hashPassword(password) } }, commandId: ids.fresh(),
      causationId: `person:${person.id}`,
    }, theSystem(viewer.tenant)))
    return { username: (found.row.document as PersonDocument).username, password }
  }
}
