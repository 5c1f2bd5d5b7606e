import { appends } from './append.conformance.ts'
import { follows } from './follow.conformance.ts'
import { keeps } from './keep.conformance.ts'
import { repeats } from './repeat.conformance.ts'
import type { Place } from './sample.conformance.ts'

/**
 * What every log promises; an adapter's spec is one line: `eventStore('name', () => place)`.
 * Nothing here takes positions to be gapless, to begin at 1, or the log to be one's own.
 */
export function eventStore(name: string, make: () => Promise<Place>): void {
  describe(`${name} as a log`, () => {
    keeps(make)
    appends(make)
    repeats(make)
    follows(make)
  })
}
