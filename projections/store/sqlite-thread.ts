import { Worker } from 'node:worker_threads'
import { DocumentsUnavailable } from '../kernel/unavailable.ts'
import type { Answer, Call, Core } from './sqlite-worker.ts'

type Name = keyof Core
type Value<Asked extends Name> = ReturnType<Core[Asked]>

interface Open {
  resolve: (value: unknown) => void
  reject: (reason: Error) => void
}

/** The thread that holds the connection. Calls of one tick go there together, so that they share one commit. */
export class Thread {
  private readonly open = new Map<number, Open>()
  private readonly worker: Worker
  private readonly ended: Promise<void>
  private waiting: Call[] = []
  private count = 0
  private over: Error | null = null

  constructor(path: string) {
    // The thread runs as source beside sources and as JavaScript beside JavaScript.
    const beside = import.meta.url.endsWith('.ts') ? './sqlite-worker.ts' : './sqlite-worker.js'
    this.worker = new Worker(new URL(beside, import.meta.url), { workerData: path })
    this.worker.on('message', (answers: readonly Answer[]) => answers.forEach(answer => this.settle(answer)))
    this.worker.on('error', error => this.end(error as Error))
    this.ended = new Promise(resolve => this.worker.on('exit', () => {
      this.end(new Error('the store is closed'))
      resolve()
    }))
    // An idle thread keeps no process alive.
    this.worker.unref()
  }

  call<Asked extends Name>(name: Asked, ...args: Parameters<Core[Asked]>): Promise<Value<Asked>> {
    return new Promise((resolve, reject) => {
      if (this.over) return reject(this.over)
      const n = ++this.count
      this.open.set(n, { resolve: value => resolve(value as Value<Asked>), reject })
      this.worker.ref()
      if (this.waiting.push({ n, name, args }) === 1) setImmediate(() => this.send())
    })
  }

  /** What was asked before is still answered. */
  close(): Promise<void> {
    if (!this.over) {
      this.over = new Error('the store is closed')
      this.worker.ref()
      this.send()
      this.worker.postMessage(null)
    }
    return this.ended
  }

  whenClosed(act: () => void): void {
    void this.ended.then(act)
  }

  private send(): void {
    if (this.waiting.length) this.worker.postMessage(this.waiting)
    this.waiting = []
  }

  private settle(answer: Answer): void {
    const open = this.open.get(answer.n)
    this.open.delete(answer.n)
    if (!this.open.size && !this.over) this.worker.unref()
    if ('error' in answer) open?.reject(answer.unavailable ? new DocumentsUnavailable(answer.error) : new Error(answer.error))
    else open?.resolve(answer.value)
  }

  private end(reason: Error): void {
    this.over ??= reason
    for (const { reject } of this.open.values()) reject(this.over)
    this.open.clear()
  }
}
