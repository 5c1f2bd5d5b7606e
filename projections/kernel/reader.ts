import { Malformed, Refused } from '@qinqing/domain/kernel/refusal'
import { byCursor, type Cursor, cursorOf, type DocumentStore, type SearchStore, type Sort, type Stored } from './document-store.ts'
import { meets, type Predicate, type Viewer } from './predicate.ts'
import { Editions } from './editions.ts'
import type { Progress } from './progress.ts'
import type { AnyProjection, Document } from './projection.ts'
import { type Catalogue, documentScopeOf, type Scope, scopeOf, type ViewScope, viewScopeOf } from './scope.ts'

/** For which history an answer is true, and up to where. */
export interface Stamp {
  log: string
  position: number
}

/** A document with the position of the last event in it. */
export interface Row<Doc = unknown> {
  id: string
  position: number
  document: Doc
}

export interface Rows<Doc = unknown> extends Stamp {
  rows: Row<Doc>[]
  /** How to go on; null at the end. */
  next: Cursor | null
  /** How many there are in all; null when that would have to be counted. */
  total: number | null
}

/** What lists, live lists and exports ask alike. */
export interface Wanted {
  projection: string
  where: Predicate
  sort: Sort
  limit: number
  after?: Cursor | undefined
  text?: string | undefined
  /** One's own write: with text, waits until the search has refreshed up to here. */
  atLeast?: number | undefined
}

interface Parts {
  documents: DocumentStore
  /** Null when nothing can be searched. */
  search: SearchStore | null
  catalogue: Catalogue
  progress: Progress
  /** Left out, each projection has only one. */
  editions?: Editions
  bounds?: Record<keyof typeof readBounds, number>
}

/** At most so many hits of a search, rows read at once, and documents of one input of a view. */
export const readBounds = { hits: 1_000, page: 500, input: 20_000 } as const

const tooMuch = { code: 'view/too-much', zh: '要看的内容太多，一次算不完，请缩小范围', en: 'This would look at too much at once; ask for less.' } as const

/**
 * Reads for a viewer: only what the projection lets that viewer see, only of the viewer's tenant, and only by what is indexed.
 * Throws `Malformed` and `Forbidden`, and `Refused` when a view would have to look at too much.
 */
export class Reader {
  readonly catalogue: Catalogue
  readonly progress: Progress
  readonly editions: Editions
  private readonly documents: DocumentStore
  private readonly search: SearchStore | null
  private readonly bounds: Record<keyof typeof readBounds, number>

  constructor({ documents, search, catalogue, progress, editions = new Editions(Object.values(catalogue.projections)), bounds = readBounds }: Parts) {
    this.documents = documents
    this.search = search
    this.catalogue = catalogue
    this.progress = progress
    this.editions = editions
    this.bounds = bounds
  }

  /** Null when it is not there or not for this viewer: nobody learns which. */
  async document(projection: string, id: string, viewer: Viewer): Promise<Stamp & { row: Row } | null> {
    const { rows, log, position } = await this.one(documentScopeOf(this.catalogue, projection, viewer), id)
    return rows[0] ? { log, position, row: rows[0] } : null
  }

  async query({ projection, where, sort, limit, after, text, atLeast }: Wanted, viewer: Viewer): Promise<Rows> {
    const scope = scopeOf(this.catalogue, projection, where, viewer, sort)
    if (after && (after.length !== sort.length + 1 || typeof after.at(-1) !== 'string')) throw new Malformed([{ path: 'after', message: 'not a cursor of this query' }])
    if (text === undefined) return this.find(scope, sort, limit, after)
    return this.editions.reading(scope.projection, edition => this.found({ ...scope, projection: edition }, { sort, limit, after, text, atLeast }))
  }

  async count(projection: string, where: Predicate, viewer: Viewer): Promise<Stamp & { total: number }> {
    return this.countOf(scopeOf(this.catalogue, projection, where, viewer))
  }

  /** `today` is the date in the city. */
  async view(name: string, params: unknown, viewer: Viewer, today: string): Promise<Stamp & { rows: Row[] }> {
    return this.evaluate(viewScopeOf(this.catalogue, name, params, viewer), today)
  }

  /** Whether these projections (all, when none is named) have come to the position in time, for reading one's own write. */
  async atLeast(position: number, timeoutMs: number, names: readonly string[] = []): Promise<boolean> {
    return this.progress.reached(position, timeoutMs, names)
  }

