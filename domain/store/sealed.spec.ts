import { eventStore } from './conformance.ts'
import { MemoryKeyring } from './keyring.ts'
import { MemoryEventStore } from './memory.ts'
import { SealedEventStore } from './sealed.ts'
const personalOf = () => [{ field: 'text', subject: 'actor' }, { field: 'deep', subject: 'id' }]
eventStore('SealedEventStore over memory', async () => {
  let log = new MemoryEventStore()
  const keys = new MemoryKeyring()
  return { open: async () => new SealedEventStore(log, keys, personalOf), clear: async () => { log = new MemoryEventStore() } }
})
