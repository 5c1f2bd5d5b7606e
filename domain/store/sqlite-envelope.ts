import type { Pending } from '../kernel/message.ts'

type Envelope = Omit<Pending, 'id' | 'type' | 'data'>

/** Fields by place rather than by name; null stands for "the same as" where two are mostly equal. Only ever add at the end. */
type Packed = [
  schemaVersion: number, tenant: string, actor: string, by: string, post: string | null, onBehalfOf: string | null, mandate: string | null,
  purpose: Pending['purpose'], commandId: string, commandHash: string, correlationId: string | null, causationId: string | null,
  recordedAt: string, occurredAt: string | null, grade: Pending['grade'], subjectKeys: readonly string[],
]

/** An event's envelope as a short JSON list. */
export function pack(event: Pending): string {
  const packed: Packed = [
    event.schemaVersion, event.tenant, event.actor, event.by, event.post, event.onBehalfOf, event.mandate,
    event.purpose, event.commandId, event.commandHash,
    event.correlationId === event.commandId ? null : event.correlationId, event.causationId,
    event.recordedAt, event.occurredAt === event.recordedAt ? null : event.occurredAt, event.grade, event.subjectKeys,
  ]
  return JSON.stringify(packed)
}

export function unpack(text: string): Envelope {
  const [
    schemaVersion, tenant, actor, by, post, onBehalfOf, mandate,
    purpose, commandId, commandHash, correlationId, causationId,
    recordedAt, occurredAt, grade, subjectKeys,
  ] = JSON.parse(text) as Packed
  return {
    schemaVersion, tenant, actor, by, post, onBehalfOf, mandate,
    purpose, commandId, commandHash, correlationId: correlationId ?? commandId, causationId,
    recordedAt, occurredAt: occurredAt ?? recordedAt, grade, subjectKeys,
  }
}
