import {
  admissible, byCursor, type Checkpoint, cursorOf, DocumentStore, type Edition, type Entry, first, type Hit, type Page, type Place, type Query, SearchStore,
  type Sought, type Stored,
} from '../kernel/document-store.ts'
import { inOrder, meets } from '../kernel/predicate.ts'
import type { Target } from '../kernel/projection.ts'
import { Arrivals, keyOf } from './arrivals.ts'
import { entryOf } from './filing.ts'
import { has, plain, textsOf, wordsOf } from './words.ts'

interface Row {
  tenant: string
  id: string
  position: number
  /** As JSON, so that nobody changes what is kept. */
  body: string | null
}

interface Shelf {
  rows: Map<string, Row>
  checkpoint: Checkpoint | null
  mended: number
}

/** Rows and checkpoints of all targets. */
class Shelves {
  private readonly shelves = new Map<string, Shelf>()

  of(target: Target): Shelf {
    const shelf = this.shelves.get(keyOf(target)) ?? { rows: new Map(), checkpoint: null, mended: 0 }
    this.shelves.set(keyOf(target), shelf)
    return shelf
  }

  put(target: Target, changes: readonly Stored[], { log, position }: Checkpoint): Checkpoint {
    const shelf = this.of(target)
    for (const change of changes) {
      const key = JSON.stringify([change.tenant, change.id])
      if (change.position > (shelf.rows.get(key)?.position ?? -1)) shelf.rows.set(key, rowOf(change))
    }
    const earlier = shelf.checkpoint?.log === log ? shelf.checkpoint.position : position
    return shelf.checkpoint = { log, position: Math.max(earlier, position) }
  }

  drop(target: Target): void {
    this.shelves.delete(keyOf(target))
  }

  mend(target: Target, tenant: string, id: string, stored: Stored | null): void {
    const key = JSON.stringify([tenant, id])
    const shelf = this.of(target)
    if (stored) shelf.rows.set(key, rowOf(stored))
    else shelf.rows.delete(key)
    shelf.mended++
  }

  /** All rows behind a place, in order. */
  behind(target: Target, [tenant, id]: Place): Stored[] {
    return [...this.of(target).rows.values()]
      .filter(row => inOrder(row.tenant, tenant) > 0 || (row.tenant === tenant && inOrder(row.id, id) > 0))
      .sort((a, b) => inOrder(a.tenant, b.tenant) || inOrder(a.id, b.id)).map(storedOf)
  }

  editions(name: string): Edition[] {
    return [...this.shelves.keys()].map(key => JSON.parse(key) as [string, number, number])
      .filter(([of]) => of === name).map(([, version, edition]) => ({ version, edition }))
  }
}

const rowOf = ({ tenant, id, position, document }: Stored): Row =>
  ({ tenant, id, position, body: document === null ? null : JSON.stringify(document) })

const storedOf = ({ body, ...row }: Row): Stored => ({ ...row, document: body === null ? null : JSON.parse(body) as unknown })

/** Documents in memory: for tests, and the plainest telling of what the others do. */
export class MemoryDocumentStore extends DocumentStore {
  private readonly shelves = new Shelves()
  private readonly served = new Map<string, Edition & { since: string }>()

  async checkpoint(target: Target): Promise<Checkpoint | null> {
    return this.shelves.of(target).checkpoint
  }

  async load(target: Target, tenant: string, ids: readonly string[]): Promise<Stored[]> {
    return [...this.shelves.of(target).rows.values()].filter(row => row.tenant === tenant && ids.includes(row.id)).map(storedOf)
  }

  async save(target: Target, changes: readonly Stored[], checkpoint: Checkpoint): Promise<void> {
    this.shelves.put(target, changes, checkpoint)
  }

  async find(target: Target, query: Query): Promise<Page> {
    admissible(target, query)
    const { sort, limit, after } = query
    const order = byCursor(sort)
    const rows = this.matching(target, query)
      .map(row => ({ row, cursor: cursorOf(sort, row) }))
      .filter(({ cursor }) => after === undefined || order(cursor, after) > 0)
      .sort((a, b) => order(a.cursor, b.cursor))
    const next = rows.length > limit ? rows[limit - 1]!.cursor : null
    return { rows: rows.slice(0, limit).map(({ row }) => row), next, position: this.position(target) }
  }

  async count(target: Target, query: Pick<Query, 'tenant' | 'where' | 'ids'>): Promise<{ count: number; position: number }> {
    admissible(target, query)
    return { count: this.matching(target, query).length, position: this.position(target) }
  }

