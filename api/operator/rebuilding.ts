import { execute, type Kernel } from '@qinqing/domain/kernel/execute'
import { replay } from '@qinqing/domain/kernel/decider'
import type { Message, Recorded } from '@qinqing/domain/kernel/message'
import { partsOf, streamOf } from '@qinqing/domain/kernel/stream'
import type { ReadmodelCommand } from '@qinqing/domain/service/readmodel/contract'
import { type Readmodel, readmodel } from '@qinqing/domain/service/readmodel/readmodel'
import { theSystem } from '../kernel/city.ts'
import type { Journal } from '../kernel/journal.ts'
import { Cancelled } from '../kernel/lane.ts'
import type { Projector } from '../kernel/projector.ts'
import type { Fault, Reconciler } from '../kernel/reconciler.ts'
import { pause } from '../kernel/pace.ts'

interface Parts {
  kernel: Kernel
  projector: Pick<Projector, 'lanes' | 'signal'>
  reconciler: Reconciler
  journal: Pick<Journal, 'defect'>
  /** Where the events of those who look after the system are: those of the first city. */
  tenant: string
}

const types = ['RebuildAsked', 'RebuildCancelled']

/** So many repairs of one document, and of all since the start, are written down: a fault that comes back for ever must not fill the log. */
const noted = { ofOne: 3, ofAll: 1_000 }

/** Progress is told so often in all, however long the log is. */
const told = 10

/** Does what is asked of read models in the log, one after the other, and writes there how it goes and what the reconciler has repaired. */
export class Rebuilding {
  private readonly parts: Parts
  private readonly queue: string[] = []
  private current: { name: string; cancelled: AbortController } | null = null
  private following: Promise<void> = Promise.resolve()
  private working: Promise<void> = Promise.resolve()
  private telling: Promise<void> = Promise.resolve()
  private readonly repairs = new Map<string, number>()

  constructor(parts: Parts) {
    this.parts = parts
  }

  /** Takes up what was asked while no server ran, and says of what an earlier one left half done that it was interrupted. */
  async start(): Promise<void> {
    const { kernel, projector, reconciler, tenant } = this.parts
    const head = await kernel.log.head()
    reconciler.listen(fault => this.note(fault))
    for (const name of projector.lanes.keys()) {
      const { status } = replay(readmodel, await kernel.log.read(streamOf(tenant, 'readmodel', name))) as Readmodel
      if (status === 'running' || status === 'stopping') await this.tell(name, { type: 'StopRebuild', data: { reason: 'interrupted' } })
      if (status === 'asked') this.take(name)
    }
    this.following = this.follow(head)
  }

  async stopped(): Promise<void> {
    await this.following
    await this.working
    await this.telling
  }

  private async follow(from: number): Promise<void> {
    const { kernel, projector: { signal }, journal, tenant } = this.parts
    for (let after = from; !signal.aborted;) {
      try {
        for await (const { events, position } of kernel.log.follow({ after, types, signal })) {
          for (const event of events) if (event.tenant === tenant) this.hear(event)
          after = position
        }
      } catch (error) {
        journal.defect(error)
        await pause(kernel.world.timers, 1_000, signal)
      }
    }
  }

  private hear({ type, stream }: Recorded): void {
    const name = partsOf(stream).id
    if (type === 'RebuildAsked') return this.take(name)
    if (this.current?.name === name) this.current.cancelled.abort()
    if (this.queue.includes(name)) this.queue.splice(this.queue.indexOf(name), 1)
  }

  private take(name: string): void {
    this.queue.push(name)
    if (this.current || this.queue.length > 1) return
    this.working = this.work()
  }

  private async work(): Promise<void> {
    for (let name = this.queue[0]; name !== undefined && !this.parts.projector.signal.aborted; name = this.queue[0]) {
      const cancelled = new AbortController()
      this.current = { name, cancelled }
      this.queue.shift()
      await this.rebuild(name, cancelled.signal).catch((error: unknown) => this.parts.journal.defect(error))
      this.current = null
    }
  }

  private async rebuild(name: string, cancelled: AbortSignal): Promise<void> {
    const { projector: { lanes, signal } } = this.parts
    const lane = lanes.get(name)
    if (!lane) return this.tell(name, { type: 'StopRebuild', data: { reason: 'unknown' } })
    // Not when it was cancelled just now.
    if (!await this.begins(name)) return
    const began = performance.now()
    let step = 0
    try {
      const { position, differing } = await lane.rebuild(AbortSignal.any([cancelled, signal]), (done, of) => {
        const next = Math.floor(done / of * told)
        if (next > step && done < of) this.later(name, { type: 'AdvanceRebuild', data: { done, of } })
        step = next
      })
      await this.telling
      await this.tell(name, { type: 'CompleteRebuild', data: { position, differing, ms: Math.round(performance.now() - began) } })
    } catch (error) {
      await this.telling
      // A server that ends leaves it to the next one to say so.
      if (signal.aborted) return
      if (!(error instanceof Cancelled)) this.parts.journal.defect(error)
      await this.tell(name, { type: 'StopRebuild', data: { reason: error instanceof Cancelled ? 'cancelled' : 'failed' } })
    }
  }

  private async begins(name: string): Promise<boolean> {
    const { kernel, tenant } = this.parts
    const { status } = replay(readmodel, await kernel.log.read(streamOf(tenant, 'readmodel', name))) as Readmodel
    if (status !== 'asked') return false
    await this.tell(name, { type: 'StartRebuild', data: {} })
    return true
  }

  private note({ projection, place, tenant, id, kind, fields }: Fault): void {
    const key = JSON.stringify([projection, place, tenant, id])
    const before = this.repairs.get(key) ?? 0
    if (before >= noted.ofOne || (!before && this.repairs.size >= noted.ofAll)) return
    this.repairs.set(key, before + 1)
    this.later(projection, { type: 'RecordFault', data: { place, document: id, kind, fields: fields.map(field => field.slice(0, 200)) } })
  }

  /** In order, without anybody waiting for it. */
  private later(name: string, command: ReadmodelCommand): void {
    this.telling = this.telling.then(() => this.tell(name, command)).catch((error: unknown) => this.parts.journal.defect(error))
  }

  private async tell(name: string, command: ReadmodelCommand & Message): Promise<void> {
    const { kernel, tenant } = this.parts
    await execute(kernel, { aggregate: 'readmodel', id: name, command, commandId: kernel.world.ids.fresh() }, theSystem(tenant))
  }
}
