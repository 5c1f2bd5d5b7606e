import { deciders, personalOf, reactions, upcast } from '@qinqing/domain/catalogue'
import type { EventStore } from '@qinqing/domain/kernel/event-store'
import type { Kernel } from '@qinqing/domain/kernel/execute'
import type { World } from '@qinqing/domain/kernel/world'
import { FileKeyring, KeysForeign } from '@qinqing/domain/store/keyring-file'
import { SealedEventStore } from '@qinqing/domain/store/sealed'
import { SqliteEventStore } from '@qinqing/domain/store/sqlite'
import { projections, views } from '@qinqing/projections/catalogue'
import { Editions } from '@qinqing/projections/kernel/editions'
import { Progress } from '@qinqing/projections/kernel/progress'
import { Reader } from '@qinqing/projections/kernel/reader'
import { openSqlite } from '@qinqing/projections/store/sqlite'
import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type City, liuzhou } from './city.ts'
import { FileStore } from './file-store.ts'
import type { Journal } from './journal.ts'
import { Rebuilding } from '../operator/rebuilding.ts'
import { Projector } from './projector.ts'
import { Reconciler } from './reconciler.ts'
import { Running } from './running.ts'
import { TimedEventStore } from './timed.ts'
import { Uploads } from './uploads.ts'

export interface Opening {
  folder: string
  world: World
  journal: Journal
  cities?: readonly City[]
}

export interface Opened {
  running: Running
  close(): Promise<void>
}

/** Where the keys of a data folder lie: beside it, so that a copy of the folder alone tells nothing of people. */
export const keysOf = (folder: string): string => `${resolve(folder)}.keys`

/** The keyring's name for the key that hashes commands; no subject can have it. */
const hashingKey = '#commands'

/** With a key, so that nobody who has only the log can find out by trying what an erased person once typed. */
const hashing = (world: World, keyring: FileKeyring): World =>
  ({ ...world, digest: text => createHmac('sha256', keyring.of(hashingKey)!).update(text).digest('hex') })

/** Throws `KeysForeign` when the first event was sealed with other keys: everybody would look erased, and go on with new keys. */
async function refuseForeign(inner: EventStore, keyring: FileKeyring, log: EventStore): Promise<void> {
  const { events: [first] } = await inner.page({ after: 0, limit: 1 })
  if (first && !keyring.knows(first.actor)) throw new KeysForeign()
  await log.page({ after: 0, limit: 1 }).catch((error: unknown) => { throw new KeysForeign('the first event does not open', { cause: error }) })
}

/** Opens a data folder: log, keys, documents, search and files. The documents are behind until the projector has started. */
export async function openFolder({ folder, world, journal, cities = [liuzhou] }: Opening): Promise<Opened> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const inner = await SqliteEventStore.open(folder)
  try {
    const keyring = await FileKeyring.open(keysOf(folder), inner)
    const log = new TimedEventStore(new SealedEventStore(inner, keyring, personalOf), upcast)
    await refuseForeign(inner, keyring, log)
    await keyring.make([hashingKey])
    const store = openSqlite(join(folder, 'documents.db'))
    const kernel: Kernel = { log, world: hashing(world, keyring), deciders, prefixes: Object.fromEntries(cities.map(({ id, prefix }) => [id, prefix])) }
    const editions = await Editions.read(store.documents, Object.values(projections))
    const progress = await Progress.read(store.documents, editions.all, await log.identity(), world.timers)
    const reader = new Reader({ documents: store.documents, search: store.searches, catalogue: { projections, views }, progress, editions })
    const projector = new Projector({
      kernel, documents: store.documents, search: store.searches, projections: Object.values(projections), editions, reactions, progress, journal,
    })
    const reconciler = new Reconciler({ kernel, documents: store.documents, search: store.searches, reader, projector, journal })
    const rebuilding = new Rebuilding({ kernel, projector, reconciler, journal, tenant: cities[0]!.id })
    const files = new FileStore(join(folder, 'files'))
    const uploads = new Uploads(files, world)
    await uploads.expire()
    return {
      running: new Running({ kernel, documents: store.documents, search: store.searches, reader, projector, reconciler, rebuilding, stopwatch: log.stopwatch, files, uploads, cities }),
      async close() {
        await projector.stop()
        await reconciler.stopped()
        await rebuilding.stopped()
        await store.close()
        await log.close()
      },
    }
  } catch (error) {
    await inner.close()
    throw error
  }
}
