import type { Checkpoint, Sought } from '../kernel/document-store.ts'
import { at, inOrder } from '../kernel/predicate.ts'
import type { Target } from '../kernel/projection.ts'
import { conditionOf, keep } from './sqlite-condition.ts'
import type { Row, Shelf, Shelves } from './sqlite-shelves.ts'
import { matchOf, rowOf, textsOf } from './words.ts'

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
})

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
  if (kept) {
    shelves.prepare(`delete from ${words} where rowid = ?`).run(kept.row)
    shelves.prepare(`delete from ${table} where row = ?`).run(kept.row)
    shelves.removeElements(shelf, kept.row)
  }
  const row = free(shelves, table, position, last)
  const names = ['row', 'tenant', 'id', 'position', ...columns]
  const document: unknown = body === null ? null : JSON.parse(body)
  shelves.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
    .run(row, tenant, id, position, ...indexed.map(path => keep(at(document, path))))
  if (document === null) return row
  shelves.prepare(`insert into ${words} (rowid, words) values (?, ?)`).run(row, rowOf(textsOf(document, shelf)))
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
