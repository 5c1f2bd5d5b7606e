import { idPattern } from '@qinqing/domain/kernel/stream'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bounds } from './bounds.ts'
import { absent, problem, Problematic } from './problem.ts'

const tooLarge = problem(413, 'file/too-large', '文件超过 20 MB，请压缩或分成几份再上传', 'The file is larger than 20 MB; compress or split it.')
const noFile = problem(415, 'file/no-file', '请直接上传文件本身', 'Send the file itself, as application/octet-stream.')
const interrupted = problem(400, 'file/interrupted', '上传中断了，请重新上传', 'The upload broke off; upload the file again.')
const empty = problem(400, 'file/empty', '这个文件是空的，请重新选择', 'The file is empty; choose again.')
const tooMany = problem(409, 'file/too-many', `这件申请的文件已经有 ${bounds.filesOfOne} 个，不能再上传`, 'This application has as many files as it may have.')
const changed = problem(409, 'file/changed', '文件校验失败：存放的内容和提交时不一致，请联系管理员', 'The file does not match its hash: what is stored differs from what was submitted.')

/** What an upload is, by its first bytes; anything else is not taken. */
const kinds: readonly { type: string; starts: readonly number[] }[] = [
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
]
const wrongKind = problem(415, 'file/kind', '只收 PDF、PNG、JPG 文件，请转换后再上传', 'Only PDF, PNG and JPG files are taken; convert it first.')

const broken: readonly unknown[] = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']
const isBroken = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && broken.includes(error.code)

export interface StoredFile {
  hash: string
  size: number
  type: string
}

/** Only plain names ever become paths. */
const named = (owner: string, hash: string): boolean => idPattern.test(owner) && /^[0-9a-f]{64}$/.test(hash)

/**
 * Attachments outside the log: each in the folder of its owner (an application), named by its SHA-256, written and synced
 * before any event speaks of it. Knowing a hash is not enough to get at another owner's file.
 */
export class FileStore {
  private readonly folder: string
  /** What is still arriving. What an earlier process left here never arrived. */
  private readonly parts: string

  constructor(folder: string) {
    this.folder = folder
    this.parts = join(folder, '.parts')
    rmSync(this.parts, { recursive: true, force: true })
  }

  /** Throws `Problematic` when there is no file, or it is empty, too large (`announced` bytes say so beforehand), or of a kind that is not taken. */
  async put(owner: string, content: unknown, announced = 0): Promise<StoredFile> {
    if (!idPattern.test(owner)) throw new Problematic(absent)
    if (!(content instanceof Readable)) throw new Problematic(noFile)
    // Before anything is read, so that whoever sends it hears why instead of a broken connection.
    if (announced > bounds.uploadBytes) throw new Problematic(tooLarge)
    const folder = join(this.folder, owner)
    await this.make(folder)
    if ((await readdir(folder)).length >= bounds.filesOfOne) throw new Problematic(tooMany)
    await mkdir(this.parts, { recursive: true, mode: 0o700 })
    const part = join(this.parts, randomUUID())
    try {
      const { hash, size, head } = await this.write(part, content)
      if (!size) throw new Problematic(empty)
      const type = kinds.find(({ starts }) => starts.every((byte, n) => head[n] === byte))?.type
      if (!type) throw new Problematic(wrongKind)
      await rename(part, join(folder, hash))
      await this.sync(folder)
      return { hash, size, type }
    } finally {
      await rm(part, { force: true })
    }
  }

  /** The content, when it still has its hash. Throws `Problematic` when it is gone or was changed. */
  async get(owner: string, hash: string): Promise<{ content: Buffer; type: string }> {
    if (!named(owner, hash)) throw new Problematic(absent)
    const content = await readFile(join(this.folder, owner, hash)).catch(() => { throw new Problematic(absent) })
    if (createHash('sha256').update(content).digest('hex') !== hash) throw new Problematic(changed)
    return { content, type: kinds.find(({ starts }) => starts.every((byte, n) => content[n] === byte))?.type ?? 'application/octet-stream' }
  }

  async has(owner: string, hash: string): Promise<boolean> {
    return named(owner, hash) && stat(join(this.folder, owner, hash)).then(() => true, () => false)
  }

  private async write(part: string, content: Readable) {
    const digest = createHash('sha256')
    let size = 0
    let head = Buffer.alloc(0)
    const arrived = pipeline(content, async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length
        if (size > bounds.uploadBytes) throw new Problematic(tooLarge)
        if (head.length < 8) head = Buffer.concat([head, chunk.subarray(0, 8)])
        digest.update(chunk)
        yield chunk
      }
    }, createWriteStream(part, { mode: 0o600, flush: true }))
    await arrived.catch((error: unknown) => { throw isBroken(error) ? new Problematic(interrupted) : error })
    return { hash: digest.digest('hex'), size, head }
  }

  /** A new folder lasts only when the one above knows of it. */
  private async make(folder: string): Promise<void> {
    if (await mkdir(folder, { recursive: true, mode: 0o700 }) !== undefined) await this.sync(this.folder)
  }

  private async sync(path: string): Promise<void> {
    const handle = await open(path)
    await handle.sync().finally(() => handle.close())
  }
}
