import { hash } from 'node:crypto'
import { canonical } from '@qinqing/domain/kernel/canonical'
import { byCursor, type Cursor, cursorOf, type Sort } from '@qinqing/projections/kernel/document-store'
import { meets, type Viewer } from '@qinqing/projections/kernel/predicate'
import type { Change } from '@qinqing/projections/kernel/projected'
import type { Reader } from '@qinqing/projections/kernel/reader'
import { documentScopeOf, type Scope, scopeOf, type ViewScope, viewScopeOf } from '@qinqing/projections/kernel/scope'
import { Channel, type Known, type Reading, type State } from './channel.ts'
import type { Recorded, Row } from './contract.ts'
import type { Delta } from './outbox.ts'

/** The channel that a topic means for this viewer; equal keys mean the same channel. Throws `Malformed` and `Forbidden`. */
export function channelFor(reader: Reader, topic: Recorded, viewer: Viewer, today: () => string): { key: string; make: () => Channel } {
  const { catalogue } = reader
  switch (topic.kind) {
    case 'document': {
      const scope = documentScopeOf(catalogue, topic.projection, viewer)
      const key = canonical(['document', topic.id, print(scope)])
      return { key, make: () => new DocumentChannel(key, reader, scope, topic.id) }
    }
    case 'query': {
      const scope = scopeOf(catalogue, topic.projection, topic.where, viewer, topic.sort)
      const key = canonical(['query', topic.sort, topic.limit, print(scope)])
      return { key, make: () => new QueryChannel(key, reader, scope, topic.sort, topic.limit) }
    }
    case 'count': {
      const scope = scopeOf(catalogue, topic.projection, topic.where, viewer)
      const key = canonical(['count', print(scope)])
      return { key, make: () => new CountChannel(key, reader, scope) }
    }
    case 'view': {
      const scope = viewScopeOf(catalogue, topic.view, topic.params, viewer)
      const inputs = Object.entries(scope.inputs).map(([name, input]) => [name, print(input)])
      const key = canonical(['view', topic.view, scope.tenant, scope.params, inputs])
      return { key, make: () => new ViewChannel(key, reader, scope, today) }
    }
  }
}

const print = ({ projection, tenant, where }: Scope) => [projection.name, tenant, where]

const within = ({ tenant, where }: Scope, change: Change, document: unknown) => change.tenant === tenant && document !== null && meets(document, where)

const rowOf = ({ id, position, document }: Change): Row => ({ id, position, document })

export class DocumentChannel extends Channel {
  readonly id: string
  private readonly reader: Reader
  private readonly scope: Scope

  constructor(key: string, reader: Reader, scope: Scope, id: string) {
    super(key, [scope.projection.name])
    this.reader = reader
    this.scope = scope
    this.id = id
  }

  protected async read(): Promise<Reading> {
    const stamp = this.reader.editions.stamp(this.scope.projection.name)
    const { rows, position } = await this.reader.one(this.scope, this.id)
    return { rows, position, total: rows.length, stamp }
  }

  protected take(state: State, change: Change): Delta | null {
    const was = state.rows.get(change.id)
    if (change.id !== this.id || change.position <= (was?.position ?? state.base)) return null
    const seen = within(this.scope, change, change.document)
    if (!seen && !was) return null
    if (seen) state.rows.set(change.id, this.knownOf(change))
    else state.rows.delete(change.id)
    state.total = state.rows.size
    return { position: change.position, rows: [seen ? rowOf(change) : { ...rowOf(change), document: null }], total: state.total }
  }

  protected knownOf = ({ position }: Pick<Row, 'position'>): Known => ({ position })

  protected idsOf = ({ rows }: State) => [...rows.keys()]
}

/** The first rows of a sorted list. As long as all fit, changes say everything; when some do not, the store is asked who follows. */
export class QueryChannel extends Channel {
  private readonly order: (a: Cursor, b: Cursor) => number
  private readonly reader: Reader
  private readonly scope: Scope
  private readonly sort: Sort
  private readonly limit: number

  constructor(key: string, reader: Reader, scope: Scope, sort: Sort, limit: number) {
    super(key, [scope.projection.name])
    this.reader = reader
    this.scope = scope
    this.sort = sort
    this.limit = limit
    this.order = byCursor(sort)
  }

