import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventStore } from './conformance.ts'
import { SqliteEventStore } from './sqlite.ts'

eventStore('SqliteEventStore', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'qinqing-log-')), 'log')
  return { open: () => SqliteEventStore.open(folder), clear: () => rm(join(folder, '..'), { recursive: true, force: true }) }
})
