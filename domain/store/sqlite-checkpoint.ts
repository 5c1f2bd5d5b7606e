import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { Ask } from './sqlite-protocol.ts'

/** After so many characters of events the journal is copied into the file. */
const due = 4 * 1024 * 1024

/** Has the journal copied by a thread of its own, which starts when there is something to copy. */
export class Checkpointer {
  readonly #spawn: () => Worker
  #worker: Worker | null = null
  #grown = 0
  #busy = false

  constructor(spawn: () => Worker) {
    this.#spawn = spawn
  }

  /** Hears what was written. */
  grown(writes: Ask['writes']): void {
    for (const { events } of writes) for (const { envelope, data } of events) this.#grown += envelope.length + data.length
    if (this.#grown < due || this.#busy) return
    this.#grown = 0
    this.#busy = true
    this.#worker ??= this.#start()
    this.#worker.postMessage('copy')
  }

  async close(): Promise<void> {
    if (!this.#worker) return
    const ended = once(this.#worker, 'exit')
    this.#worker.ref()
    this.#worker.postMessage('close')
    await ended
  }

  /** A thread that breaks is replaced at the next occasion; until then the thread that commits copies by itself. */
  #start(): Worker {
    const worker = this.#spawn()
    worker.unref()
    const idle = () => { this.#busy = false }
    worker.on('message', idle)
    worker.on('error', idle)
    worker.once('exit', () => {
      idle()
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }
}
