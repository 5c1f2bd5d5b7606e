import { randomUUID } from 'node:crypto'
import type { EventStore } from '../kernel/event-store.ts'
import type { Pending } from '../kernel/message.ts'
import { Conflict } from '../kernel/refusal.ts'
import { streamOf } from '../kernel/stream.ts'

/** A place that holds one log: what was written is there again at the next `open`, until the place is cleared. */
export interface Place {
  open(): Promise<EventStore>
  clear(): Promise<void>
}

/** A stream that nobody else has, since the log may be one that others write to as well. */
export const fresh = (): string => streamOf('liuzhou', 'case', randomUUID())

/** An event with a full envelope. */
export function event(over: Partial<Pending> = {}): Pending {
  const commandId = randomUUID()
  return {
    id: randomUUID(), type: 'CaseNoted', data: { text: '示例企业来电' }, schemaVersion: 1, tenant: 'liuzhou', actor: 'p-1', by: '示例某',
    post: '企业服务科 审核', onBehalfOf: null, mandate: null, purpose: 'work', commandId, commandHash: 'a1b2', correlationId: commandId,
    causationId: null, occurredAt: '2026-03-02T01:00:00.000Z', recordedAt: '2026-03-02T01:00:01.000Z', grade: 'internal',
    subjectKeys: ['p-1'], ...over,
  }
}

export const events = (count: number, over: Partial<Pending> = {}): Pending[] => Array.from({ length: count }, () => event(over))

export const idsOf = (some: readonly { id: string }[]): string[] => some.map(({ id }) => id)

/** What the loser of an append is told: the stream that is elsewhere, and where. */
export async function conflictOf(appending: Promise<unknown>): Promise<{ stream: string; current: number }> {
  const error: unknown = await appending.then(() => null, (thrown: unknown) => thrown)
  if (!(error instanceof Conflict)) throw new Error(`wanted a conflict, got ${String(error)}`, { cause: error })
  return { stream: error.stream, current: error.current }
}
