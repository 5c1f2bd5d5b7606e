import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import { applicationMoves, type ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { fileRef } from '@qinqing/domain/language/field'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Guest } from '../identity/doorkeeper.ts'
import { For, Me } from '../kernel/door.guard.ts'
import { absent, problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'

const noUpload = problem(409, 'file/not-now', '现在的状态不能上传文件', 'Files cannot be uploaded in the present state.')

/** Attachments of an application: taken from its enterprise while it is filled in, given to those who may see the case. */
@Controller('api/applications/:id/files')
@For('signed-in')
export class FilesController {
  constructor(private readonly running: Running) {}

  /** The body is the file itself; its hash, size and kind come back, and the page puts them into an answer. */
  @Post()
  @HttpCode(200)
  async upload(@Param('id') id: string, @Req() request: FastifyRequest, @Me() guest: Guest) {
    const application = await this.seen(id, guest)
    if (!guest.viewer.enterprises.includes(application.enterprise)) throw new Problematic(absent)
    if (!applicationMoves[application.status].includes('PatchAnswers')) throw new Problematic(noUpload)
    return this.running.files.put(id, request.body, Number(request.headers['content-length'] ?? 0))
  }

  @Get(':hash')
  async download(@Param('id') id: string, @Param('hash') hash: string, @Me() guest: Guest, @Res() reply: FastifyReply) {
    const application = await this.seen(id, guest)
    const found = Object.values(application.answers).map(one => fileRef.safeParse(one).data).find(one => one?.hash === hash)
    if (!found) throw new Problematic(absent)
    const { content, type } = await this.running.files.get(id, hash)
    await reply
      .header('content-type', type)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .header('content-security-policy', "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=0')
      .send(content)
  }

  private async seen(id: string, { viewer }: Guest): Promise<ApplicationDocument> {
    const found = await this.running.reader.document('applications', id, viewer)
    if (!found) throw new Problematic(absent)
    return found.row.document as ApplicationDocument
  }
}
