import { canonical } from '@qinqing/domain/kernel/canonical'
import { batches, history, notes } from '../store/history.ts'
import { MemoryDocumentStore } from '../store/memory.ts'
import { seed, seeded, times } from '../store/seeded.ts'
import { openSqlite } from '../store/sqlite.ts'
import type { DocumentStore } from './document-store.ts'
import { project } from './runner.ts'

const bytes = async (store: DocumentStore, target = notes) => (await Array.fromAsync(store.all(target))).map(canonical).join('\n')

test(`the same history gives the same bytes however it is cut and repeated, ${times(20, 1000)} times`, async () => {
  const [memory, sqlite] = [new MemoryDocumentStore(), openSqlite(':memory:').documents]
  for (let n = 0; n < times(20, 1000); n++) {
    const chance = seeded(seed + n)
    const target = { ...notes, name: `notes-${n}` }
    const events = history(chance, 150)
    const whole = new MemoryDocumentStore()
    await project(target, { events, position: 1000 }, 'a-log', whole)
    for (const store of [memory, sqlite]) {
      for (const some of batches(chance, events)) await project(target, { events: some, position: some.at(-1)!.position }, 'a-log', store)
      expect(`seed ${seed + n}\n${await bytes(store, target)}`).toBe(`seed ${seed + n}\n${await bytes(whole, target)}`)
      await store.drop(target)
    }
  }
  await sqlite.close()
})