  async drop(target: Target): Promise<void> {
    this.shelves.drop(target)
  }

  async *all(target: Target, behind: Place = first): AsyncIterable<Stored> {
    yield* this.shelves.behind(target, behind)
  }

  async mend(target: Target, tenant: string, id: string, stored: Stored | null): Promise<void> {
    this.shelves.mend(target, tenant, id, stored)
  }

  async mended(target: Target): Promise<number> {
    return this.shelves.of(target).mended
  }

  async peek(target: Target, tenant: string, id: string): Promise<{ stored: Stored; fields: string[] } | null> {
    const row = this.shelves.of(target).rows.get(JSON.stringify([tenant, id]))
    return row ? { stored: storedOf(row), fields: [] } : null
  }

  /** There is no index that could differ. */
  async misfiled(): Promise<[]> {
    return []
  }

  async editions(name: string): Promise<Edition[]> {
    return this.shelves.editions(name)
  }

  async serving(name: string): Promise<Edition & { since: string } | null> {
    return this.served.get(name) ?? null
  }

  async serve({ name, version, edition = 0 }: Target, since: string): Promise<void> {
    this.served.set(name, { version, edition, since })
  }

  async measure(target: Target): Promise<{ rows: number; bytes: number }> {
    const bodies = this.shelves.behind(target, first).flatMap(({ document }) => (document === null ? [] : [JSON.stringify(document)]))
    return { rows: bodies.length, bytes: bodies.reduce((sum, body) => sum + new TextEncoder().encode(body).length, 0) }
  }

  async close(): Promise<void> {}

  private matching(target: Target, { tenant, where, ids }: Pick<Query, 'tenant' | 'where' | 'ids'>): Stored[] {
    const wanted = ids && new Set(ids)
    return [...this.shelves.of(target).rows.values()]
      .filter(row => row.tenant === tenant && row.body !== null && wanted?.has(row.id) !== false)
      .map(storedOf)
      .filter(({ document }) => meets(document, where))
  }

  private position(target: Target): number {
    return this.shelves.of(target).checkpoint?.position ?? 0
  }
}

/** Full text in memory: looks through everything. */
export class MemorySearchStore extends SearchStore {
  private readonly shelves = new Shelves()
  private readonly arrivals = new Arrivals()

  async checkpoint(target: Target): Promise<Checkpoint | null> {
    return this.shelves.of(target).checkpoint
  }

  async save(target: Target, changes: readonly Stored[], checkpoint: Checkpoint): Promise<void> {
    this.arrivals.reached(target, this.shelves.put(target, changes, checkpoint).position)
  }

  async search(target: Target, { tenant, text, where, limit }: Sought): Promise<Hit[]> {
    admissible(target, { where, limit })
    const words = wordsOf(text)
    if (!words.length) return []
    return [...this.shelves.of(target).rows.values()]
      .filter(row => row.tenant === tenant && row.body !== null)
      .map(storedOf)
      .filter(({ document }) => meets(document, where) && occur(words, textsOf(document, target)))
      .sort((a, b) => b.position - a.position || inOrder(a.id, b.id))
      .slice(0, limit)
      .map(({ id }) => ({ id }))
  }

  async settled(target: Target, position: number): Promise<void> {
    const arrived = this.arrivals.until(target, position)
    this.arrivals.reached(target, this.shelves.of(target).checkpoint?.position ?? 0)
    await arrived
  }

  async drop(target: Target): Promise<void> {
    this.shelves.drop(target)
  }

  async *entries(target: Target, behind: Place = first): AsyncIterable<Entry> {
    yield* this.shelves.behind(target, behind).map(stored => entryOf(target, stored))
  }

  async entry(target: Target, tenant: string, id: string): Promise<Entry | null> {
    const row = this.shelves.of(target).rows.get(JSON.stringify([tenant, id]))
    return row ? entryOf(target, storedOf(row)) : null
  }

  entryOf(target: Target, stored: Stored): Entry {
    return entryOf(target, stored)
  }

  async mend(target: Target, tenant: string, id: string, stored: Stored | null): Promise<void> {
    this.shelves.mend(target, tenant, id, stored)
  }

  async close(): Promise<void> {
    this.arrivals.end()
  }
}

const occur = (words: readonly string[], texts: readonly string[]) => words.every(word => texts.some(text => has(plain(text), word)))
