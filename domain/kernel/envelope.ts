import type { AnyDecider } from './decider.ts'
import type { Asker, Message, Pending } from './message.ts'
import { personalFields } from './personal.ts'
import { streamOf } from './stream.ts'
import { versionOf } from './upcast.ts'
import type { World } from './world.ts'

interface Cause {
  id: string
  commandId: string
  commandHash: string
  correlationId?: string
  causationId?: string
}

/**
 * Puts events of one command into their envelopes. Event ids are derived, so that a repetition makes the same ones; from the stream too, since
 * a client may use a command id for several streams, and what reacts to an event takes its id for unique.
 */
export function envelopeOf(world: World, decider: AnyDecider, cause: Cause, asker: Asker, at: string) {
  return (event: Message, n: number | string): Pending => ({
    id: world.ids.derived(cause.commandId, `${streamOf(asker.tenant, decider.aggregate, cause.id)}/${n}`),
    type: event.type,
    data: event.data,
    schemaVersion: versionOf(decider.events, event.type),
    tenant: asker.tenant,
    actor: asker.actor,
    by: asker.by,
    post: asker.post,
    onBehalfOf: asker.onBehalfOf,
    mandate: asker.mandate,
    purpose: asker.purpose,
    commandId: cause.commandId,
    commandHash: cause.commandHash,
    correlationId: cause.correlationId ?? cause.commandId,
    causationId: cause.causationId ?? null,
    occurredAt: at,
    recordedAt: at,
    grade: decider.events.grade,
    subjectKeys: subjectsOf(decider, event, cause.id, asker.actor),
  })
}

/** The subjects whose keys encrypt the personal fields that an event has, and the actor's, which encrypts the name. */
function subjectsOf(decider: AnyDecider, { type, data }: Message, id: string, actor: string): string[] {
  const fields = data as Readonly<Record<string, unknown>>
  const own: Readonly<Record<string, string>> = { id, actor }
  const subjects = personalFields(decider.events.schemas[type])
    .filter(({ field }) => fields[field] !== undefined && fields[field] !== null)
    .map(({ subject }) => own[subject] ?? fields[subject])
  return [...new Set([actor, ...subjects.filter(subject => typeof subject === 'string')])]
}
