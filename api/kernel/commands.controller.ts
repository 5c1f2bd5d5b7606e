import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { fileRef } from '@qinqing/domain/language/field'
import { Malformed } from '@qinqing/domain/kernel/refusal'
import type { Asker } from '@qinqing/domain/kernel/message'
import { idPattern } from '@qinqing/domain/kernel/stream'
import { z } from 'zod'
import { Ask } from './ask.ts'
import { bounds } from './bounds.ts'
import { For, MeAsking } from './door.guard.ts'
import { fileOwner } from './file-owner.ts'
import { problem, Problematic } from './problem.ts'
import { Running } from './running.ts'

/** A command as it comes over the wire: its client-made id, the revision that the page showed, and its data. */
export const envelope = z.strictObject({
  commandId: z.uuid(),
  basis: z.int().min(-1).optional(),
  data: z.record(z.string(), z.unknown()),
})

const noFile = problem(409, 'file/not-uploaded', '文件没有上传成功，请重新上传', 'The file was not uploaded; upload it again.')

/** One door for all commands: what exists, and who may ask it, is in the contracts. */
@Controller('api/ask')
@For('signed-in')
export class CommandsController {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus, private readonly running: Running) {}

  @Post(':aggregate/:id/:command')
  @HttpCode(200)
  async ask(@Param('aggregate') aggregate: string, @Param('id') id: string, @Param('command') type: string, @Body() body: unknown, @MeAsking() asker: Asker) {
    const parsed = envelope.safeParse(body)
    if (!parsed.success) throw new Malformed(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })))
    if (!idPattern.test(id)) throw new Malformed([{ path: 'id', message: 'not an id' }])
    const { commandId, basis, data } = parsed.data
    await this.ensureUploaded(fileOwner(this.running, asker.tenant, id), data)
    const receipt = await this.bus.execute(new Ask({ aggregate, id, command: { type, data }, commandId, basis }, asker))
    // The page that asked may read at once what it has changed; when documents lag, it does not wait for them.
    await this.running.reader.atLeast(receipt.position, bounds.settleMs)
    return receipt
  }

  /** Files are kept before an event speaks of them. */
  private async ensureUploaded(owner: string, data: Record<string, unknown>) {
    const values = Object.values(data).flatMap(one => (typeof one === 'object' && one !== null ? [one, ...Object.values(one)] : [one]))
    for (const value of values) {
      const file = fileRef.safeParse(value)
      if (file.success && !await this.running.files.has(owner, file.data.hash)) throw new Problematic(noFile)
    }
  }
}
