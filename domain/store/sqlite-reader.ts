import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Batch, Interest } from '../kernel/event-store.ts'
import type { Recorded } from '../kernel/message.ts'
import { unpack } from './sqlite-envelope.ts'

/** The most positions that one page looks through, so that a rare type does not hold up everybody else. */
const span = 10_000

/** The most characters of one page. */
const largest = 8 * 1024 * 1024

type Row = [position: number, stream: string, revision: number, type: string, id: string, envelope: string, data: string]

const recorded = ([position, stream, revision, type, id, envelope, data]: Row): Recorded =>
  ({ id, type, data: JSON.parse(data), ...unpack(envelope), stream, revision, position })

const columns = 'e.position, s.name, e.revision, t.name, e.id, e.envelope, e.data'
const all = `select ${columns} from events e cross join streams s on s.id = e.stream cross join types t on t.id = e.type
  where e.position > ? and e.position <= ?`
const some = `${all} and e.type in (select id from types where name in (select value from json_each(?)))`
const one = `select ${columns} from streams s cross join events e on e.stream = s.id cross join types t on t.id = e.type
  where s.name = ? and e.revision >= ? order by e.revision`

/** Reads on the thread that asks, over a connection of its own: what was committed is seen at once, and nobody waits for a writer. */
export class Reader {
  readonly #db: DatabaseSync
  readonly #stream: StatementSync
  readonly #all: StatementSync
  readonly #some: StatementSync
  readonly #head: StatementSync

  constructor(file: string) {
    this.#db = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
    const rows = (sql: string) => {
      const statement = this.#db.prepare(sql)
      statement.setReturnArrays(true)
      return statement
    }
    this.#stream = rows(one)
    this.#all = rows(`${all} order by e.position limit ?`)
    this.#some = rows(`${some} order by e.position limit ?`)
    this.#head = rows('select coalesce(max(position), 0) from events')
  }

  head(): number {
    return (this.#head.get() as unknown as [number])[0]
  }

  read(stream: string, from: number): Recorded[] {
    return (this.#stream.all(stream, from) as unknown as Row[]).map(recorded)
  }

  page({ after, types, limit = 500 }: Interest): Batch {
    const until = Math.min(this.head(), after + span)
    const most = Math.max(1, limit)
    const rows = types ? this.#some.iterate(after, until, JSON.stringify(types), most) : this.#all.iterate(after, until, most)
    const events: Recorded[] = []
    let size = 0
    for (const row of rows as unknown as Iterable<Row>) {
      events.push(recorded(row))
      size += row[6].length
      if (events.length === most || size > largest) return { events, position: row[0] }
    }
    return { events, position: Math.max(until, after) }
  }

  close(): void {
    this.#db.close()
  }
}
