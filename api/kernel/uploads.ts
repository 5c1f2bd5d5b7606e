import { idPattern } from '@qinqing/domain/kernel/stream'
import type { World } from '@qinqing/domain/kernel/world'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { bounds } from './bounds.ts'
import { headBytes, kindOf } from './file-kinds.ts'
import { fileProblems, toldOf } from './file-problems.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { Problematic } from './problem.ts'

const note = z.object({
  owner: z.string(),
  person: z.string(),
  length: z.int(),
  sha256: z.string().optional(),
  startedAt: z.string(),
  /** It has arrived; kept for whoever has not heard so. */
  file: z.object({ hash: z.string(), size: z.int(), type: z.string() }).optional(),
})
type Note = z.infer<typeof note>

/** Where an upload stands. */
export interface Standing {
  offset: number
  length: number
  expiresAt: string
  file?: StoredFile | undefined
}

export interface Wanted {
  owner: string
  person: string
  length: number
  /** What the sender says the whole is; without it nobody notices what changes on the way. */
  sha256?: string | undefined
}

const noteOf = (text: string): Note | undefined => {
  try {
    return note.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Files that arrive piece by piece. What has been answered is on the disk, so that an upload goes on where it stopped, whoever broke off. */
export class Uploads {
  private readonly files: FileStore
  private readonly world: Pick<World, 'clock' | 'ids'>
  private readonly folder: string
  private readonly notes = new Map<string, Note>()
  /** Who is at an upload now: one at a time. */
  private readonly busy = new Map<string, { content: Readable | undefined; done: Promise<unknown> }>()

  constructor(files: FileStore, world: Pick<World, 'clock' | 'ids'>) {
    this.files = files
    this.world = world
    this.folder = join(files.folder, '.uploads')
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(this.folder).filter(one => one.endsWith('.json'))) {
      const found = noteOf(readFileSync(join(this.folder, name), 'utf8'))
      if (found) this.notes.set(name.slice(0, -5), found)
    }
  }

  /** Announces an upload; throws `Problematic` when it can be told already that it will not be taken. */
  async begin({ owner, person, length, sha256 }: Wanted): Promise<{ id: string } & Standing> {
    if (length === 0) throw new Problematic(fileProblems.empty)
    if (length > bounds.uploadBytes) throw new Problematic(fileProblems.tooLarge)
    await this.files.ensureRoom(owner)
    await this.expire()
    const mine = [...this.notes.values()].filter(one => one.person === person && !one.file)
    if (mine.length >= bounds.uploads.openOfPerson) throw new Problematic(fileProblems.tooManyOpen)
    const id = this.world.ids.fresh()
    const begun: Note = { owner, person, length, ...sha256 ? { sha256 } : {}, startedAt: this.world.clock.now() }
    this.notes.set(id, begun)
    await this.guarded(async () => {
      await writeFile(this.part(id), '', { mode: 0o600 })
      await this.write(id, begun)
    }).catch(async (error: unknown) => {
      await this.forget(id)
      throw error
    })
    return { id, ...this.standing(begun, 0) }
  }

  /** Where it stands; whoever still writes from a lost connection is stopped first, so that the answer holds. */
  async look(owner: string, id: string): Promise<Standing> {
    return this.alone(id, async () => {
      const found = this.found(owner, id)
      if (found.file) return this.kept(id, found, found.file)
      const size = await this.sizeOf(id)
      return size === found.length ? this.finish(id, found) : this.standing(found, size)
    })
  }

  /** Writes a piece behind what is there; with the last one the file is kept. */
  async append(owner: string, id: string, offset: number, content: unknown): Promise<Standing> {
    if (!(content instanceof Readable)) throw new Problematic(fileProblems.noFile)
    return this.alone(id, () => this.writePiece(id, this.found(owner, id), offset, content), content)
  }

  /** Gives an upload up. */
  async stop(owner: string, id: string): Promise<void> {
    await this.alone(id, async () => {
      this.found(owner, id)
      await this.forget(id)
    })
  }

  /** Throws away what nobody has gone on with. */
  async expire(): Promise<void> {
    const now = this.world.clock.now()
    for (const [id, one] of this.notes) if (this.endOf(one) <= now && !this.busy.has(id)) await this.forget(id)
  }

  private async writePiece(id: string, found: Note, offset: number, content: Readable): Promise<Standing> {
    const before = found.file ? undefined : await this.sizeOf(id)
    if (before === undefined || before !== offset) throw new Problematic(fileProblems.elsewhere)
    await this.guarded(async () => {
      const handle = await open(this.part(id), 'a')
      try {
        let left = found.length - before
        for await (const chunk of content as AsyncIterable<Buffer>) {
          left -= chunk.length
          if (left < 0) throw new Problematic(fileProblems.tooLarge)
          await handle.appendFile(chunk)
        }
      } finally {
        // Also when the line broke: what is said to be here later must be here.
        await handle.sync().finally(() => handle.close())
      }
    })
    const size = await this.sizeOf(id)
    if (size >= headBytes && offset < headBytes && !kindOf(await this.headOf(id))) {
      await this.forget(id)
      throw new Problematic(fileProblems.wrongKind)
    }
    return size === found.length ? this.finish(id, found) : this.standing(found, size)
  }

  /** Hashed as it lies on the disk and noted before it is moved to its owner, so that it is known again wherever this is cut. */
  private async finish(id: string, found: Note): Promise<Standing> {
    const examined = this.files.examine(found.owner, this.part(id), found.sha256).catch(async (error: unknown) => {
      if (error instanceof Problematic) await this.forget(id)
      throw error
    })
    const file = await this.guarded(() => examined)
    const finished = { ...found, file }
    return this.guarded(async () => {
      await this.write(id, finished)
      this.notes.set(id, finished)
      return this.kept(id, finished, file)
    })
  }

  /** What has been noted is at its owner's, or is moved there now. */
  private async kept(id: string, found: Note, file: StoredFile): Promise<Standing> {
    if (!await this.files.has(found.owner, file.hash)) await this.files.keep(found.owner, this.part(id), file)
    await rm(this.part(id), { force: true })
    return this.standing(found, found.length)
  }

  /** Whoever comes later goes on, and the one before is let go: it hangs on a line that is lost. */
  private async alone<Answer>(id: string, act: () => Promise<Answer>, content?: Readable): Promise<Answer> {
    for (let other = this.busy.get(id); other; other = this.busy.get(id)) {
      other.content?.destroy()
      await other.done
    }
    const done = act()
    this.busy.set(id, { content, done: done.catch(() => undefined) })
    try {
      return await done
    } finally {
      this.busy.delete(id)
    }
  }

  /** Another owner's upload is not there. */
  private found(owner: string, id: string): Note {
    const found = idPattern.test(id) ? this.notes.get(id) : undefined
    if (!found || found.owner !== owner) throw new Problematic(fileProblems.gone)
    return found
  }

  private async sizeOf(id: string): Promise<number> {
    return (await stat(this.part(id)).catch(() => { throw new Problematic(fileProblems.gone) })).size
  }

  private async headOf(id: string): Promise<Uint8Array> {
    const handle = await open(this.part(id))
    return handle.read(Buffer.alloc(headBytes), 0, headBytes, 0).then(({ buffer }) => buffer).finally(() => handle.close())
  }

  private async forget(id: string): Promise<void> {
    this.notes.delete(id)
    await Promise.all([this.part(id), this.noted(id)].map(path => rm(path, { force: true })))
  }

  private async write(id: string, one: Note): Promise<void> {
    const next = `${this.noted(id)}~`
    await writeFile(next, JSON.stringify(one), { mode: 0o600, flush: true })
    await rename(next, this.noted(id))
  }

  private async guarded<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    return act().catch((error: unknown) => {
      const told = toldOf(error)
      throw told ? new Problematic(told) : error
    })
  }

  private standing(one: Note, offset: number): Standing {
    return { offset, length: one.length, expiresAt: this.endOf(one), file: one.file }
  }

  private endOf({ startedAt }: Note): string {
    return new Date(Date.parse(startedAt) + bounds.uploads.hours * 3_600_000).toISOString()
  }

  private part(id: string): string { return join(this.folder, id) }

  private noted(id: string): string { return `${this.part(id)}.json` }
}
