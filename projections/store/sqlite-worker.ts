import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { documentsIn } from './sqlite-documents.ts'
import { searchesIn } from './sqlite-searches.ts'
import { Shelves } from './sqlite-shelves.ts'

/** All that can be asked of the thread. */
export type Core = ReturnType<typeof documentsIn> & ReturnType<typeof searchesIn>

export interface Call {
  n: number
  name: keyof Core
  args: readonly unknown[]
}

export type Answer = { n: number; value: unknown } | { n: number; error: string; unavailable: boolean }

/**
 * `synchronous=NORMAL`: a power cut may take the last commits, but documents and checkpoint always go together, and what is
 * lost is made again from the log, which keeps its own promise.
 */
function open(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 1000 })
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -64000; pragma temp_store = memory')
  // 64 MB: pages that change often then go from the log to the file once, and not after every batch.
  db.exec('pragma wal_autocheckpoint = 16000; pragma journal_size_limit = 67108864')
  const { journal_mode: journal } = db.prepare('pragma journal_mode').get() as { journal_mode: string }
  const { synchronous } = db.prepare('pragma synchronous').get() as { synchronous: number }
  if (synchronous !== 1 || journal !== (path === ':memory:' ? 'memory' : 'wal')) {
    throw new Error(`${path} cannot be opened as it must be: journal ${journal}, synchronous ${synchronous}`)
  }
  return db
}

/** Answers the calls of one tick in one transaction: a save is acknowledged when all of it is committed. */
function serve(db: DatabaseSync): (calls: readonly Call[]) => Answer[] {
  const shelves = new Shelves(db)
  const core: Readonly<Record<string, (...args: never[]) => unknown>> = { ...documentsIn(shelves), ...searchesIn(shelves) }

  /** A call that fails leaves the others of its tick alone. */
  const answer = ({ n, name, args }: Call): Answer => {
    try {
      db.exec('savepoint call')
      const value = core[name]!(...args as never[])
      db.exec('release call')
      return { n, value }
    } catch (error) {
      if (!db.isTransaction) throw error
      db.exec('rollback to call; release call')
      shelves.forget()
      return failure(n, error)
    }
  }

  const answers = (calls: readonly Call[]): Answer[] => {
    try {
      db.exec('begin immediate')
      const found = calls.map(answer)
      db.exec('commit')
      return found
    } catch (error) {
      if (db.isTransaction) db.exec('rollback')
      shelves.forget()
      // What found no room may have been one of them only: those who read still get their answers.
      return calls.length > 1 ? calls.flatMap(call => answers([call])) : calls.map(({ n }) => failure(n, error))
    }
  }
  return answers
}

/** Busy, no memory, read-only, input and output, full, cannot open: of the machine, not of what was asked. */
const notNow: readonly number[] = [5, 7, 8, 10, 13, 14]

function failure(n: number, error: unknown): Answer {
  const { message, errcode = 0 } = error as Error & { errcode?: number }
  return { n, error: message, unavailable: notNow.includes(errcode & 0xff) }
}

const port = parentPort!
const db = open(workerData as string)
const answers = serve(db)
port.on('message', (calls: readonly Call[] | null) => {
  if (calls) return port.postMessage(answers(calls))
  db.close()
  port.close()
})
