import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bounds } from './bounds.ts'
import { headBytes, kindOf } from './file-kinds.ts'
import { fileProblems, toldOf } from './file-problems.ts'
import { absent, Problematic } from './problem.ts'

export interface StoredFile {
  hash: string
  size: number
  type: string
}

/** An id, behind the name of a city where it is not the first one's. */
export const ownerPattern = /^(?:[a-z0-9-]{1,40}@)?[A-Za-z0-9][A-Za-z0-9._~:-]{0,119}$/

/** Only plain names ever become paths. */
const named = (owner: string, hash: string): boolean => ownerPattern.test(owner) && /^[0-9a-f]{64}$/.test(hash)

/**
 * Attachments outside the log: each in the folder of its owner (an application), named by its SHA-256, written and synced
 * before any event speaks of it. Knowing a hash is not enough to get at another owner's file.
 */
export class FileStore {
  readonly folder: string
  /** What is still arriving in one go. What an earlier process left here never arrived. */
  private readonly parts: string

  constructor(folder: string) {
    this.folder = folder
    this.parts = join(folder, '.parts')
    rmSync(this.parts, { recursive: true, force: true })
  }

  /** Throws `Problematic` when there is no file, or it is empty, too large (`announced` bytes say so beforehand), or of a kind that is not taken. */
  async put(owner: string, content: unknown, announced = 0, kind = kindOf): Promise<StoredFile> {
    if (!(content instanceof Readable)) throw new Problematic(fileProblems.noFile)
    // Before anything is read, so that whoever sends it hears why instead of a broken connection.
    if (announced > bounds.uploadBytes) throw new Problematic(fileProblems.tooLarge)
    await this.ensureRoom(owner)
    const part = join(this.parts, randomUUID())
    try {
      await mkdir(this.parts, { recursive: true, mode: 0o700 })
      await this.write(part, content)
      const file = await this.examine(owner, part, undefined, kind)
      await this.keep(owner, part, file)
      return file
    } catch (error) {
      const told = toldOf(error)
      throw told ? new Problematic(told) : error
    } finally {
      await rm(part, { force: true }).catch(() => undefined)
    }
  }

  /** Throws `Problematic` when an owner may have no more files. */
  async ensureRoom(owner: string): Promise<void> {
    if (!ownerPattern.test(owner)) throw new Problematic(absent)
    const kept = await readdir(join(this.folder, owner)).catch(() => [])
    if (kept.length >= bounds.filesOfOne) throw new Problematic(fileProblems.tooMany)
  }

  /**
   * Says what a file is that has arrived whole and is synced. Throws `Problematic` when it is empty, of a kind that is not taken,
   * or not what was `expected`.
   */
  async examine(owner: string, part: string, expected?: string, kind = kindOf): Promise<StoredFile> {
    const { hash, size, head } = await this.digest(part)
    if (!size) throw new Problematic(fileProblems.empty)
    if (expected && expected !== hash) throw new Problematic(fileProblems.damaged)
    const type = kind(head)
    if (!type) throw new Problematic(fileProblems.wrongKind)
    await this.ensureRoom(owner)
    return { hash, size, type }
  }

  /** Takes an examined file; it lasts from here on. */
  async keep(owner: string, part: string, { hash }: StoredFile): Promise<void> {
    const folder = join(this.folder, owner)
    // A new folder lasts only when the one above knows of it.
    if (await mkdir(folder, { recursive: true, mode: 0o700 }) !== undefined) await this.sync(this.folder)
    await rename(part, join(folder, hash))
    await this.sync(folder)
  }

  /** The content, when it still has its hash. Throws `Problematic` when it is gone or was changed. */
  async get(owner: string, hash: string): Promise<{ content: Buffer; type: string }> {
    if (!named(owner, hash)) throw new Problematic(absent)
    const content = await readFile(join(this.folder, owner, hash)).catch(() => { throw new Problematic(absent) })
    if (createHash('sha256').update(content).digest('hex') !== hash) throw new Problematic(fileProblems.changed)
    return { content, type: kindOf(content) ?? 'application/octet-stream' }
  }

  /** Where a file lies, for whoever reads it piece by piece; undefined when no file can have that name. */
  pathOf(owner: string, hash: string): string | undefined {
    return named(owner, hash) ? join(this.folder, owner, hash) : undefined
  }

  async has(owner: string, hash: string): Promise<boolean> {
    return named(owner, hash) && stat(join(this.folder, owner, hash)).then(() => true, () => false)
  }

  private async write(part: string, content: Readable): Promise<void> {
    let size = 0
    await pipeline(content, async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length
        if (size > bounds.uploadBytes) throw new Problematic(fileProblems.tooLarge)
        yield chunk
      }
    }, createWriteStream(part, { mode: 0o600, flush: true }))
  }

  /** As it lies on the disk, not as it came. */
  private async digest(part: string) {
    const digest = createHash('sha256')
    let size = 0
    let head = Buffer.alloc(0)
    for await (const chunk of createReadStream(part) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes)])
      digest.update(chunk)
    }
    return { hash: digest.digest('hex'), size, head }
  }

  private async sync(path: string): Promise<void> {
    const handle = await open(path)
    await handle.sync().finally(() => handle.close())
  }
}
