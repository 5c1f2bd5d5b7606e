import {
  admissible, type Checkpoint, cursorOf, DocumentStore, type Edition, type Entry, first, type Hit, type Page, type Place, type Query, SearchStore, type Sought,
  type Stored,
} from '../kernel/document-store.ts'
import type { Target } from '../kernel/projection.ts'
import { Arrivals } from './arrivals.ts'
import { entryOf } from './filing.ts'
import type { Row } from './sqlite-shelves.ts'
import { Thread } from './sqlite-thread.ts'

/** Documents and full text in one file, which one thread serves. */
export function openSqlite(path: string): { documents: SqliteDocumentStore; searches: SqliteSearchStore; close(): Promise<void> } {
  const thread = new Thread(path)
  return { documents: new SqliteDocumentStore(thread), searches: new SqliteSearchStore(thread), close: () => thread.close() }
}

/** Documents in SQLite. Closing it closes the file. */
export class SqliteDocumentStore extends DocumentStore {
  private readonly thread: Thread

  constructor(thread: Thread) {
    super()
    this.thread = thread
  }

  checkpoint(target: Target): Promise<Checkpoint | null> {
    return this.thread.call('documents.checkpoint', bare(target))
  }

  async load(target: Target, tenant: string, ids: readonly string[]): Promise<Stored[]> {
    return (await this.thread.call('documents.load', bare(target), tenant, ids)).map(storedOf)
  }

  async save(target: Target, changes: readonly Stored[], checkpoint: Checkpoint): Promise<void> {
    await this.thread.call('documents.save', bare(target), changes.map(rowOf), checkpoint)
  }

  async find(target: Target, query: Query): Promise<Page> {
    admissible(target, query)
    const found = await this.thread.call('documents.find', bare(target), query)
    const rows = found.rows.slice(0, query.limit).map(storedOf)
    return { rows, next: found.rows.length > query.limit ? cursorOf(query.sort, rows.at(-1)!) : null, position: found.position }
  }

  async count(target: Target, query: Pick<Query, 'tenant' | 'where' | 'ids'>): Promise<{ count: number; position: number }> {
    admissible(target, query)
    return this.thread.call('documents.count', bare(target), query)
  }

  drop(target: Target): Promise<void> {
    return this.thread.call('documents.drop', bare(target))
  }

  mend(target: Target, tenant: string, id: string, stored: Stored | null): Promise<void> {
    return this.thread.call('documents.mend', bare(target), tenant, id, stored && rowOf(stored))
  }

  mended(target: Target): Promise<number> {
    return this.thread.call('documents.mended', bare(target))
  }

  async peek(target: Target, tenant: string, id: string): Promise<{ stored: Stored; fields: string[] } | null> {
    const found = await this.thread.call('documents.peek', bare(target), tenant, id)
    return found && { stored: readable(found.row), fields: found.fields }
  }

  misfiled(target: Target, behind: Place, limit: number): Promise<{ tenant: string; id: string; fields: string[] }[]> {
    return this.thread.call('documents.misfiled', bare(target), behind, limit)
  }

  editions(name: string): Promise<Edition[]> {
    return this.thread.call('documents.editions', name)
  }

  serving(name: string): Promise<Edition & { since: string } | null> {
    return this.thread.call('documents.serving', name)
  }

  serve(target: Target, since: string): Promise<void> {
    return this.thread.call('documents.serve', bare(target), since)
  }

  measure(target: Target): Promise<{ rows: number; bytes: number }> {
    return this.thread.call('documents.measure', bare(target))
  }

  async *all(target: Target, behind: Place = first): AsyncIterable<Stored> {
    for (let last = behind; ;) {
      const rows = await this.thread.call('documents.all', bare(target), last, rowsAtOnce)
      yield* rows.map(readable)
      if (rows.length < rowsAtOnce) return
      last = [rows.at(-1)![0], rows.at(-1)![1]]
    }
  }

  close(): Promise<void> {
    return this.thread.close()
  }
}

/** Full text in SQLite. Closing it closes the file. */
export class SqliteSearchStore extends SearchStore {
  private readonly arrivals = new Arrivals()
  private readonly thread: Thread

  constructor(thread: Thread) {
    super()
    this.thread = thread
    thread.whenClosed(() => this.arrivals.end())
  }

  checkpoint(target: Target): Promise<Checkpoint | null> {
    return this.thread.call('searches.checkpoint', bare(target))
  }

  async save(target: Target, changes: readonly Stored[], checkpoint: Checkpoint): Promise<void> {
    await this.thread.call('searches.save', bare(target), changes.map(rowOf), checkpoint)
    this.arrivals.reached(target, checkpoint.position)
  }

  async search(target: Target, query: Sought): Promise<Hit[]> {
    admissible(target, query)
    return (await this.thread.call('searches.search', bare(target), query)).map(id => ({ id }))
  }

  /** Waits first and looks then, so that nothing slips in between. */
  async settled(target: Target, position: number): Promise<void> {
    const arrived = this.arrivals.until(target, position)
    const looked = this.checkpoint(target).then(checkpoint => this.arrivals.reached(target, checkpoint?.position ?? 0))
    await Promise.all([arrived, looked])
  }

  drop(target: Target): Promise<void> {
    return this.thread.call('searches.drop', bare(target))
  }

  async *entries(target: Target, behind: Place = first): AsyncIterable<Entry> {
    for (let last = behind; ;) {
      const entries = await this.thread.call('searches.entries', bare(target), last, entriesAtOnce)
      yield* entries
      if (entries.length < entriesAtOnce) return
      last = [entries.at(-1)!.tenant, entries.at(-1)!.id]
    }
  }

  entry(target: Target, tenant: string, id: string): Promise<Entry | null> {
    return this.thread.call('searches.entry', bare(target), tenant, id)
  }

  entryOf(target: Target, stored: Stored): Entry {
    return entryOf(target, stored)
  }

  mend(target: Target, tenant: string, id: string, stored: Stored | null): Promise<void> {
    return this.thread.call('searches.mend', bare(target), tenant, id, stored && rowOf(stored))
  }

  close(): Promise<void> {
    return this.thread.close()
  }
}

const rowsAtOnce = 500

/** Fewer, since each is looked up by its words too, and readers wait meanwhile. */
const entriesAtOnce = 100

/** Functions cannot travel to a thread. */
const bare = ({ name, version, edition = 0, indexed, searched }: Target): Target => ({ name, version, edition, indexed, searched })

const rowOf = ({ tenant, id, position, document }: Stored): Row =>
  [tenant, id, position, document === null ? null : JSON.stringify(document)]

const storedOf = ([tenant, id, position, body]: Row): Stored =>
  ({ tenant, id, position, document: body === null ? null : JSON.parse(body) as unknown })

/** What is no JSON any more, as its text: whoever compares must not be stopped by the very thing that he looks for. */
function readable(row: Row): Stored {
  try {
    return storedOf(row)
  } catch {
    const [tenant, id, position, document] = row
    return { tenant, id, position, document }
  }
}
