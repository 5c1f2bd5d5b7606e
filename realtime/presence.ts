import { bind, meets, type Viewer } from '@qinqing/projections/kernel/predicate'
import type { AnyProjection } from '@qinqing/projections/kernel/projection'
import type { Change } from '@qinqing/projections/kernel/projected'
import type { Row } from './contract.ts'
import type { Delta } from './outbox.ts'

/** Somebody who looks at a document now. */
export interface Present {
  id: string
  name: string
}

/** What presence needs of a socket. */
export interface Attendant {
  readonly viewer: Viewer
  readonly name: string
  put(key: string, delta: Delta): void
  takeBack(key: string): unknown
}

interface Place {
  projection: AnyProjection
  id: string
  tenant: string
  /** As it is now: it says who may see who is there. */
  document: unknown
  /** Until when each socket counts as looking. */
  attendants: Map<Attendant, number>
  row: number
}

interface Listening {
  projection: AnyProjection
  told: Set<string>
}

const keyOf = (tenant: string, projection: string, id: string) => JSON.stringify([tenant, projection, id])

/** Who looks at what: beside the log, in memory alone, told to those of whom the projection's `attended` says so. */
export class Presence {
  private readonly places = new Map<string, Place>()
  private readonly listeners = new Map<Attendant, Map<string, Listening>>()
  private rows = 0

  /** Whether somebody may be seen looking, and see who else does. */
  static open(projection: AnyProjection, document: unknown, viewer: Viewer): boolean {
    return projection.attended !== undefined && meets(document, bind(projection.attended, viewer))
  }

  /** Looks at a document until then; said again, it goes on. */
  attend(who: Attendant, projection: AnyProjection, document: { id: string }, until: number): void {
    const key = keyOf(who.viewer.tenant, projection.name, document.id)
    const place: Place = this.places.get(key)
      ?? { projection, id: document.id, tenant: who.viewer.tenant, document, attendants: new Map(), row: 0 }
    const known = [...place.attendants.keys()].some(one => one.viewer.person === who.viewer.person)
    place.document = document
    place.attendants.set(who, until)
    this.places.set(key, place)
    if (!known) this.tell(place)
  }

  /** The documents that a socket looks at, apart from this one. */
  others(who: Attendant, projection: string, id: string): number {
    return [...this.places.values()].filter(place => place.attendants.has(who) && !(place.projection.name === projection && place.id === id)).length
  }

  leave(who: Attendant, projection: string, id: string): void {
    const place = this.places.get(keyOf(who.viewer.tenant, projection, id))
    if (place?.attendants.delete(who)) this.tell(place)
  }

  /** Hears from now on who is there; answers who is there now. */
  listen(who: Attendant, key: string, projection: AnyProjection): Row[] {
    const rows = this.rowsFor(who, projection)
    const known = this.listeners.get(who) ?? new Map<string, Listening>()
    known.set(key, { projection, told: new Set(rows.map(({ id }) => id)) })
    this.listeners.set(who, known)
    return rows
  }

  unlisten(who: Attendant, key: string): boolean {
    return this.listeners.get(who)?.delete(key) ?? false
  }

  listening(who: Attendant): number {
    return this.listeners.get(who)?.size ?? 0
  }

  /** The socket is gone. */
  gone(who: Attendant): void {
    this.listeners.delete(who)
    for (const place of [...this.places.values()]) if (place.attendants.delete(who)) this.tell(place)
  }

  /** Other rights: what may no longer be attended is left, what may no longer be seen is taken away. */
  changed(who: Attendant): void {
    for (const [key, listening] of this.listeners.get(who) ?? []) {
      who.takeBack(key)
      const rows = this.rowsFor(who, listening.projection)
      const here = new Set(rows.map(({ id }) => id))
      const away = [...listening.told].filter(id => !here.has(id)).map(id => ({ id, position: ++this.rows, document: null }))
      listening.told = here
      who.put(key, { position: this.rows, rows: [...away, ...rows.map(row => ({ ...row, position: ++this.rows }))] })
    }
    for (const place of [...this.places.values()]) {
      const stays = place.attendants.has(who) && place.tenant === who.viewer.tenant && Presence.open(place.projection, place.document, who.viewer)
      if (!stays && place.attendants.delete(who)) this.tell(place)
    }
  }

  /** Documents have changed, and with them perhaps who may see who looks at them. */
  heard(projection: string, changes: readonly Change[]): void {
    for (const { tenant, id, document } of changes) {
      const place = this.places.get(keyOf(tenant, projection, id))
      if (!place) continue
      place.document = document
      for (const who of [...place.attendants.keys()]) if (!Presence.open(place.projection, document, who.viewer)) place.attendants.delete(who)
      this.tell(place)
    }
  }

  /** Whoever has not said for a while that he still looks does not. */
  expire(now: number): void {
    for (const place of [...this.places.values()]) {
      const over = [...place.attendants].filter(([, until]) => until <= now)
      for (const [who] of over) place.attendants.delete(who)
      if (over.length) this.tell(place)
    }
  }

  private tell(place: Place): void {
    place.row = ++this.rows
    if (!place.attendants.size) this.places.delete(keyOf(place.tenant, place.projection.name, place.id))
    for (const [who, all] of this.listeners) {
      for (const [key, listening] of all) {
        if (listening.projection.name !== place.projection.name || who.viewer.tenant !== place.tenant) continue
        const seen = place.attendants.size > 0 && Presence.open(place.projection, place.document, who.viewer)
        if (!seen && !listening.told.delete(place.id)) continue
        if (seen) listening.told.add(place.id)
        who.put(key, { position: place.row, rows: [seen ? rowOf(place) : { id: place.id, position: place.row, document: null }] })
      }
    }
  }

  private rowsFor({ viewer }: Attendant, projection: AnyProjection): Row[] {
    return [...this.places.values()]
      .filter(place => place.projection.name === projection.name && place.tenant === viewer.tenant && Presence.open(projection, place.document, viewer))
      .map(rowOf)
  }
}

/** Two tabs of one person are one. */
const rowOf = ({ id, row, attendants }: Place): Row => {
  const people = new Map([...attendants.keys()].map(({ viewer, name }): [string, Present] => [viewer.person, { id: viewer.person, name }]))
  return { id, position: row, document: { id, people: [...people.values()] } }
}
