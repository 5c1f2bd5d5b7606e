import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { type Appended, type Batch, type Check, EventStore, type Interest, type Write } from '../kernel/event-store.ts'
import type { Recorded } from '../kernel/message.ts'
import { answer } from './answer.ts'
import { News } from './news.ts'
import { bounded, refuseMalformed } from './shape.ts'
import { pack } from './sqlite-envelope.ts'
import { hold } from './sqlite-lock.ts'
import type { Line, Start } from './sqlite-protocol.ts'
import { Reader } from './sqlite-reader.ts'
import { Writer } from './sqlite-writer.ts'

/** After so many characters the journal is copied into the file. */
const copied = 4 * 1024 * 1024

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

/** The log in one file of a folder that belongs to one process: durable when it answers, many appends to a commit. */
export class SqliteEventStore extends EventStore {
  readonly #lock: DatabaseSync
  readonly #writer: Writer
  readonly #reader: Reader
  readonly #news: News
  readonly #identity: string
  readonly #spawnCheckpointer: () => Worker
  #checkpointer: Worker | null = null
  #uncopied = 0

  private constructor(lock: DatabaseSync, writer: Writer, reader: Reader, news: News, identity: string, checkpointer: () => Worker) {
    super()
    this.#lock = lock
    this.#writer = writer
    this.#reader = reader
    this.#news = news
    this.#identity = identity
    this.#spawnCheckpointer = checkpointer
  }
}

/** Makes the folder, and sees to it that it is still there after a power cut. */
function lasting(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  const parent = openSync(dirname(folder), 'r')
  fsyncSync(parent)
  closeSync(parent)
}
