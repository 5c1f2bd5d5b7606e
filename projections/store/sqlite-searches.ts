import type { Checkpoint, Entry, Place, Sought } from '../kernel/document-store.ts'
import { at, inOrder } from '../kernel/predicate.ts'
import type { Target } from '../kernel/projection.ts'
import { conditionOf, keep } from './sqlite-condition.ts'
import type { Row, Shelf, Shelves } from './sqlite-shelves.ts'
import { border, matchOf, rowOf, textsOf } from './words.ts'

/** Full text in SQLite, within the thread that holds the connection and within its transaction. */
export const searchesIn = (shelves: Shelves) => ({
  'searches.checkpoint': (target: Target) => shelves.checkpoint(shelves.of('searches', target)),

  'searches.save': (target: Target, changes: readonly Row[], checkpoint: Checkpoint) => {
    const shelf = shelves.of('searches', target)
    let last = -1n
    for (const change of [...changes].sort((a, b) => a[2] - b[2])) last = put(shelves, shelf, change, last)
    shelves.advance(shelf, checkpoint)
  },

  'searches.search': (target: Target, { tenant, text, where, limit }: Sought): string[] => {
    const match = matchOf(text)
    if (match === null) return []
    const shelf = shelves.of('searches', target)
    const condition = conditionOf(where, shelf)
    const hits = shelves.prepare(`select d.id, d.position
      from ${shelf.words} w cross join ${shelf.table} d on d.row = w.rowid
      where w.words match ? and d.tenant = ? and ${condition.text} order by w.rowid desc`)
      .iterate(match, tenant, ...condition.values) as unknown as Iterable<Found>
    return newest(hits, limit)
  },

  'searches.drop': (target: Target) => shelves.drop('searches', target),

  'searches.entries': (target: Target, [tenant, id]: Place, limit: number): Entry[] => {
    const shelf = shelves.of('searches', target)
    const found = shelves.prepare(`select tenant, id from ${shelf.table} where (tenant, id) > (?, ?) order by tenant, id limit ?`)
      .all(tenant, id, limit) as unknown as { tenant: string; id: string }[]
    return found.flatMap(one => entry(shelves, shelf, one.tenant, one.id) ?? [])
  },

  'searches.entry': (target: Target, tenant: string, id: string): Entry | null => entry(shelves, shelves.of('searches', target), tenant, id),

  'searches.mend': (target: Target, tenant: string, id: string, row: Row | null) => {
    const shelf = shelves.of('searches', target)
    const kept = wide(shelves, `select row, position from ${shelf.table} where tenant = ? and id = ?`, tenant, id)
    if (kept) remove(shelves, shelf, kept.row)
    if (row) put(shelves, shelf, row, -1n)
  },
})

function entry(shelves: Shelves, shelf: Shelf, tenant: string, id: string): Entry | null {
  const kept = wide(shelves, `select row, position from ${shelf.table} where tenant = ? and id = ?`, tenant, id)
  if (!kept) return null
  const text = shelves.prepare(`select words from ${shelf.words} where rowid = ?`).get(kept.row) as { words: string } | undefined
  const words = text?.words ?? ''
  return { tenant, id, position: Number(kept.position), fields: shelves.filedOf(shelf, kept.row), words: findable(shelves, shelf, kept.row, words) ? words : '' }
}

/** Whether a row is really found by what it says that it is found by: some of its words are tried. */
function findable(shelves: Shelves, { words: table }: Shelf, row: bigint, words: string): boolean {
  const all = words.split(' ').filter(word => word !== '' && word !== border)
  const some = [...new Set([all[0], all[all.length >> 1], all.at(-1)])].filter(word => word !== undefined)
  if (!some.length) return true
  return shelves.prepare(`select 1 from ${table} where words match ? and rowid = ?`).get(some.map(word => `"${word}"`).join(' AND '), row) !== undefined
}

function remove(shelves: Shelves, shelf: Shelf, row: bigint): void {
  shelves.prepare(`delete from ${shelf.words} where rowid = ?`).run(row)
  shelves.prepare(`delete from ${shelf.table} where row = ?`).run(row)
  shelves.removeElements(shelf, row)
}

interface Found {
  id: string
  position: number
}

/** Rows are numbered by position, so that the newest come first and the rest need not be looked at; of one position all are. */
function newest(hits: Iterable<Found>, limit: number): string[] {
  const found: Found[] = []
  for (const hit of hits) {
    if (found.length >= limit && hit.position !== found.at(-1)!.position) break
    found.push(hit)
  }
  return found.sort((a, b) => b.position - a.position || inOrder(a.id, b.id)).slice(0, limit).map(({ id }) => id)
}

/** Keeps a change when it is news, and says which number the row has; numbers of one batch rise. */
function put(shelves: Shelves, shelf: Shelf, [tenant, id, position, body]: Row, last: bigint): bigint {
  const { table, words, columns, indexed } = shelf
  const kept = wide(shelves, `select row, position from ${table} where tenant = ? and id = ?`, tenant, id)
  if (kept && Number(kept.position) >= position) return last
  if (kept) remove(shelves, shelf, kept.row)
  const row = free(shelves, table, position, last)
  const names = ['row', 'tenant', 'id', 'position', ...columns]
  const document: unknown = body === null ? null : JSON.parse(body)
  shelves.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
    .run(row, tenant, id, position, ...indexed.map(path => keep(at(document, path))))
  if (document === null) return row
  // Where somebody has laid hands on the file, something of another row may be left under this number.
  shelves.prepare(`insert or replace into ${words} (rowid, words) values (?, ?)`).run(row, rowOf(textsOf(document, shelf)))
  shelves.removeElements(shelf, row)
  shelves.putElements(shelf, row, document)
  return row
}

/** So many rows can stand at one position before they run into the next one's numbers, which costs no more than their order. */
const rowsAtOnePosition = 1024n

function free(shelves: Shelves, table: string, position: number, last: bigint): bigint {
  const first = BigInt(position) * rowsAtOnePosition
  let row = first > last ? first : last + 1n
  while (wide(shelves, `select row from ${table} where row = ?`, row)) row++
  return row
}

/** Reads numbers beyond 2^53, which only come as BigInt. */
function wide(shelves: Shelves, text: string, ...values: (string | bigint)[]): { row: bigint; position: bigint } | undefined {
  const statement = shelves.prepare(text)
  statement.setReadBigInts(true)
  return statement.get(...values) as { row: bigint; position: bigint } | undefined
}
