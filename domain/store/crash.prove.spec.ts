import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import type { Recorded } from '../kernel/message.ts'
import { SqliteEventStore } from './sqlite.ts'

const moments = process.env['QQ_PROVE'] ? 100 : 5
const seed = Number(process.env['QQ_SEED'] ?? 20261125)

/** The same moments for the same seed. */
const momentOf = (n: number) => 5 + (Math.imul(seed ^ (n + 1), 2654435761) >>> 0) % 400

/** Lets a process append, kills it after as many milliseconds, and says what it had acknowledged. */
async function killed(folder: string, run: string, after: number): Promise<string[]> {
  const said = join(folder, `${run}.said`)
  const file = await open(said, 'w')
  const script = fileURLToPath(new URL('./crashing.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, run], { stdio: ['ignore', file.fd, 'inherit', 'ipc'] })
  child.once('message', () => setTimeout(() => child.kill('SIGKILL'), after))
  const [, signal] = await once(child, 'exit') as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  await file.close()
  return (await readFile(said, 'utf8')).split('\n').slice(0, -1)
}

async function all(log: SqliteEventStore): Promise<Recorded[]> {
  const events: Recorded[] = []
  for (let after = 0; after < await log.head();) {
    const batch = await log.page({ after, limit: 10_000 })
    events.push(...batch.events)
    after = batch.position
  }
  return events
}

/** Streams with the revisions that they hold, in the order of the log. */
function revisionsIn(events: readonly Recorded[]): Map<string, number[]> {
  const streams = new Map<string, number[]>()
  for (const { stream, revision } of events) {
    const revisions = streams.get(stream)
    if (revisions) revisions.push(revision)
    else streams.set(stream, [revision])
  }
  return streams
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n)

/** Every third append of a writer also made a stream beside; both are there or neither. */
function besides(streams: ReadonlyMap<string, readonly number[]>): { made: string[]; due: string[] } {
  const made = [...streams.keys()].filter(stream => stream.includes('.beside-'))
  const due = [...streams].filter(([stream]) => stream.includes('.try-')).flatMap(([stream, revisions]) => {
    const [, run, writer, part] = /-(.+)\.(\d+)\.(\d+)$/.exec(stream)!
    const turns = upTo(revisions.length / 2).map(n => Number(part) * 16 + n)
    return turns.filter(n => n % 3 === 0).map(n => `liuzhou.beside-${run}.${writer}.${n}`)
  })
  return { made: made.sort(), due: due.sort() }
}

describe('a log whose process is killed', () => {
  let folder: string
  let log: SqliteEventStore | undefined

  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'qinqing-crash-')) })
  afterEach(async () => {
    await log?.close()
    await rm(folder, { recursive: true })
  })

  test.each(upTo(moments))('has what it acknowledged, whole and in order (%d)', async moment => {
    const acknowledged = [...await killed(folder, 'one', momentOf(2 * moment)), ...await killed(folder, 'two', momentOf(2 * moment + 1))]
    log = await SqliteEventStore.open(folder)
    const events = await all(log)
    const ids = new Set(events.map(({ id }) => id))
    expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
    expect(ids.size).toBe(events.length)
    expect(events.map(({ position }) => position)).toEqual(upTo(events.length).map(n => n + 1))
    const streams = revisionsIn(events)
    for (const revisions of streams.values()) expect(revisions).toEqual(upTo(revisions.length))
    const { made, due } = besides(streams)
    expect(made).toEqual(due)
    await log.close()
    const db = new DatabaseSync(join(folder, 'log.db'), { readOnly: true })
    expect(db.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(db.prepare('pragma foreign_key_check').all()).toEqual([])
    db.close()
  }, 60_000)
})
