import type { Recorded } from './message.ts'
import type { EventTable } from './personal.ts'

/** The version in which an event type is written now. */
export const versionOf = ({ past }: EventTable, type: string): number => 1 + (past?.[type]?.length ?? 0)

/** An event that a newer program has written: nobody here knows what it means, and skipping it would be a hole. */
export class FromTheFuture extends Error {
  override readonly name = 'FromTheFuture'

  constructor({ type, schemaVersion }: Pick<Recorded, 'type' | 'schemaVersion'>) {
    super(`${type} was written in version ${schemaVersion}, which this program does not know`)
  }
}

export type Upcast = (event: Recorded) => Recorded

/** Brings events of older versions into the shape of today, version by version. Throws `FromTheFuture`. */
export function upcastIn(aggregates: Readonly<Record<string, { events: EventTable }>>): Upcast {
  const tables = new Map(Object.values(aggregates).flatMap(({ events }) => Object.keys(events.schemas).map(type => [type, events] as const)))
  return event => {
    const table = tables.get(event.type)
    // Of an event that no aggregate declares (claims of names) there is one version only.
    const now = table ? versionOf(table, event.type) : 1
    if (event.schemaVersion === now) return event
    if (event.schemaVersion > now) throw new FromTheFuture(event)
    const data = table!.past![event.type]!.slice(event.schemaVersion - 1).reduce<unknown>((shape, { upcast }) => upcast(shape as never), event.data)
    return { ...event, data, schemaVersion: now }
  }
}
