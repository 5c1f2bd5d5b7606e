import type { EventStore } from '@qinqing/domain/kernel/event-store'
import type { Recorded } from '@qinqing/domain/kernel/message'
import { partsOf } from '@qinqing/domain/kernel/stream'

/** Registrations make people, firms and offices: of these a demo folder has only those of the demo. */
const registrations: readonly string[] = ['PersonRegistered', 'EnterpriseRegistered', 'OfficeEstablished', 'CityFounded']

/** What follows by itself from what people do, and the looking after of read models, which is about nobody. */
const isOfItself = ({ actor, stream }: Recorded): boolean =>
  actor === 'system' || actor.startsWith('reaction:') || partsOf(stream).aggregate === 'readmodel'

/**
 * The first event that is no play with the demo; null when all is: made for the demo, done by people whom the demo made, or following by itself from
 * these. Whoever the demo's people have registered, and whatever an operator has imported, is real until somebody says otherwise.
 */
export async function realIn(log: EventStore): Promise<Recorded | null> {
  const people = new Set<string>()
  for (let after = 0, head = await log.head(); after < head;) {
    const { events, position } = await log.page({ after })
    for (const event of events) {
      if (event.purpose === 'demo') {
        if (event.type === 'PersonRegistered') people.add(partsOf(event.stream).id)
      } else if (registrations.includes(event.type) || !(people.has(event.actor) || isOfItself(event))) {
        return event
      }
    }
    after = position
  }
  return null
}
