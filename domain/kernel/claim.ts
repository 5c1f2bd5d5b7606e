import type { AnyDecider, Claim } from './decider.ts'
import type { EventStore, Write } from './event-store.ts'
import type { Context, Message, Pending, Recorded } from './message.ts'
import { Refused } from './refusal.ts'
import { streamOf } from './stream.ts'

/** A key with chance in it is taken: decide anew with other digits. */
export class TakenAgain extends Error {}

/** The stream that says who holds a key; its events are `KeyClaimed` and `KeyReleased` in turn. */
export const claimStream = (tenant: string, key: string): string => streamOf(tenant, 'claim', key)

export const claimPrefix = (tenant: string): string => `${tenant}.claim-`

/** The stream that holds a key, or null. */
export function holderOf(past: readonly Recorded[]): string | null {
  const last = past.at(-1)
  return last?.type === 'KeyClaimed' ? String((last.data as { stream: string }).stream) : null
}

/** The writes that claim and release the keys of these events. Throws `Refused` when somebody else holds one. */
export async function claimed(
  log: EventStore, decider: AnyDecider, events: readonly Message[], state: unknown, context: Context, stream: string,
  envelope: (event: Message, n: string) => Pending,
): Promise<Write[]> {
  // What an event releases and claims at once, it keeps: the last word on a key counts.
  const wanted = new Map<string, Claim | null>()
  for (const event of events) {
    for (const key of decider.releases?.[event.type]?.(event.data, state, context) ?? []) wanted.set(key, null)
    for (const claim of decider.claims?.[event.type]?.(event.data, state, context) ?? []) wanted.set(claim.key, claim)
  }
  const writes: Write[] = []
  for (const [key, claim] of wanted) {
    const past = await log.read(claimStream(context.tenant, key))
    const holder = holderOf(past)
    if (claim ? holder === stream : holder !== stream) continue
    if (claim && holder !== null) throw claim.again ? new TakenAgain() : new Refused(claim.refusal)
    const type = claim ? 'KeyClaimed' : 'KeyReleased'
    const event = envelope({ type, data: { stream } }, `${type}:${key}`)
    writes.push({ stream: claimStream(context.tenant, key), expected: past.at(-1)?.revision ?? -1, events: [event] })
  }
  return writes
}
