import type { Checkpoint, Edition, Place, Query } from '../kernel/document-store.ts'
import { at } from '../kernel/predicate.ts'
import type { Target } from '../kernel/projection.ts'
import { behind, type Condition, conditionOf, joined, keep, orderOf, withIds } from './sqlite-condition.ts'
import type { Row, Shelf, Shelves } from './sqlite-shelves.ts'

/** Documents in SQLite, within the thread that holds the connection and within its transaction. */
export const documentsIn = (shelves: Shelves) => ({
  'documents.checkpoint': (target: Target) => shelves.checkpoint(shelves.of('documents', target)),

  'documents.load': (target: Target, tenant: string, ids: readonly string[]): Row[] => {
    const { table } = shelves.of('documents', target)
    const found = shelves.prepare(`select id, position, body from ${table} d
      where d.tenant = ? and d.id in (select value from json_each(?))`)
      .all(tenant, JSON.stringify(ids)) as unknown as Found[]
    return found.map(({ id, position, body }) => [tenant, id, position, body])
  },

  'documents.save': (target: Target, changes: readonly Row[], checkpoint: Checkpoint) => {
    const shelf = shelves.of('documents', target)
    for (const change of changes) put(shelves, shelf, change)
    shelves.advance(shelf, checkpoint)
  },

  'documents.find': (target: Target, query: Query) => {
    const shelf = shelves.of('documents', target)
    const filter = joined('and', [wanted(shelf, query), ...withIds(query)])
    const few = fewRows(shelves, shelf, query.tenant, filter)
    const [from, found] = few ? [`json_each(?) f cross join ${shelf.table} d on d.row = f.value`, few] : [`${shelf.table} d`, []]
    const { text, values } = joined('and', [...few ? [] : [filter], ...behind(query.sort, query.after, shelf.indexed)])
    const rows = shelves.prepare(`select d.id, d.position, d.body from ${from}
      where d.tenant = ? and d.body is not null and ${text} order by ${orderOf(query.sort, shelf.indexed)} limit ?`)
      .all(...found, query.tenant, ...values, query.limit + 1) as unknown as Found[]
    return {
      rows: rows.map(({ id, position, body }): Row => [query.tenant, id, position, body]),
      position: shelves.checkpoint(shelf)?.position ?? 0,
    }
  },

  'documents.count': (target: Target, query: Pick<Query, 'tenant' | 'where' | 'ids'>) => {
    const shelf = shelves.of('documents', target)
    const { text, values } = joined('and', [wanted(shelf, query), ...withIds(query)])
    const { count } = shelves.prepare(`select count(*) count from ${shelf.table} d where d.tenant = ? and d.body is not null and ${text}`)
      .get(query.tenant, ...values) as unknown as { count: number }
    return { count, position: shelves.checkpoint(shelf)?.position ?? 0 }
  },

  'documents.drop': (target: Target) => shelves.drop('documents', target),

  /** The rows behind the last one that was given. */
  'documents.all': (target: Target, [tenant, id]: readonly [tenant: string, id: string], limit: number): Row[] => {
    const { table } = shelves.of('documents', target)
    const found = shelves.prepare(`select tenant, id, position, body from ${table} where (tenant, id) > (?, ?) order by tenant, id limit ?`)
      .all(tenant, id, limit) as unknown as (Found & { tenant: string })[]
    return found.map(row => [row.tenant, row.id, row.position, row.body])
  },

  'documents.mend': (target: Target, tenant: string, id: string, row: Row | null) => {
    const shelf = shelves.of('documents', target)
    const kept = shelves.prepare(`select row from ${shelf.table} where tenant = ? and id = ?`).get(tenant, id) as { row: number } | undefined
    if (kept) {
      shelves.removeElements(shelf, kept.row)
      shelves.prepare(`delete from ${shelf.table} where row = ?`).run(kept.row)
    }
    if (row) put(shelves, shelf, row)
    shelves.mend(shelf)
  },

  'documents.mended': (target: Target): number => shelves.mended(shelves.of('documents', target)),

  'documents.peek': (target: Target, tenant: string, id: string): { row: Row; fields: string[] } | null => {
    const shelf = shelves.of('documents', target)
    const kept = shelves.prepare(`select row, position, body from ${shelf.table} where tenant = ? and id = ?`).get(tenant, id) as unknown as
      { row: number; position: number; body: string | null } | undefined
    return kept ? { row: [tenant, id, kept.position, kept.body], fields: misfiled(shelves, shelf, kept) } : null
  },

  'documents.misfiled': (target: Target, [tenant, id]: Place, limit: number) => {
    const shelf = shelves.of('documents', target)
    const found = shelves.prepare(`select row, tenant, id, body from ${shelf.table} where (tenant, id) > (?, ?) order by tenant, id limit ?`)
      .all(tenant, id, limit) as unknown as (Found & { tenant: string; row: number })[]
    return found.map(one => ({ tenant: one.tenant, id: one.id, fields: misfiled(shelves, shelf, one) })).filter(({ fields }) => fields.length)
  },

  'documents.editions': (name: string): Edition[] => shelves.editions(name),

  'documents.serving': (name: string) =>
    (shelves.prepare('select version, edition, since from served where name = ?').get(name) ?? null) as Edition & { since: string } | null,

  'documents.serve': ({ name, version, edition = 0 }: Target, since: string) => {
    shelves.prepare('insert or replace into served (name, version, edition, since) values (?, ?, ?, ?)').run(name, version, edition, since)
  },

  'documents.measure': (target: Target) => {
    const { table } = shelves.of('documents', target)
    return shelves.prepare(`select count(*) rows, coalesce(sum(octet_length(body)), 0) bytes from ${table} where body is not null`).get() as { rows: number; bytes: number }
  },
})

interface Found {
  id: string
  position: number
  body: string | null
}

/** What is no JSON any more is found by whoever reads it. */
function misfiled(shelves: Shelves, shelf: Shelf, { row, body }: { row: number; body: string | null }): string[] {
  try {
    return shelves.misfiled(shelf, row, body === null ? null : JSON.parse(body))
  } catch {
    return ['']
  }
}

const wanted = ({ elements, indexed }: Shelf, { where }: Pick<Query, 'where'>) => conditionOf(where, { elements, indexed })

/**
 * The rows that meet a filter, as JSON, when they are few. SQLite would rather walk the index of the sort than sort, however
 * few they are; with few rows known we begin with them, and with many the walk soon has its page.
 */
function fewRows(shelves: Shelves, { table }: Shelf, tenant: string, { text, values }: Condition): [string] | null {
  if (text === '1') return null
  const found = shelves.prepare(`select d.row from ${table} d where d.tenant = ? and d.body is not null and ${text} limit ?`)
    .all(tenant, ...values, few + 1) as unknown as { row: number }[]
  return found.length > few ? null : [JSON.stringify(found.map(({ row }) => row))]
}

const few = 2000

function put(shelves: Shelves, shelf: Shelf, [tenant, id, position, body]: Row): void {
  const { table, columns, indexed } = shelf
  const names = ['tenant', 'id', 'position', ...columns, 'body']
  const sets = ['position', ...columns, 'body'].map(column => `${column} = excluded.${column}`)
  const statement = shelves.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})
    on conflict (tenant, id) do update set ${sets.join(', ')} where excluded.position > position returning row`)
  const document: unknown = body === null ? null : JSON.parse(body)
  const kept = statement.get(tenant, id, position, ...indexed.map(path => keep(at(document, path))), body) as { row: number } | undefined
  if (!kept) return
  shelves.removeElements(shelf, kept.row)
  shelves.putElements(shelf, kept.row, document)
}
