import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { type Appended, type Batch, type Check, EventStore, type Interest, type Write } from '../kernel/event-store.ts'
import type { Pending, Recorded } from '../kernel/message.ts'
import { answer } from './admission.ts'
import { lasting } from './lasting.ts'
import { News } from './news.ts'
import { bounded, refuseMalformed } from './shape.ts'
import { Checkpointer } from './sqlite-checkpoint.ts'
import { pack } from './sqlite-envelope.ts'
import { hold } from './sqlite-lock.ts'
import type { Line, Start } from './sqlite-protocol.ts'
import { Reader } from './sqlite-reader.ts'
import { Writer } from './sqlite-writer.ts'

export interface Options {
  /** Gives the history a new name: whoever restores or moves a log says so here. */
  renew?: boolean
  /** The most bytes the file may have; 0 for as many as the disk holds. */
  most?: number
  /** Starts a thread; for specs that want to end it. */
  spawn?: (file: URL, data: Start) => Worker
}

// A spec runs the sources, which Node reads as they are; a server runs what was built from them.
const threadOf = (name: string) => new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

const spawned = (file: URL, data: Start) => new Worker(file, { workerData: data, execArgv: [] })

interface Parts {
  lock: DatabaseSync
  writer: Writer
  reader: Reader
  news: News
  identity: string
  checkpointer: Checkpointer
}

/** The log in one file of a folder that belongs to one process: durable when it answers, many appends to a commit. */
export class SqliteEventStore extends EventStore {
  readonly #parts: Parts
  #closing: Promise<void> | null = null

  private constructor(parts: Parts) {
    super()
    this.#parts = parts
  }

  /** Throws `LogInUse` when another process has it, and an error that says why when the file cannot be trusted. */
  static async open(folder: string, { renew = false, most = 0, spawn = spawned }: Options = {}): Promise<SqliteEventStore> {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    lasting(dirname(folder))
    const file = join(folder, 'log.db')
    const lock = hold(join(folder, 'log.lock'))
    const news = new News()
    let again = false
    const writer = new Writer(() => {
      const data = { file, renew: renew && !again, most }
      again = true
      return spawn(threadOf('sqlite-worker'), data)
    }, () => news.announce())
    try {
      const { identity } = await writer.open()
      const checkpointer = new Checkpointer(() => spawn(threadOf('sqlite-checkpointer'), { file, renew: false, most }))
      return new SqliteEventStore({ lock, writer, news, identity, checkpointer, reader: new Reader(file) })
    } catch (error) {
      await writer.close()
      lock.close()
      throw error
    }
  }

  async identity(): Promise<string> {
    return this.#parts.identity
  }

  async read(stream: string, from = 0): Promise<Recorded[]> {
    return this.#parts.reader.read(stream, from)
  }

  async append(writes: readonly Write[], checks: readonly Check[] = []): Promise<Appended> {
    refuseMalformed(writes, checks)
    const lines = writes.map(({ stream, expected, events }) => ({ stream, expected, events: events.map(line) }))
    const position = await this.#parts.writer.append(lines, checks)
    this.#parts.checkpointer.grown(lines)
    return answer(writes, position)
  }

  async page(interest: Interest): Promise<Batch> {
    return this.#parts.reader.page(interest)
  }

  follow(interest: Interest): AsyncIterable<Batch> {
    return this.#parts.news.follow(one => this.page(one), interest)
  }

  async head(): Promise<number> {
    return this.#parts.reader.head()
  }

  /** Answers what was asked, then lets go of the folder. The thread that writes goes last and so leaves one file without a journal. */
  close(): Promise<void> {
    return this.#closing ??= this.#close()
  }

  async #close(): Promise<void> {
    const { lock, writer, reader, news, checkpointer } = this.#parts
    news.end()
    reader.close()
    await checkpointer.close()
    await writer.close()
    lock.close()
  }
}

const line = (event: Pending): Line =>
  ({ id: event.id, type: event.type, envelope: pack(event), data: bounded(JSON.stringify(event.data)) })
