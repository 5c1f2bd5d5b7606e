import { eventStore } from './conformance.ts'
import { MemoryEventStore } from './memory.ts'
import { UpcastingEventStore } from './upcasting.ts'

const over = (log: MemoryEventStore) => new UpcastingEventStore(log, event => event)

eventStore('UpcastingEventStore', async () => {
  let log = over(new MemoryEventStore())
  return { open: async () => log, clear: async () => { log = over(new MemoryEventStore()) } }
})