  async one({ projection, tenant, where }: Scope, id: string): Promise<Stamp & { rows: Row[] }> {
    return this.editions.reading(projection, async edition => {
      const checkpoint = await this.documents.checkpoint(edition)
      const stored = await this.documents.load(edition, tenant, [id])
      const rows = stored.filter(({ document }) => document !== null && meets(document, where)).map(rowOf)
      return { log: this.progress.log, position: checkpoint?.position ?? 0, rows }
    })
  }

  /** The document itself, whoever may see it: for those who decide that. */
  async raw(projection: AnyProjection, tenant: string, id: string): Promise<unknown> {
    const [stored] = await this.editions.reading(projection, edition => this.documents.load(edition, tenant, [id]))
    return stored?.document ?? null
  }

  async find({ projection, tenant, where }: Scope, sort: Sort, limit: number, after?: Cursor): Promise<Rows> {
    const page = await this.editions.reading(projection, edition => this.documents.find(edition, { tenant, where, sort, limit, ...after && { after } }))
    const total = after === undefined && page.next === null ? page.rows.length : null
    return { log: this.progress.log, position: page.position, rows: page.rows.map(rowOf), next: page.next, total }
  }

  async countOf({ projection, tenant, where }: Scope): Promise<Stamp & { total: number }> {
    const { count, position } = await this.editions.reading(projection, edition => this.documents.count(edition, { tenant, where }))
    return { log: this.progress.log, position, total: count }
  }

  /** A row of a view is as old as the oldest input that was looked at. */
  async evaluate({ view, params, inputs }: ViewScope, today: string): Promise<Stamp & { rows: Row[] }> {
    const read = await Promise.all(Object.entries(inputs).map(async ([name, scope]) => [name, await this.everything(scope)] as const))
    const position = read.length ? Math.min(...read.map(([, input]) => input.position)) : this.progress.position()
    const documents: Document[] = view.evaluate(Object.fromEntries(read.map(([name, input]) => [name, input.documents])), params, today)
    return { log: this.progress.log, position, rows: documents.map(document => ({ id: document.id, position, document })) }
  }

  private async everything(scope: Scope): Promise<{ documents: unknown[]; position: number }> {
    const documents: unknown[] = []
    let position = Infinity
    let after: Cursor | undefined
    do {
      const page = await this.find(scope, [], this.bounds.page, after)
      for (const { document } of page.rows) documents.push(document)
      position = Math.min(position, page.position)
      after = page.next ?? undefined
      if (documents.length > this.bounds.input) throw new Refused(tooMuch)
    } while (after)
    return { documents, position }
  }

  /** The search says which; the documents themselves, and whether they may be seen, come from where documents are kept. */
  private async found(scope: Scope, { sort, limit, after, text, atLeast }: Pick<Wanted, 'sort' | 'limit' | 'after' | 'atLeast'> & { text: string }): Promise<Rows> {
    const { projection, tenant, where } = scope
    if (!this.search || !projection.searched.length) throw new Malformed([{ path: 'text', message: 'cannot be searched' }])
    if (atLeast !== undefined) await this.search.settled(projection, atLeast)
    const position = (await this.documents.checkpoint(projection))?.position ?? 0
    const hits = await this.search.search(projection, { tenant, text, where, limit: this.bounds.hits })
    const stored = new Map((await this.documents.load(projection, tenant, hits.map(({ id }) => id))).map(one => [one.id, one]))
    const seen = hits.flatMap(({ id }) => stored.get(id) ?? []).filter(({ document }) => document !== null && meets(document, where))
    const sorted = sort.length ? seen.toSorted((a, b) => byCursor(sort)(cursorOf(sort, a), cursorOf(sort, b))) : seen
    const rest = behind(sorted, sort, after)
    const rows = rest.slice(0, limit)
    return {
      log: this.progress.log,
      position,
      rows: rows.map(rowOf),
      next: rest.length > limit ? cursorOf(sort, rows.at(-1)!) : null,
      total: hits.length < this.bounds.hits ? sorted.length : null,
    }
  }
}

/** Hits without a sort have the search's own order, in which only the row itself says where a page ended. */
function behind(rows: readonly Stored[], sort: Sort, after?: Cursor): readonly Stored[] {
  if (!after) return rows
  if (!sort.length) return rows.slice(rows.findIndex(({ id }) => id === after.at(-1)) + 1)
  return rows.filter(row => byCursor(sort)(cursorOf(sort, row), after) > 0)
}

const rowOf = ({ id, position, document }: Stored): Row => ({ id, position, document })
