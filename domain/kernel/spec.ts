import { createHash } from 'node:crypto'
import { type AnyDecider, decide, type Decider, replay } from './decider.ts'
import type { Asker, Context, Message, Recorded } from './message.ts'
import { Absent, Refused } from './refusal.ts'
import { streamOf } from './stream.ts'
import type { World } from './world.ts'

export const asker: Asker = {
  tenant: 'liuzhou', actor: 'someone', by: '示例某', roles: ['agent', 'editor', 'reviewer', 'lead', 'admin', 'operator', 'system'],
  offices: ['office'], enterprises: ['enterprise'], post: null, onBehalfOf: null, mandate: null, purpose: 'work',
}

export const context: Context = { ...asker, id: 'it', at: '2026-03-02T01:00:00.000Z', digits: '123456', prefix: 'LZ' }

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A world that only moves when told: the clock stands, ids count up, chance is a sequence. */
export function stillWorld(at = context.at): World & { set(at: string): void } {
  let now = at
  let count = 0
  return {
    set: next => { now = next },
    clock: { now: () => now },
    ids: { fresh: () => `id-${++count}`, derived: (namespace, name) => hash(`${namespace}/${name}`).slice(0, 32) },
    random: { digits: length => String(++count).padStart(length, '0').slice(-length) },
    digest: hash,
    timers: { after: () => () => undefined },
  }
}

/** Plain events as the log would have kept them. */
export const record = (aggregate: string, events: readonly Message[], over: Partial<Context> = {}): Recorded[] =>
  events.map((event, index) => ({
    ...event, ...context, ...over, stream: streamOf(context.tenant, aggregate, over.id ?? context.id), revision: index, position: index + 1,
    id: `event-${index}`, schemaVersion: 1, commandId: `command-${index}`, commandHash: '', correlationId: '', causationId: null,
    occurredAt: over.at ?? context.at, recordedAt: over.at ?? context.at, grade: 'internal', subjectKeys: [],
  }))

type Scenario<C, E> = { given: readonly E[]; when: C; as?: Partial<Context>; facts?: unknown } & ({ then: readonly unknown[] } | { refused: string } | { absent: true })

/** Rules as a table: a sentence, what had happened, what was asked, what happens or why not. */
export function specify<C extends Message, E extends Message>(
  // oxlint-disable-next-line no-explicit-any -- the state of any decider
  decider: Decider<any, C, E, any>, scenarios: Record<string, Scenario<C, E>>,
) {
  const outcome = ({ given, when, as = {}, facts = {} }: Scenario<C, E>) => {
    try {
      const past = replay(decider as AnyDecider, record(decider.aggregate, given))
      return { then: decide(decider as AnyDecider, past, when, { ...context, ...as }, facts) }
    } catch (error) {
      if (error instanceof Refused) return { refused: error.code }
      if (error instanceof Absent) return { absent: true }
      throw error
    }
  }
  describe(decider.aggregate, () => {
    test.each(Object.entries(scenarios))('%s', (_, scenario) => {
      const { given: _given, when: _when, as: _as, facts: _facts, ...expected } = scenario
      expect(outcome(scenario)).toEqual(expected)
    })
  })
}
