import { randomUUID } from 'node:crypto'
import { stdin } from 'node:process'
import type { Pending } from '../kernel/message.ts'
import { SqliteEventStore } from './sqlite.ts'

/** Appends until the disk takes no more, says so, and tries the same again when it is told that there is room. */
process.on('SIGXFSZ', () => undefined)
const log = await SqliteEventStore.open(process.argv[2] ?? '')
const say = (what: object) => console.log(JSON.stringify(what))
const recordedAt = '2026-03-02T01:00:00.000Z'

const event = (): Pending => ({
  id: randomUUID(), type: 'Filled', data: { pad: 'x'.repeat(20_000) }, schemaVersion: 1, tenant: 'liuzhou', actor: 'p-1', by: '示例某',
  post: null, onBehalfOf: null, mandate: null, purpose: 'work', commandId: 'fill', commandHash: '', correlationId: 'fill',
  causationId: null, occurredAt: recordedAt, recordedAt, grade: 'internal', subjectKeys: [],
})

for (let n = 0; ; n++) {
  const writes = [{ stream: 'liuzhou.fill-it', expected: n - 1, events: [event()] }]
  const refused: unknown = await log.append(writes).then(() => null, error => error)
  if (!refused) continue
  const again = await log.append(writes).catch(error => (error as Error).name)
  say({ refused: (refused as Error).name, written: n, head: await log.head(), again })
  stdin.once('data', async () => {
    const { position } = await log.append(writes)
    const ids = (await log.read('liuzhou.fill-it')).map(({ id }) => id)
    say({ position, last: ids.at(-1) === writes[0]!.events[0]!.id, read: new Set(ids).size })
    await log.close()
    stdin.destroy()
  })
  break
}
