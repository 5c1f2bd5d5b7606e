import { Controller, Delete, Head, Headers, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Guest } from '../identity/doorkeeper.ts'
import { For, Me } from '../kernel/door.guard.ts'
import { fileOwner } from '../kernel/file-owner.ts'
import { problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import type { Standing } from '../kernel/uploads.ts'
import { ensureTaking, seen } from './seen.ts'

const version = '1.0.0'
const wrongVersion = problem(412, 'tus-version', '这个上传程序的版本不对，请刷新页面', 'Only version 1.0.0 of the tus protocol is spoken here.')
const malformed = problem(400, 'malformed', '上传请求的格式不对', 'The upload headers are malformed.')

type Fields = Readonly<Record<string, string | undefined>>

const counted = (text: string | undefined): number => {
  if (!text || !/^\d{1,15}$/.test(text)) throw new Problematic(malformed)
  return Number(text)
}

/** The hash in `Upload-Metadata`, which is a list of words with values in base64. */
function hashIn(metadata: string | undefined): string | undefined {
  const value = metadata?.split(',').map(pair => pair.trim().split(' ')).find(([name]) => name === 'sha256')?.[1]
  const text = value === undefined ? undefined : Buffer.from(value, 'base64').toString('latin1')
  if (text !== undefined && !/^[0-9a-f]{64}$/.test(text)) throw new Problematic(malformed)
  return text
}

const headersOf = ({ offset, length, expiresAt, file }: Standing) => ({
  'tus-resumable': version, 'upload-offset': String(offset), 'upload-length': String(length), 'upload-expires': new Date(expiresAt).toUTCString(),
  ...file ? { 'x-file-hash': file.hash, 'x-file-type': file.type } : {},
})

/** Attachments that come in pieces and go on where they stopped: the tus protocol 1.0.0 with creation, expiration and termination. */
@Controller('api/applications/:id/uploads')
@For('signed-in')
export class UploadsController {
  constructor(private readonly running: Running) {}

  @Post()
  async begin(@Param('id') id: string, @Headers() fields: Fields, @Me() guest: Guest, @Res() reply: FastifyReply) {
    const owner = await this.admit(id, fields, guest)
    const { id: upload, ...standing } = await this.running.uploads.begin({
      owner, person: fileOwner(this.running, guest.viewer.tenant, guest.viewer.person), length: counted(fields['upload-length']), sha256: hashIn(fields['upload-metadata']),
    })
    await reply.code(201).headers(headersOf(standing)).header('location', `/api/applications/${encodeURIComponent(id)}/uploads/${upload}`).send()
  }

  @Head(':upload')
  async look(@Param('id') id: string, @Param('upload') upload: string, @Headers() fields: Fields, @Me() guest: Guest, @Res() reply: FastifyReply) {
    const owner = await this.admit(id, fields, guest)
    await reply.code(200).headers(headersOf(await this.running.uploads.look(owner, upload))).send()
  }

  @Patch(':upload')
  async go(
    @Param('id') id: string, @Param('upload') upload: string, @Headers() fields: Fields, @Req() { body }: FastifyRequest, @Me() guest: Guest,
    @Res() reply: FastifyReply,
  ) {
    const owner = await this.admit(id, fields, guest)
    await reply.code(204).headers(headersOf(await this.running.uploads.append(owner, upload, counted(fields['upload-offset']), body))).send()
  }

  @Delete(':upload')
  @HttpCode(204)
  async stop(@Param('id') id: string, @Param('upload') upload: string, @Headers() fields: Fields, @Me() guest: Guest) {
    const owner = await this.admit(id, fields, guest)
    await this.running.uploads.stop(owner, upload)
  }

  /** Answers whose the file is. */
  private async admit(id: string, fields: Fields, guest: Guest): Promise<string> {
    ensureTaking(await seen(this.running, id, guest), guest)
    if (fields['tus-resumable'] !== version) throw new Problematic(wrongVersion)
    return fileOwner(this.running, guest.viewer.tenant, id)
  }
}
