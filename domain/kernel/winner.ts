import { type AnyDecider } from './decider.ts'
import { fold } from './fold.ts'
import type { Recorded } from './message.ts'
import type { Winner } from './refusal.ts'
import { partsOf } from './stream.ts'

export const changed = ({ actor, by, post, recordedAt, type, revision }: Recorded): Winner => ({ actor, by, post, at: recordedAt, type, revision })

/** The event after `basis` that last moved the stream to another status; else the last event after it; null when there is none. */
export function winnerAfter(deciders: Readonly<Record<string, AnyDecider>>, stream: string, past: readonly Recorded[], basis: number): Winner | null {
  const decider = deciders[partsOf(stream).aggregate]
  let state: { status: string } = decider?.initial ?? { status: '' }
  let winner: Recorded | undefined
  const loud = past.filter(event => !decider?.quiet?.includes(event.type))
  for (const event of loud) {
    const next: { status: string } = decider ? fold(decider.evolve, state, event) : state
    if (event.revision > basis && next.status !== state.status) winner = event
    state = next
  }
  winner ??= loud.findLast(event => event.revision > basis)
  return winner ? changed(winner) : null
}
