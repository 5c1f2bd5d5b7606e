import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { admit, type Known } from './admission.ts'
import type { Answer, Ask, Ready, Start } from './sqlite-protocol.ts'
import { migrate, refuseDamaged, settle, statements } from './sqlite-schema.ts'

/** A file up to this size is checked as a whole at each start, which takes about a second; a larger one only after an unclean end. */
const quicklyChecked = 256 * 1024 * 1024

/** The commit thread copies the journal into the file itself only when it has this many pages; the checkpointer comes long before. */
const journalPages = 16_384

/** The most appends in one transaction, so that the first of a crowd need not wait for all. */
const group = 1024

/** SQLite's primary result codes that say "not now": busy, no memory, read-only, I/O error, full, cannot open. */
const notNow: readonly number[] = [5, 7, 8, 10, 13, 14]

/** I/O errors of a sync: what was written may still be found after a crash. */
const unsynced: readonly number[] = [1034, 1290]

const port = parentPort!
const start = workerData as Start
const db = open(start)
const sql = statements(db)
const streams = new Map<string, { id: number; head: number }>()
const types = new Map<string, number>()
let head = headNow()
let closing = false

function open({ file, renew, most }: Start): DatabaseSync {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const unclean = statSync(`${file}-wal`, { throwIfNoEntry: false }) !== undefined
  const opened = new DatabaseSync(file, { timeout: 5000 })
  settle(opened)
  if (unclean || size <= quicklyChecked) refuseDamaged(opened)
  migrate(opened, randomUUID(), renew)
  opened.exec(`pragma wal_autocheckpoint = ${journalPages}`)
  if (most) opened.exec(`pragma max_page_count = ${Math.ceil(most / 4096)}`)
  return opened
}

const known: Known = {
  head: stream => streamOf(stream).head,
  id: (stream, revision) => at(stream, revision)?.id,
  has: (stream, id) => sql.has.get(streamOf(stream).id, id) !== undefined,
}

function streamOf(name: string): { id: number; head: number } {
  const found = streams.get(name)
  if (found) return found
  if (streams.size > 200_000) streams.clear()
  const row = sql.stream.get(name) as { id: number; head: number } | undefined
  const stream = row ? { id: row.id, head: row.head } : { id: 0, head: -1 }
  streams.set(name, stream)
  return stream
}

const at = (stream: string, revision: number) => sql.at.get(streamOf(stream).id, revision) as { id: string; position: number } | undefined

function typeOf(name: string): number {
  const found = types.get(name) ?? (sql.type.get(name) as { id: number } | undefined)?.id
  const id = found ?? Number(sql.addType.run(name).lastInsertRowid)
  types.set(name, id)
  return id
}

/** Writes one append within the transaction that is open, or says why not. */
function one({ id, writes, checks }: Ask): Answer {
  const wanted = writes.map(({ stream, expected, events }) => ({ stream, expected, ids: events.map(event => event.id) }))
  const verdict = admit(wanted, checks, known)
  if (typeof verdict === 'object') return { id, conflict: verdict }
  const last = writes.at(-1)!
  if (verdict === 'repeat') return { id, position: at(last.stream, last.expected + last.events.length)!.position }
  for (const { stream: name, events } of writes) {
    const stream = streamOf(name)
    if (!stream.id) stream.id = Number(sql.addStream.run(name).lastInsertRowid)
    for (const event of events) sql.add.run(++head, stream.id, ++stream.head, typeOf(event.type), event.id, event.envelope, event.data)
  }
  return { id, position: head }
}

/** One transaction for all: a conflict is an answer and fails nobody else. */
function commit(asks: readonly Ask[]): Answer[] {
  let committing = false
  try {
    sql.begin.run()
    const answers = asks.map(one)
    committing = true
    sql.commit.run()
    return answers
  } catch (error) {
    takeBack()
    // Whatever was wrong may be wrong with one of them only.
    if (asks.length > 1 && !committing) return asks.flatMap(ask => commit([ask]))
    return asks.map(({ id }) => failure(id, error as Error & { errcode?: number }))
  }
}

function takeBack(): void {
  if (db.isTransaction) sql.rollback.run()
  streams.clear()
  types.clear()
  head = headNow()
}

function failure(id: number, { message, errcode = 0 }: Error & { errcode?: number }): Answer {
  if (unsynced.includes(errcode)) return { id, unknown: message }
  return notNow.includes(errcode & 0xff) ? { id, unavailable: message } : { id, defect: message }
}

function headNow(): number {
  return (sql.head.get() as { head: number }).head
}

/** Takes all that is waiting, so that what came during one commit shares the next. */
function waiting(first: readonly Ask[]): Ask[] {
  const asks = [...first]
  for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port)) {
    if (more.message === 'close') closing = true
    else asks.push(...(more.message as Ask[]))
  }
  return asks
}

port.on('message', (message: Ask[] | 'close') => {
  const asks = waiting(message === 'close' ? [] : message)
  if (message === 'close') closing = true
  for (let n = 0; n < asks.length; n += group) port.postMessage(commit(asks.slice(n, n + group)) satisfies Answer[])
  if (!closing) return
  db.close()
  port.close()
})

port.postMessage({ identity: (sql.identity.get() as { value: string }).value, head } satisfies Ready)
