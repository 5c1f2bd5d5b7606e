import type { Viewer } from '@qinqing/projections/kernel/predicate'
import type { Reader } from '@qinqing/projections/kernel/reader'
import { documentScopeOf, scopeOf } from '@qinqing/projections/kernel/scope'
import type { Attended, Opened, Problem } from './contract.ts'
import { type Attendant, Presence } from './presence.ts'
import { problem } from './problem.ts'
import type { LiveSettings } from './settings.ts'

interface Parts {
  who: Attendant & { readonly viewer: Viewer; readonly log: string }
  reader: Reader
  presence: Presence
  settings: LiveSettings
}

/** What one socket may do about presence: be seen looking, and see who looks. Throws `Malformed` and `Forbidden`. */
export class Attendance {
  private readonly parts: Parts
  private ended = false

  constructor(parts: Parts) {
    this.parts = parts
  }

  async attend(name: string, id: string): Promise<Attended | Problem> {
    const { who, presence, reader, settings: { bounds, world } } = this.parts
    const { projection } = documentScopeOf(reader.catalogue, name, who.viewer)
    const found = await reader.document(name, id, who.viewer)
    // While it was read the rights may have changed, and the socket may have gone.
    if (!found || this.ended || !Presence.open(projection, found.row.document, who.viewer)) return problem('FORBIDDEN')
    if (presence.others(who, name, id) >= bounds.attending) return problem('TOO_MANY_TOPICS')
    presence.attend(who, projection, found.row.document as { id: string }, Date.parse(world.clock.now()) + bounds.attendMs)
    return { forMs: bounds.attendMs }
  }

  async listen(key: string, name: string): Promise<Opened | Problem> {
    const { who, presence, reader } = this.parts
    const { projection } = scopeOf(reader.catalogue, name, ['always'], who.viewer)
    if (!projection.attended) return problem('FORBIDDEN')
    const rows = presence.listen(who, key, projection)
    const position = rows.reduce((latest, row) => Math.max(latest, row.position), 0)
    return { log: who.log, position, rows, ids: rows.map(({ id }) => id), total: rows.length, continued: false, stamp: '' }
  }

  get listening(): number {
    return this.parts.presence.listening(this.parts.who)
  }

  unlisten(key: string): boolean {
    return this.parts.presence.unlisten(this.parts.who, key)
  }

  leave(name: string, id: string): void {
    this.parts.presence.leave(this.parts.who, name, id)
  }

  /** Other rights. */
  changed(): void {
    this.parts.presence.changed(this.parts.who)
  }

  end(): void {
    this.ended = true
    this.parts.presence.gone(this.parts.who)
  }
}
