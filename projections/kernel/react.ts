import type { Batch } from '@qinqing/domain/kernel/event-store'
import type { Asked } from '@qinqing/domain/kernel/execute'
import type { Asker, Recorded } from '@qinqing/domain/kernel/message'
import type { AnyReaction, Request } from '@qinqing/domain/kernel/reaction'
import { Refused, Reused } from '@qinqing/domain/kernel/refusal'
import type { World } from '@qinqing/domain/kernel/world'

/** Asks a command, such as `execute` does. */
export type Ask = (asked: Asked, asker: Asker) => Promise<unknown>

/**
 * Asks what a reaction wants when these events happen, in order and one by one. Command ids follow from the event, so that a
 * batch that comes twice asks the same again, which changes nothing. Throws what is neither a refusal nor an earlier asking:
 * then the batch must come again.
 */
export async function react(
  reaction: AnyReaction, { events }: Pick<Batch, 'events'>, ask: Ask, { ids }: Pick<World, 'ids'>,
): Promise<void> {
  for (const event of events) {
    for (const [n, request] of requests(reaction, event).entries()) {
      await wanted(() => ask({
        ...request,
        commandId: ids.derived(event.id, `${reaction.name}/${n}`),
        correlationId: event.correlationId,
        causationId: event.id,
      }, askerOf(reaction, event)))
    }
  }
}

const requests = ({ on }: AnyReaction, event: Recorded): Request[] =>
  Object.hasOwn(on, event.type) ? on[event.type]!(event.data, event) : []

/** A reaction acts in the city of the event, in nobody's name but its own. */
const askerOf = ({ name }: AnyReaction, { tenant, purpose }: Recorded): Asker => ({
  tenant, purpose, actor: `reaction:${name}`, by: '系统', roles: ['system'],
  offices: [], enterprises: [], post: null, onBehalfOf: null, mandate: null,
})

/**
 * Refused: it is already so, or not wanted there. Reused: an earlier form of the reaction has asked for this event already.
 * Neither would ever come out otherwise, and the events behind it must not wait for ever.
 */
async function wanted(asking: () => Promise<unknown>): Promise<void> {
  try {
    await asking()
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Reused)) throw error
  }
}
