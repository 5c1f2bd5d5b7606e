import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { LogUnavailable, Unknown } from '../kernel/refusal.ts'
import { eventStore } from './conformance.ts'
import { event, fresh, idsOf } from './sample.conformance.ts'
import { LogInUse } from './sqlite-lock.ts'
import { refuseUnsafe, settle } from './sqlite-schema.ts'
import { type Options, SqliteEventStore } from './sqlite.ts'

eventStore('SqliteEventStore', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'qinqing-log-')), 'log')
  return { open: () => SqliteEventStore.open(folder), clear: () => rm(join(folder, '..'), { recursive: true, force: true }) }
})

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The lines that a process says, one at a time. */
async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = ''
  for await (const text of stream.setEncoding('utf8')) {
    const lines = `${rest}${String(text)}`.split('\n')
    rest = lines.pop()!
    yield* lines
  }
}

describe('the log in SQLite', () => {
  let folder: string
  let log: SqliteEventStore
  const threads: Worker[] = []
  const opened = async (options: Options = {}) => {
    log = await SqliteEventStore.open(folder, {
      ...options,
      spawn: (file, data) => {
        const thread = new Worker(file, { workerData: data, execArgv: [] })
        threads.push(thread)
        return thread
      },
    })
    return log
  }
  const write = (stream: string, expected: number, data: unknown = {}) => log.append([{ stream, expected, events: [event({ data })] }])

  beforeEach(async () => {
    threads.length = 0
    folder = await mkdtemp(join(tmpdir(), 'qinqing-log-'))
  })
  afterEach(async () => {
    await log?.close()
    await rm(folder, { recursive: true })
  })

  test('belongs to one at a time in this process', async () => {
    await opened()
    await expect(SqliteEventStore.open(folder)).rejects.toThrow(LogInUse)
    await write(fresh(), -1)
    await log.close()
    await opened()
    await write(fresh(), -1)
    expect(await log.head()).toBe(2)
  })

  test('belongs to one process, until that ends, however it ends', async () => {
    const child = spawn(process.execPath, [script('./crashing.ts'), folder, 'held'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    await once(child, 'message')
    await expect(SqliteEventStore.open(folder)).rejects.toThrow(LogInUse)
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    await opened()
    await write(fresh(), -1)
  })

  test('runs only when a commit lasts', async () => {
    const lasting = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 }
    expect(() => refuseUnsafe(lasting)).not.toThrow()
    expect(() => refuseUnsafe({ ...lasting, synchronous: 1 })).toThrow('synchronous = 2, and it is 1')
    expect(() => refuseUnsafe({ ...lasting, foreign_keys: 0 })).toThrow('foreign_keys')
    expect(() => settle(new DatabaseSync(':memory:'))).toThrow('journal_mode = wal, and it is memory')
    const db = new DatabaseSync(join(folder, 'other.db'))
    settle(db)
    expect(db.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 })
    db.close()
  })

  test('has another name when it is renewed, and keeps that', async () => {
    const first = await (await opened()).identity()
    await log.close()
    const second = await (await opened({ renew: true })).identity()
    expect(second).not.toBe(first)
    await threads.at(-1)!.terminate()
    await write(fresh(), -1)
    await log.close()
    expect(await (await opened()).identity()).toBe(second)
  })

  test('says of appends that a thread took with it that nobody knows, and goes on', async () => {
    await opened()
    const streams = Array.from({ length: 40 }, fresh)
    const asking = streams.map(stream => [{ stream, expected: -1, events: [event()] }])
    const outcomes = asking.map(writes => log.append(writes).then(() => 'written', (error: unknown) => error))
    await threads[0]!.terminate()
    for (const outcome of await Promise.all(outcomes)) expect(outcome === 'written' || outcome instanceof Unknown).toBe(true)
    expect(await Promise.all(outcomes)).toContainEqual(expect.any(Unknown))
    // Who asks again with the same ids learns it, and nothing is there twice.
    await Promise.all(asking.map(writes => log.append(writes)))
    const { events } = await log.page({ after: 0 })
    expect(idsOf(events).sort()).toEqual(asking.map(([one]) => one!.events[0]!.id).sort())
    expect(events.map(({ position }) => position)).toEqual(events.map((_, n) => n + 1))
  })

  test('refuses what does not fit, keeps nothing of it, takes what fits beside it, and all of it when there is room', async () => {
    await opened({ most: 400_000 })
    const [big, small] = [fresh(), fresh()]
    const much = event({ data: 'x'.repeat(900_000) })
    const large = [{ stream: small, expected: 0, events: [event()] }, { stream: big, expected: -1, events: [much] }]
    await write(small, -1)
    const [full, fits] = await Promise.allSettled([log.append(large), write(fresh(), -1), write(fresh(), -1)])
    expect([full!.status === 'rejected' && full!.reason instanceof LogUnavailable, fits!.status]).toEqual([true, 'fulfilled'])
    expect([(await log.read(big)).length, (await log.read(small)).length, await log.head()]).toEqual([0, 1, 3])
    await write(small, 0)
    await log.close()
    await opened()
    expect((await log.append([{ ...large[0]!, expected: 1 }, large[1]!])).position).toBe(6)
  })

  const limits = process.platform === 'linux' ? test : test.skip
  limits('refuses while the disk takes no more, and goes on with the same ids when it does', async () => {
    const command = `ulimit -S -f 800 && exec "${process.execPath}" "${script('./filling.ts')}" "${folder}"`
    const child = spawn('sh', ['-c', command], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = linesOf(child.stdout)
    const full = JSON.parse((await lines.next()).value as string) as Record<string, number>
    expect(full).toEqual({ refused: 'LogUnavailable', written: full['head'], head: full['head'], again: 'LogUnavailable' })
    expect(full['head']).toBeGreaterThan(3)
    execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited'])
    child.stdin.end('more\n')
    expect(JSON.parse((await lines.next()).value as string)).toEqual({ position: full['head']! + 1, last: true, read: full['head']! + 1 })
    await once(child, 'close')
  })

  test('has its journal copied by a thread beside the one that commits, and leaves none when it is closed', async () => {
    await opened()
    const stream = fresh()
    for (let n = -1; n < 5; n++) await write(stream, n, 'x'.repeat(1_000_000))
    const [copied] = await once(threads[1]!, 'message') as [{ busy: number; checkpointed: number }]
    expect(copied).toMatchObject({ busy: 0 })
    expect(copied.checkpointed).toBeGreaterThan(900)
    await log.close()
    expect((await readdir(folder)).sort()).toEqual(['log.db', 'log.lock'])
  })

  test('answers all that was asked before it closes, and nothing after', async () => {
    await opened()
    const asked = Array.from({ length: 50 }, () => write(fresh(), -1))
    await log.close()
    expect(await Promise.all(asked)).toHaveLength(50)
    await expect(write(fresh(), -1)).rejects.toThrow('closed')
  })

  test('asks whoever comes when too many are waiting to come again', async () => {
    await opened()
    const outcomes = await Promise.allSettled(Array.from({ length: 20_010 }, () => write(fresh(), -1)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20_000)
    expect(outcomes.find(({ status }) => status === 'rejected')).toEqual({ status: 'rejected', reason: expect.any(LogUnavailable) })
  })

  test.each<[string, RegExp, (path: string) => Promise<unknown> | void]>([
    ['damaged', /damaged|malformed/, async path => {
      const file = await open(path, 'r+')
      await file.write(Buffer.alloc(3000, 7), 0, 3000, 4096 * 6)
      await file.close()
    }],
    ['no database', /not a database/, async path => {
      const file = await open(path, 'r+')
      await file.write(Buffer.alloc(200, 7), 0, 200, 0)
      await file.close()
    }],
    ['of a later version', /format 9/, path => {
      const db = new DatabaseSync(path)
      db.exec('pragma user_version = 9')
      db.close()
    }],
  ])('is not opened when its file is %s, and says so each time', async (_, words, harm) => {
    await opened()
    for (let n = 0; n < 20; n++) await write(fresh(), -1, 'x'.repeat(3000))
    await log.close()
    await harm(join(folder, 'log.db'))
    await expect(SqliteEventStore.open(folder)).rejects.toThrow(words)
    await expect(SqliteEventStore.open(folder)).rejects.toThrow(words)
  })
})
