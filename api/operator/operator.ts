import { type Asked, execute, type Receipt } from '@qinqing/domain/kernel/execute'
import type { Asker, Purpose, Recorded } from '@qinqing/domain/kernel/message'
import { streamOf } from '@qinqing/domain/kernel/stream'
import type { Problem } from '@qinqing/realtime/contract'
import { SqliteEventStore } from '@qinqing/domain/store/sqlite'
import { existsSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Journal } from '../kernel/journal.ts'
import { openFolder } from '../kernel/open.ts'
import { problemOf } from '../kernel/problem.ts'
import { realWorld } from '../kernel/world.ts'
import { operatorAsker } from './asker.ts'
import { backup, type Manifest } from './backup.ts'
import { nextOf, socketPath } from './control.ts'

/** What a command-line tool can do with a city. */
export interface Operator {
  /** Answers a receipt, or the problem that stood against it. */
  ask(asked: Asked): Promise<Receipt | Problem>
  /** What has happened to an aggregate so far. */
  history(aggregate: string, id: string): Promise<Recorded[]>
  /** What happens to it next, behind a revision; nothing when nothing has happened for a while. */
  next(aggregate: string, id: string, after: number): Promise<Recorded[]>
  close(): Promise<void>
}

/** Asks the process that serves the folder; when none does, opens the folder itself. */
export async function operate(folder: string, name: string, tenant: string, purpose: Purpose, working = false): Promise<Operator> {
  const served = existsSync(folder) ? await connected(socketPath(folder)) : null
  return served ? remote(served, name, tenant, purpose) : local(folder, operatorAsker(name, tenant, purpose), working)
}

/** Has the process that serves the folder make a backup; when none does, makes it here, and nobody else opens the folder meanwhile. */
export async function takeBackup(folder: string, to: string): Promise<Manifest | Problem> {
  const served = existsSync(folder) ? await connected(socketPath(folder)) : null
  if (served) {
    const say = lines(served)
    return await say({ backup: { to } }).finally(() => served.end()) as Manifest | Problem
  }
  if (!existsSync(join(folder, 'log.db'))) throw new RangeError(`--data ${folder}`)
  const log = await SqliteEventStore.open(folder)
  return await backup(folder, to, realWorld.clock.now()).finally(() => log.close())
}

function connected(path: string): Promise<Socket | null> {
  return new Promise(resolve => {
    const socket = createConnection(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(null))
  })
}

const gone = () => new Error('the server went away; run the command again, nothing is done twice')

/** Says a line and hears the answer to it. */
function lines(socket: Socket): (what: object) => Promise<unknown> {
  const waiting: { resolve(answer: unknown): void; reject(error: Error): void }[] = []
  const lost = () => waiting.splice(0).forEach(({ reject }) => reject(gone()))
  // The lines repeat the errors of the socket they come from.
  createInterface({ input: socket }).on('line', line => waiting.shift()?.resolve(JSON.parse(line))).on('error', lost)
  socket.on('error', lost).on('close', lost)
  return what => new Promise<unknown>((resolve, reject) => {
    if (socket.destroyed) return reject(gone())
    waiting.push({ resolve, reject })
    socket.write(`${JSON.stringify(what)}\n`)
  })
}

function remote(socket: Socket, name: string, tenant: string, purpose: Purpose): Operator {
  const say = lines(socket)
  return {
    ask: async asked => await say({ name, tenant, purpose, asked }) as Receipt | Problem,
    async history(aggregate, id) {
      const answer = await say({ tenant, history: { aggregate, id } })
      if (!Array.isArray(answer)) throw new Error('the server does not tell the history')
      return answer as Recorded[]
    },
    async next(aggregate, id, after) {
      const answer = await say({ tenant, next: { aggregate, id, after } })
      if (!Array.isArray(answer)) throw new Error('the server does not tell what happens')
      return answer as Recorded[]
    },
    close: async () => { socket.end() },
  }
}

/** Opens the folder; `working` when what is asked is also to be done, not only to be written down. */
async function local(folder: string, asker: Asker, working: boolean): Promise<Operator> {
  const { running, close } = await openFolder({ folder, world: realWorld, journal: new Journal() })
  if (working) {
    await running.projector.start()
    await running.rebuilding.start()
  }
  return {
    ask: asked => execute(running.kernel, asked, asker).catch(problemOf),
    next: (aggregate, id, after) => nextOf(running.kernel, streamOf(asker.tenant, aggregate, id), after),
    history: (aggregate, id) => running.kernel.log.read(streamOf(asker.tenant, aggregate, id)),
    close,
  }
}
