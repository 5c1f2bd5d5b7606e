import { deciders } from '@qinqing/domain/catalogue'
import { replay } from '@qinqing/domain/kernel/decider'
import { execute, type Receipt } from '@qinqing/domain/kernel/execute'
import type { Message, Recorded } from '@qinqing/domain/kernel/message'
import { partsOf, streamOf } from '@qinqing/domain/kernel/stream'
import type { IntakeTally } from '@qinqing/domain/policy/intake/contract'
import type { Intake } from '@qinqing/domain/policy/intake/intake'
import { projections } from '@qinqing/projections/catalogue'
import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { theSystem } from '../kernel/city.ts'
import { fileOwner } from '../kernel/file-owner.ts'
import type { Journal } from '../kernel/journal.ts'
import { problemOf, Problematic } from '../kernel/problem.ts'
import type { Running } from '../kernel/running.ts'
import { operatorAsker } from '../operator/asker.ts'
import { faultsFile } from './faults-file.ts'
import { tableKind } from './file-kind.ts'
import { firstRemarks, previewed, remarkOf } from './preview.ts'
import { UnreadableFile } from './rows.ts'
import { importServiceItems } from './run.ts'
import { formatOf, sourceOf } from './source.ts'
import { ImportHalted } from './take-in.ts'

const wanted = ['IntakeStaged', 'IntakeStarted', 'IntakeStopped'] as const
const reportEveryMs = 700
const againMs = 2_000

/**
 * Reads and takes in what editors have staged and started, one after the other. It is driven by the log alone: what the server was at
 * when it ended goes on at its next start, and since a row that is there is left alone, nothing is done twice.
 */
export class Intakes {
  private readonly running: Running
  private readonly journal: Journal
  private readonly ending = new AbortController()
  private readonly stops = new Map<string, AbortController>()
  private line: Promise<unknown> = Promise.resolve()
  private following: Promise<void> = Promise.resolve()

  constructor(running: Running, journal: Journal) {
    this.running = running
    this.journal = journal
  }

  async start(): Promise<void> {
    const { kernel, documents, cities } = this.running
    const after = await kernel.log.head()
    for (const { id: tenant } of cities) {
      const open = await documents.find(projections['intakes']!, { tenant, where: ['in', 'status', ['staged', 'running']], sort: [['stagedAt', 'asc']], limit: 100 })
      for (const { id } of open.rows) this.queue(streamOf(tenant, 'intake', id))
    }
    this.following = this.follow(after)
  }

  async stop(): Promise<void> {
    this.ending.abort()
    for (const stop of this.stops.values()) stop.abort()
    await Promise.all([this.following, this.line])
  }

  private async follow(after: number): Promise<void> {
    for await (const { events } of this.running.kernel.log.follow({ after, types: wanted, signal: this.ending.signal })) {
      for (const { type, stream } of events) {
        if (type === 'IntakeStopped') this.stops.get(stream)?.abort()
        else this.queue(stream)
      }
    }
  }

  private queue(stream: string): void {
    this.line = this.line.then(() => this.persist(stream))
  }

  /** A log that cannot write at present is asked again; anything else is a defect, and the next import is not held up by it. */
  private async persist(stream: string): Promise<void> {
    while (!this.ending.signal.aborted) {
      try {
        return await this.work(stream)
      } catch (error) {
        this.journal.defect(error)
        if (!(error instanceof ImportHalted)) return
        await this.pause()
      }
    }
  }

  private pause(): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.running.kernel.world.timers.after(againMs, resolve)
      this.ending.signal.addEventListener('abort', () => { cancel(); resolve() }, { once: true })
    })
  }

  private async work(stream: string): Promise<void> {
    const { tenant, id } = partsOf(stream)
    const intake = replay(deciders['intake']!, await this.running.kernel.log.read(stream)) as Intake
    if (!intake.file || (intake.status !== 'staged' && intake.status !== 'running')) return
    const file = this.running.files.pathOf(fileOwner(this.running, tenant, id), intake.file.hash)
    const say = (type: string, data: object) => this.ask(tenant, id, { type, data })
    try {
      if (!file || !existsSync(file)) throw noFile()
      await (intake.status === 'staged' ? this.preview(stream, intake, file, say) : this.takeIn(stream, intake, file, say))
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      if (intake.status === 'staged') await say('RejectIntake', { reason: error.words })
    }
  }

  private async preview(stream: string, { office, officeName }: Intake, file: string, say: Say): Promise<void> {
    const { found, remarks } = await previewed(sourceOf(file), { id: office, name: officeName }, await formatOf(file))
    await say('PreviewIntake', { ...found, report: await this.report(stream, remarks) })
  }

  private async takeIn(stream: string, { office, officeName, assignments, official, startedBy }: Intake, file: string, say: Say): Promise<void> {
    const { tenant } = partsOf(stream)
    const { kernel } = this.running
    const stopping = new AbortController()
    this.stops.set(stream, stopping)
    const own = { id: office, name: officeName }
    const offices = new Map(assignments.map(one => [one.authority, { id: one.office, name: one.officeName }]))
    const asker = operatorAsker(startedBy, tenant, 'import')
    const operator = {
      ask: (asked: Parameters<typeof execute>[1]) => execute(kernel, asked, asker).catch(problemOf),
      history: (aggregate: string, of: string): Promise<Recorded[]> => kernel.log.read(streamOf(tenant, aggregate, of)),
    }
    let told = Date.parse(kernel.world.clock.now())
    let telling: Promise<unknown> = Promise.resolve()
    try {
      const { remarks, ...tally } = await importServiceItems({
        operator, ids: kernel.world.ids, name: startedBy, office: own, official, rows: sourceOf(file), signal: stopping.signal,
        officeOf: authority => offices.get(authority) ?? own,
        progress: ({ remarks: _, ...now }) => {
          const at = Date.parse(kernel.world.clock.now())
          if (at - told < reportEveryMs || stopping.signal.aborted) return
          told = at
          const snapshot = { ...now }
          telling = telling.then(() => this.tell(say, snapshot, stopping))
        },
      })
      await telling
      if (stopping.signal.aborted) return
      const all = remarks.map(({ row, code, became, reasons }) => remarkOf(row, code, became, reasons))
      await say('FinishIntake', { tally, remarks: firstRemarks(all), report: await this.report(stream, all) })
    } finally {
      this.stops.delete(stream)
    }
  }

  /** Whoever stopped it in this moment wins: the rest is not taken in. */
  private async tell(say: Say, tally: IntakeTally, stopping: AbortController): Promise<void> {
    await say('ReportIntake', { tally }).catch((error: unknown) => {
      if (!(error instanceof Problematic)) throw error
      stopping.abort()
    })
  }

  private async report(stream: string, remarks: Parameters<typeof faultsFile>[0] & { length: number }): Promise<string | null> {
    const { tenant, id } = partsOf(stream)
    return remarks.length ? (await this.running.files.put(fileOwner(this.running, tenant, id), Readable.from(faultsFile(remarks)), 0, tableKind)).hash : null
  }

  private async ask(tenant: string, id: string, command: Message): Promise<Receipt> {
    const { kernel } = this.running
    return execute(kernel, { aggregate: 'intake', id, command, commandId: kernel.world.ids.fresh() }, theSystem(tenant, 'import'))
      .catch((error: unknown) => {
        const problem = problemOf(error)
        throw problem.status === 503 ? new ImportHalted(problem.detail) : new Problematic(problem)
      })
  }
}

const noFile = () => new UnreadableFile('文件不在这里，请重新上传', 'The file is not here; upload it again.')

type Say = (type: string, data: object) => Promise<unknown>
