import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import { Forbidden } from '@qinqing/domain/kernel/refusal'
import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Guest } from '../identity/doorkeeper.ts'
import { For, Me } from '../kernel/door.guard.ts'
import { fileOwner } from '../kernel/file-owner.ts'
import { absent, problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { tableKind } from './file-kind.ts'

const begun = problem(409, 'file/not-now', '这次导入已经有文件了，请另开一次导入', 'This import has its file already; begin another one.')

/** Files of service items: taken from editors, and the file of all faults given back. */
@Controller('api/imports/:id')
@For('signed-in')
export class ImportsController {
  constructor(private readonly running: Running) {}

  /** The body is the file itself; what comes back goes into `StageIntake`. */
  @Post('file')
  @HttpCode(200)
  async upload(@Param('id') id: string, @Req() request: FastifyRequest, @Me() { viewer }: Guest) {
    if (!viewer.roles.includes('editor')) throw new Forbidden(['editor'])
    // A folder of its own: nobody's application is called so.
    if (!id.startsWith('intake-')) throw new Problematic(absent)
    if ((await this.running.kernel.log.read(`${viewer.tenant}.intake-${id}`)).length) throw new Problematic(begun)
    return this.running.files.put(fileOwner(this.running, viewer.tenant, id), request.body, Number(request.headers['content-length'] ?? 0), tableKind)
  }

  @Get('faults')
  async faults(@Param('id') id: string, @Me() { viewer }: Guest, @Res() reply: FastifyReply) {
    const found = await this.running.reader.document('intakes', id, viewer)
    const intake = found?.row.document as IntakeDocument | undefined
    if (!intake?.report) throw new Problematic(absent)
    const { content } = await this.running.files.get(fileOwner(this.running, viewer.tenant, id), intake.report)
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="faults.csv"; filename*=UTF-8''${encodeURIComponent(`导入问题-${intake.file.name.replace(/\.\w+$/, '')}.csv`)}`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=0')
      .send(content)
  }
}
