import type { Running } from '@qinqing/api/kernel/running'
import { canonical } from '@qinqing/domain/kernel/canonical'
import { projections } from '@qinqing/projections/catalogue'
import type { DocumentStore, SearchStore, Stored } from '@qinqing/projections/kernel/document-store'
import { project } from '@qinqing/projections/kernel/runner'
import { openSqlite } from '@qinqing/projections/store/sqlite'
import { join } from 'node:path'

interface Kept {
  documents: DocumentStore
  searches: SearchStore
}

/** Everything made again from the log, up to a position, into a file of its own. */
export async function rebuild({ kernel }: Pick<Running, 'kernel'>, folder: string, until = Infinity): Promise<Kept & { close(): Promise<void> }> {
  const store = openSqlite(join(folder, 'rebuilt.db'))
  const log = await kernel.log.identity()
  for (const projection of Object.values(projections)) {
    for (let after = 0, head = Math.min(until, await kernel.log.head()); after < head;) {
      const page = await kernel.log.page({ after, types: Object.keys(projection.evolve), limit: 500 })
      const batch = { events: page.events.filter(({ position }) => position <= head), position: Math.min(page.position, head) }
      const { changes } = await project(projection, batch, log, store.documents)
      if (projection.searched.length) await store.searches.save(projection, changes, { log, position: batch.position })
      after = batch.position
    }
  }
  return store
}

/** All documents of a store in one form, by projection. */
export async function everything({ documents, reader }: Pick<Kept, 'documents'> & { reader?: Running['reader'] }): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const projection of Object.values(projections)) {
    const rows: Stored[] = []
    for await (const stored of documents.all(reader?.editions.of(projection) ?? projection)) rows.push(stored)
    all[projection.name] = rows.map(canonical)
  }
  return all
}

/** What a search answers to these words, by projection. */
export async function answers({ searches, reader }: Pick<Kept, 'searches'> & { reader?: Running['reader'] }, tenant: string, words: readonly string[]): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const projection of Object.values(projections).filter(({ searched }) => searched.length)) {
    for (const text of words) {
      all[`${projection.name} ${text}`] = (await searches.search(reader?.editions.of(projection) ?? projection, { tenant, text, where: ['always'], limit: 1_000 })).map(({ id }) => id)
    }
  }
  return all
}
