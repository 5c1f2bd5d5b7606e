import type { Recorded } from '@qinqing/domain/kernel/message'
import type { Stored } from './document-store.ts'
import { inOrder } from './predicate.ts'
import type { AnyProjection } from './projection.ts'
import { advance, touchedBy } from './runner.ts'

export const rowKey = (tenant: string, id: string): string => JSON.stringify([tenant, id])

/** Some documents folded once more from the log, in memory, to compare with what is kept. */
export class Refolded {
  readonly rows = new Map<string, Stored>()
  private readonly projection: AnyProjection
  private readonly wanted: (tenant: string, id: string) => boolean

  constructor(projection: AnyProjection, wanted: (tenant: string, id: string) => boolean) {
    this.projection = projection
    this.wanted = wanted
  }

  take(events: readonly Recorded[]): void {
    for (const [tenant, touched] of touchedBy(this.projection, events)) {
      for (const [id, heard] of touched) {
        if (!this.wanted(tenant, id)) continue
        const key = rowKey(tenant, id)
        for (const { before: _, ...stored } of advance(this.projection, tenant, id, heard, this.rows.get(key))) this.rows.set(key, stored)
      }
    }
  }
}

/** The dotted paths at which two documents differ, at most so many; the whole is the empty path. */
export function differing(one: unknown, other: unknown, most = 5, path = ''): string[] {
  if (Object.is(one, other)) return []
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return [path]
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort(inOrder)
  const found: string[] = []
  for (const key of keys) {
    if (found.length >= most) break
    found.push(...differing(one[key], other[key], most - found.length, path ? `${path}.${key}` : key))
  }
  return found
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
