import { eventStore } from './conformance.ts'
import { MemoryEventStore } from './memory.ts'

eventStore('MemoryEventStore', async () => {
  let log = new MemoryEventStore()
  return { open: async () => log, clear: async () => { log = new MemoryEventStore() } }
})
