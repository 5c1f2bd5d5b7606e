import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { Conflict, LogUnavailable, Unknown } from '../kernel/refusal.ts'
import type { Answer, Ask, Ready } from './sqlite-protocol.ts'

/** How long an append may go without an answer before it counts as unknown. */
const patience = 15_000

/** The most appends that may wait; whoever comes then is asked to come again. */
export const mostWaiting = 20_000

/** So many go to the thread at once, so that it works while this side prepares the rest. */
const crowd = 32

interface Waiting {
  resolve(position: number): void
  reject(error: Error): void
  since: number
}

/** How the other side's refusals sound on this side. */
function errorOf(answer: Exclude<Answer, { position: number }>): Error {
  if ('conflict' in answer) return new Conflict(answer.conflict.stream, answer.conflict.current)
  if ('unavailable' in answer) return new LogUnavailable(answer.unavailable)
  if ('unknown' in answer) return new Unknown(answer.unknown)
  return new Error(`the log met a defect: ${answer.defect}`)
}

/** This side of the thread that writes: sends what came in one tick as one message, and starts the thread again when it broke. */
export class Writer {
  readonly #spawn: () => Worker
  readonly #written: () => void
  readonly #waiting = new Map<number, Waiting>()
  readonly #watch: NodeJS.Timeout
  readonly #ready = Promise.withResolvers<Ready>()
  #worker: Worker | null = null
  #queue: Ask[] = []
  #count = 0
  #closed = false

  /** `written` hears of each commit. */
  constructor(spawn: () => Worker, written: () => void) {
    this.#spawn = spawn
    this.#written = written
    this.#watch = setInterval(() => this.#giveUp(Date.now() - patience), 1000).unref()
  }

  /** Starts the thread; fails when the file cannot be used. */
  async open(): Promise<Ready> {
    this.#worker = this.#start()
    return await this.#ready.promise
  }

  /** The position of the last event written. */
  append(writes: Ask['writes'], checks: Ask['checks']): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    if (this.#closed) reject(new Error('the log is closed'))
    else if (this.#waiting.size >= mostWaiting) reject(new LogUnavailable('too many appends are waiting'))
    else {
      const id = ++this.#count
      this.#waiting.set(id, { resolve, reject, since: Date.now() })
      this.#worker?.ref()
      const waiting = this.#queue.push({ id, writes, checks })
      if (waiting === 1) setImmediate(() => this.#send())
      if (waiting === crowd) this.#send()
    }
    return promise
  }

  /** Ends when all that was asked has been answered. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#watch)
    this.#send()
    if (!this.#worker) return
    const ended = once(this.#worker, 'exit')
    this.#worker.ref()
    this.#worker.postMessage('close')
    await ended
  }

  #send(): void {
    const asks = this.#queue
    this.#queue = []
    if (!asks.length) return
    this.#worker ??= this.#start()
    this.#worker.postMessage(asks)
  }

  #start(): Worker {
    const worker = this.#spawn()
    let fault = new Error('the thread that writes ended')
    worker.on('message', (message: Ready | Answer[]) => {
      if (Array.isArray(message)) this.#settle(message)
      else this.#opened(message)
    })
    worker.once('error', (error: Error) => { fault = error })
    worker.once('exit', () => {
      this.#ready.reject(fault)
      if (this.#worker === worker) this.#worker = null
      this.#giveUp(Infinity, fault.message)
    })
    return worker
  }

  #opened(ready: Ready): void {
    this.#ready.resolve(ready)
    if (!this.#waiting.size && !this.#closed) this.#worker?.unref()
  }

  #settle(answers: readonly Answer[]): void {
    for (const answer of answers) {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('position' in answer) waiting?.resolve(answer.position)
      else waiting?.reject(errorOf(answer))
    }
    // A thread that nobody waits for does not keep the process from ending.
    if (!this.#waiting.size && !this.#closed) this.#worker?.unref()
    if (answers.some(answer => 'position' in answer)) this.#written()
  }

  /** Nobody can say whether these have been written. */
  #giveUp(before: number, why = 'the log did not answer in time'): void {
    for (const [id, { since, reject }] of this.#waiting) {
      if (since > before) return
      this.#waiting.delete(id)
      reject(new Unknown(why))
    }
  }
}
