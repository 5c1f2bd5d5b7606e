import type { Stored } from './document-store.ts'

/** A document that has changed, and what it was before; null when it was not there. */
export interface Change extends Stored {
  before: unknown
}

/** "These documents have changed": the signal for the live door. Losing one is harmless, since documents carry positions. */
export class Projected {
  readonly projection: string
  readonly changes: readonly Change[]
  readonly position: number
  readonly log: string
  /** Documents that were kept wrongly and are right now: at the same position, so that nothing but this tells of it. */
  readonly mended: readonly string[]

  constructor(projection: string, changes: readonly Change[], position: number, log: string, mended: readonly string[] = []) {
    this.projection = projection
    this.changes = changes
    this.position = position
    this.log = log
    this.mended = mended
  }
}