  protected async read(): Promise<Reading> {
    // First, since what is read may be newer than its name, but never older.
    const stamp = this.reader.editions.stamp(this.scope.projection.name)
    const page = await this.reader.find(this.scope, this.sort, this.limit)
    if (page.total !== null) return { rows: page.rows, position: page.position, total: page.total, stamp }
    const { total } = await this.reader.countOf(this.scope)
    // Rows that leave between the two answers are heard meanwhile; the list is known to be longer than its window until then.
    return { rows: page.rows, position: page.position, total: Math.max(total, page.rows.length + 1), stamp }
  }

  protected take(state: State, change: Change): Delta | null {
    const was = state.rows.get(change.id)
    if (change.position <= Math.max(state.base, was?.position ?? 0)) return null
    if (within(this.scope, change, change.document)) return this.enter(state, change, was)
    if (was) return this.leaveOne(state, change)
    if (isCut(state) && within(this.scope, change, change.before)) this.stale(change.position - 1)
    return null
  }

  protected knownOf = ({ id, position, document }: Row): Known => ({ position, cursor: cursorOf(this.sort, { id, document }) })

  protected idsOf = ({ rows }: State) => [...rows].sort(([, a], [, b]) => this.order(a.cursor!, b.cursor!)).map(([id]) => id)

  private enter(state: State, change: Change, was: Known | undefined): Delta | null {
    const cut = isCut(state)
    const known = this.knownOf(rowOf(change))
    const last = cut ? lastOf(state, this.order) : undefined
    const beyond = last && this.order(known.cursor!, last[1].cursor!) > 0
    // Who comes next beyond the window, and how many there are, only the store knows.
    if (cut && (was ? beyond : !within(this.scope, change, change.before))) this.stale(change.position - 1)
    if (beyond && !was) return null
    state.rows.set(change.id, known)
    if (!was && !cut) state.total++
    const delta: Delta = { position: change.position, rows: [rowOf(change)], total: was || cut ? undefined : state.total }
    return state.rows.size > this.limit ? { ...delta, rows: [...delta.rows, ...this.pushOut(state)] } : delta
  }

  private pushOut(state: State): Row[] {
    const [id, { position }] = lastOf(state, this.order)!
    state.rows.delete(id)
    return [{ id, position, document: null }]
  }

  private leaveOne(state: State, change: Change): Delta {
    if (isCut(state)) this.stale(change.position - 1)
    else state.total--
    state.rows.delete(change.id)
    return { position: change.position, rows: [{ ...rowOf(change), document: null }], total: isCut(state) ? undefined : state.total }
  }
}

const isCut = (state: State) => state.total > state.rows.size

const lastOf = ({ rows }: State, order: (a: Cursor, b: Cursor) => number): [string, Known] | undefined => {
  let last: [string, Known] | undefined
  for (const row of rows) if (!last || order(row[1].cursor!, last[1].cursor!) > 0) last = row
  return last
}

export class CountChannel extends Channel {
  private readonly reader: Reader
  private readonly scope: Scope

  constructor(key: string, reader: Reader, scope: Scope) {
    super(key, [scope.projection.name])
    this.reader = reader
    this.scope = scope
  }

  protected async read(): Promise<Reading> {
    const { total, position } = await this.reader.countOf(this.scope)
    return { rows: [], total, position }
  }

  protected take(state: State, change: Change): Delta | null {
    const moved = within(this.scope, change, change.document) !== within(this.scope, change, change.before)
    if (moved && change.position > state.base) this.stale(change.position - 1)
    return null
  }

  protected knownOf = ({ position }: Row): Known => ({ position })

  protected idsOf = () => []
}

export class ViewChannel extends Channel {
  protected override readonly tellsOrder = true
  private readonly reader: Reader
  private readonly scope: ViewScope
  private readonly today: () => string

  constructor(key: string, reader: Reader, scope: ViewScope, today: () => string) {
    super(key, [...new Set(Object.values(scope.inputs).map(({ projection }) => projection.name))])
    this.reader = reader
    this.scope = scope
    this.today = today
  }

  protected async read(): Promise<Reading> {
    const { rows, position } = await this.reader.evaluate(this.scope, this.today())
    return { rows, position, total: rows.length }
  }

  protected take(state: State, change: Change, projection: string): Delta | null {
    const concerned = Object.values(this.scope.inputs).some(input =>
      input.projection.name === projection && (within(input, change, change.document) || within(input, change, change.before)))
    if (concerned && change.position > state.base) this.stale(change.position - 1)
    return null
  }

  /** The position of an evaluation rises also when a row stays the same, so the content itself is compared. */
  protected knownOf = ({ position, document }: Row): Known => ({ position, print: hash('sha1', JSON.stringify(document), 'base64') })

  protected idsOf = ({ rows }: State) => [...rows.keys()]
}
