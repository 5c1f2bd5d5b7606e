import type { DocumentStore } from './document-store.ts'
import type { AnyProjection } from './projection.ts'

/** The documents are being made for the first time, and a part of them would look like all. */
export class Incomplete extends Error {
  override readonly name = 'Incomplete'
}

interface Shelf {
  projection: AnyProjection
  readers: number
  /** Told when the last one who reads it has finished. */
  idle: () => void
}

/** Which edition of each projection is read now, and who is still reading another one. */
export class Editions {
  private readonly shelves: Map<string, Shelf>
  private readonly incomplete: Set<string>
  private readonly stamps = new Map<string, string>()

  /** `incomplete` names those that nobody may read before they are there. */
  constructor(projections: readonly AnyProjection[], incomplete: readonly string[] = []) {
    this.incomplete = new Set(incomplete)
    this.shelves = new Map(projections.map(projection => [projection.name, { projection, readers: 0, idle: () => undefined }]))
  }

  /** As the store says; of a projection whose version has changed, the first edition of the new one. */
  static async read(documents: DocumentStore, projections: readonly AnyProjection[]): Promise<Editions> {
    const incomplete: string[] = []
    const all = await Promise.all(projections.map(async projection => {
      const served = await documents.serving(projection.name)
      if (served?.version === projection.version) return { ...projection, edition: served.edition }
      incomplete.push(projection.name)
      return projection
    }))
    const editions = new Editions(all, incomplete)
    for (const { name } of projections) await editions.restamp(documents, name)
    return editions
  }

  /**
   * Names what is kept of a projection now, for whoever has read some of it: while the name is the same, a row at the same position is the same row.
   * Another version, edition or repair is another name.
   */
  stamp(name: string): string {
    return this.stamps.get(name) ?? ''
  }

  /** To be called after what is read was changed otherwise than by events: a name that is late is harmless, one that is early is not. */
  async restamp(documents: DocumentStore, name: string): Promise<void> {
    const shelf = this.shelves.get(name)
    if (!shelf) return
    const { version, edition = 0 } = shelf.projection
    const served = await documents.serving(name)
    this.stamps.set(name, [version, edition, await documents.mended(shelf.projection), served?.since ?? ''].join(' '))
  }

  /** They are thrown away to be made anew. */
  begin(name: string): void {
    this.incomplete.add(name)
  }

  /** They are there, and may be read. */
  complete(name: string): void {
    this.incomplete.delete(name)
  }

  isComplete(name: string): boolean {
    return !this.incomplete.has(name)
  }

  get all(): AnyProjection[] {
    return [...this.shelves.values()].map(({ projection }) => projection)
  }

  /** The edition that is read now; a projection that is kept nowhere else is its own. */
  of(projection: AnyProjection): AnyProjection {
    return this.shelves.get(projection.name)?.projection ?? projection
  }

  /** Reads within one edition, which stays until the reading is done. Throws `Incomplete`. */
  async reading<Answer>(projection: AnyProjection, read: (projection: AnyProjection) => Promise<Answer>): Promise<Answer> {
    if (this.incomplete.has(projection.name)) throw new Incomplete(projection.name)
    const shelf = this.shelves.get(projection.name)
    if (!shelf) return await read(projection)
    shelf.readers++
    try {
      return await read(shelf.projection)
    } finally {
      shelf.readers--
      if (!shelf.readers) shelf.idle()
    }
  }

  /** Whoever reads from now on reads the next edition. Resolves when nobody reads the one before any more. */
  swap(next: AnyProjection): Promise<void> {
    const before = this.shelves.get(next.name)
    this.shelves.set(next.name, { projection: next, readers: 0, idle: () => undefined })
    return new Promise(resolve => {
      if (!before?.readers) resolve()
      else before.idle = resolve
    })
  }
}
