import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MemoryEventStore } from '../store/memory.ts'
import { SqliteEventStore } from '../store/sqlite.ts'
import { deciders } from './case.conformance.ts'
import type { EventStore } from './event-store.ts'
import { type Asked, execute, type Kernel, type Receipt } from './execute.ts'
import type { Asker, Message } from './message.ts'
import { asker, stillWorld } from './spec.ts'
import { streamOf } from './stream.ts'

const person = (actor: string, by: string): Asker => ({ ...asker, actor, by, post: '企业服务科 审核' })
export const jia = person('p-jia', '示例甲')
export const yi = person('p-yi', '示例乙')
export const at = (id: string): string => streamOf(asker.tenant, 'case', id)

/** What an ask came to: a receipt or an error. */
export const outcomeOf = (asking: Promise<Receipt>): Promise<Receipt | Error> => asking.catch((error: Error) => error)

/** A kernel over a log of its own for each test; a test may put another kernel in its place. */
export interface Bench {
  kernel: Kernel
  log: EventStore
  ask(command: Message, over?: Partial<Asked>, as?: Asker): Promise<Receipt>
  open(id?: string): Promise<Receipt>
  note(over?: Partial<Asked>, as?: Asker): Promise<Receipt>
  typesOf(id?: string): Promise<string[]>
}

/** Scenarios of asking, over every log that is embedded. */
export function asking(scenarios: (bench: Bench) => void) {
  describe.each([
    ['memory', async () => ({ log: new MemoryEventStore() as EventStore, clear: async () => undefined })],
    ['SQLite', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'qinqing-execute-'))
      return { log: await SqliteEventStore.open(folder) as EventStore, clear: () => rm(folder, { recursive: true }) }
    }],
  ])('asking over %s', (_, make) => {
    let clear: () => Promise<unknown>
    let count = 0
    const bench = {
      ask: (command, over = {}, as = jia) => execute(bench.kernel, { aggregate: 'case', id: 'c-1', command, commandId: `command-${++count}`, ...over }, as),
      open: (id = 'c-1') => bench.ask({ type: 'OpenCase', data: { title: '示例' } }, { id }),
      note: (over = {}, as = jia) => bench.ask({ type: 'NoteCase', data: { text: '来电' } }, over, as),
      typesOf: async (id = 'c-1') => (await bench.log.read(at(id))).map(({ type }) => type),
    } as Bench

    beforeEach(async () => {
      ({ log: bench.log, clear } = await make())
      bench.kernel = { log: bench.log, world: stillWorld(), deciders, prefixes: {} }
    })
    afterEach(async () => {
      await bench.log.close()
      await clear()
    })
    scenarios(bench)
  })
}
