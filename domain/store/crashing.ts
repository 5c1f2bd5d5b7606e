import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import type { Pending } from '../kernel/message.ts'
import { SqliteEventStore } from './sqlite.ts'

/** Appends from many writers, one or two streams at a time, until it is killed; says each id on stdout (a file) once it is acknowledged. */
const [folder = '', run = ''] = process.argv.slice(2)
const log = await SqliteEventStore.open(folder)
const recordedAt = '2026-03-02T01:00:00.000Z'

const event = (): Pending => ({
  id: randomUUID(), type: 'Tried', data: { pad: '示例'.repeat(60) }, schemaVersion: 1, tenant: 'liuzhou', actor: 'p-1', by: '示例某',
  post: null, onBehalfOf: null, mandate: null, purpose: 'work', commandId: run, commandHash: '', correlationId: run, causationId: null,
  occurredAt: recordedAt, recordedAt, grade: 'internal', subjectKeys: [],
})

async function write(writer: number): Promise<never> {
  for (let n = 0; ; n++) {
    const stream = `liuzhou.try-${run}.${writer}.${n >> 4}`
    const beside = { stream: `liuzhou.beside-${run}.${writer}.${n}`, expected: -1, events: [event()] }
    const events = [event(), event()]
    const writes = [{ stream, expected: (n & 15) * 2 - 1, events }, ...n % 3 ? [] : [beside]]
    await log.append(writes)
    writeSync(1, writes.flatMap(one => one.events.map(({ id }) => `${id}\n`)).join(''))
  }
}

process.send?.('open')
await Promise.all(Array.from({ length: 32 }, (_, writer) => write(writer)))
