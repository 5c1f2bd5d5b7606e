import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import { fileRef } from '@qinqing/domain/language/field'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Guest } from '../identity/doorkeeper.ts'
import { For, Me } from '../kernel/door.guard.ts'
import { fileOwner } from '../kernel/file-owner.ts'
import { absent, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { ensureTaking, seen } from './seen.ts'

/** Nothing in a file may run, load or reach anything, even when a browser opens it by itself. */
const policy = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/** Signs that turn a name around or break a line have no place in a header or a folder. */
const plain = (name: string) => name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\]/gu, '_')

/** Attachments of an application: taken from its enterprise while it is filled in, given to those who may see the case. */
@Controller('api/applications/:id/files')
@For('signed-in')
export class FilesController {
  constructor(private readonly running: Running) {}

  /** The body is the file itself, in one go; its hash, size and kind come back, and the sender puts them into an answer. */
  @Post()
  @HttpCode(200)
  async upload(@Param('id') id: string, @Req() request: FastifyRequest, @Me() guest: Guest) {
    ensureTaking(await seen(this.running, id, guest), guest)
    return this.running.files.put(fileOwner(this.running, guest.viewer.tenant, id), request.body, Number(request.headers['content-length'] ?? 0))
  }

  @Get(':hash')
  async download(@Param('id') id: string, @Param('hash') hash: string, @Me() guest: Guest, @Res() reply: FastifyReply) {
    const application = await seen(this.running, id, guest)
    const found = Object.values(application.answers).map(one => fileRef.safeParse(one).data).find(one => one?.hash === hash)
    if (!found) throw new Problematic(absent)
    const { content, type } = await this.running.files.get(fileOwner(this.running, guest.viewer.tenant, id), hash)
    await reply
      .header('content-type', type)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(plain(found.name))}`)
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cache-control', 'private, max-age=0')
      .send(content)
  }
}
