import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { canonical } from './kernel/canonical.ts'
import { type AnyDecider, decide, type Decider, replay } from './kernel/decider.ts'
import type { Context, Message } from './kernel/message.ts'
import { Absent, Refused, type Refusals } from './kernel/refusal.ts'
import { context, record, specify } from './kernel/spec.ts'
import { versionOf } from './kernel/upcast.ts'

export type Scenario<C extends Message, E extends Message> =
  & { given: readonly E[]; when: C; as?: Partial<Context>; facts?: unknown }
  & ({ then: readonly unknown[] } | { refused: string } | { absent: true })

export type Scenarios<C extends Message, E extends Message> = Record<string, Scenario<C, E>>

interface Rules<State extends { status: string }, C extends Message, E extends Message> {
  /** The contract's table; every code in it must be reached. */
  refusals?: Refusals
  scenarios: Scenarios<NoInfer<C>, NoInfer<E>>
  /** A history that leads to each status. */
  lives: Record<State['status'], readonly NoInfer<E>[]>
  /** One example of each command, which is accepted in every status whose moves name it. */
  asks: { [Type in C['type']]: Extract<C, { type: Type }>['data'] }
  /** What the examples need to know, by command; a function where it depends on the status. */
  facts?: { [Type in C['type']]?: unknown }
  as?: { [Type in C['type']]?: Partial<Context> }
  /** The keys that an event holds and gives back; another stream that holds one is refused with the code. */
  keys?: Record<string, { given: readonly NoInfer<E>[]; event: NoInfer<E>; as?: Partial<Context>; claims?: readonly { key: string; code: string; again?: true }[]; releases?: readonly string[] }>
}

/** Refused, absent, or the events: what one command comes to. */
export function outcome(decider: AnyDecider, given: readonly Message[], when: Message, as: Partial<Context> = {}, facts: unknown = {}) {
  try {
    return { then: decide(decider, replay(decider, record(decider.aggregate, given)), when, { ...context, ...as }, facts) }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code, details: error.details }
    if (error instanceof Absent) return { absent: true }
    throw error
  }
}

/** All rules of an aggregate: scenarios, the whole table of moves, every refusal, keys, and the shape of all that was asked and happened. */
export function rules<State extends { status: string }, C extends Message, E extends Message>(
  // oxlint-disable-next-line no-explicit-any -- whatever facts a decider declares
  decider: Decider<State, C, E, any>, { refusals = {}, scenarios, lives, asks, facts = {}, as = {}, keys = {} }: Rules<State, C, E>,
) {
  specify(decider, scenarios)
  const any = decider as AnyDecider
  const statuses = Object.keys(decider.moves) as State['status'][]
  const types = Object.keys(decider.commands) as C['type'][]
  const pairs = statuses.flatMap(status => types.map(type => [status, type, decider.moves[status].includes(type)] as const))
  const answer = (status: State['status'], type: C['type']) => outcome(any, lives[status], { type, data: asks[type] }, as[type], facts[type])

  describe(`every move of ${decider.aggregate}`, () => {
    test.each(statuses)('its history leads to %s', status => {
      expect(replay(any, record(decider.aggregate, lives[status])).status).toBe(status)
    })

    test.each(pairs.filter(([, , may]) => may))('%s admits %s', (status, type) => {
      expect(answer(status, type)).toEqual({ then: expect.any(Array) })
    })

    // An inbox, for one, admits everything always.
    for (const [status, type] of pairs.filter(([, , may]) => !may)) {
      test(`${status} does not admit ${type}`, () => {
        expect(answer(status, type)).toEqual(lives[status].length ? { refused: `${decider.aggregate}/not-now` } : { absent: true })
      })
    }

    test.each(pairs.filter(([, , may]) => may))('from %s, %s leads only where life goes on', (status, type) => {
      const { then = [] } = answer(status, type)
      const next = replay(any, record(decider.aggregate, [...lives[status], ...then])).status
      expect(statuses).toContain(next)
    })
  })

  describe(`what ${decider.aggregate} holds for itself`, () => {
    const of = (event: E, given: readonly E[], over?: Partial<Context>) => ({
      claims: any.claims?.[event.type]?.(event.data, replay(any, record(decider.aggregate, given)), { ...context, ...over }) ?? [],
      releases: any.releases?.[event.type]?.(event.data, replay(any, record(decider.aggregate, given)), { ...context, ...over }) ?? [],
    })

    test('every event with keys is spoken of', () => {
      const spoken = new Set<string>(Object.values(keys).map(({ event }) => event.type))
      expect([...Object.keys(decider.claims ?? {}), ...Object.keys(decider.releases ?? {})].filter(type => !spoken.has(type))).toEqual([])
    })

    for (const [sentence, { event, given, as: over, claims = [], releases = [] }] of Object.entries(keys)) {
      test(sentence, () => {
        const found = of(event, given, over)
        expect(found.claims.map(({ key, refusal, again }) => ({ key, code: refusal.code, ...(again ? { again } : {}) }))).toEqual(claims)
        expect(found.releases).toEqual(releases)
      })
    }
  })

  test(`every refusal of ${decider.aggregate} is reached, and none that the contract does not know`, () => {
    const reached = Object.values(scenarios).flatMap(one => ('refused' in one ? [one.refused] : []))
    const held = Object.values(keys).flatMap(({ claims = [] }) => claims.map(({ code }) => code))
    expect([...new Set([...reached, ...held])].filter(code => code !== `${decider.aggregate}/not-now`).sort())
      .toEqual(Object.values(refusals).map(({ code }) => code).sort())
  })

  const events: Message[] = [
    ...Object.values(scenarios).flatMap(one => [...one.given, ...('then' in one ? one.then as Message[] : [])]), ...Object.values(lives).flat() as Message[],
    ...pairs.flatMap(([status, type]) => answer(status, type).then ?? []),
  ]
  const asked: Message[] = [...Object.values(scenarios).map(({ when }) => when), ...types.map(type => ({ type, data: asks[type] }))]

  test(`all that was asked of ${decider.aggregate} and all that happened has the shape that is declared`, () => {
    const misfit = (table: Record<string, { safeParse: (data: unknown) => { success: boolean; data?: unknown } }>) => ({ type, data }: Message) => {
      const parsed = Object.hasOwn(table, type) ? table[type]!.safeParse(data) : undefined
      return !parsed?.success || canonical(parsed.data) !== canonical(data)
    }
    expect(events.filter(misfit(decider.events.schemas))).toEqual([])
    expect(asked.filter(misfit(decider.commands))).toEqual([])
    expect(Object.keys(decider.events.schemas).filter(type => !events.some(event => event.type === type))).toEqual([])
    expect(types.filter(type => !asked.some(one => one.type === type))).toEqual([])
  })

  keep(any, events)
}

const folder = `${import.meta.dirname}/golden`

const goldenFile = (type: string, version: number) => `${folder}/${type}.v${version}.json`

export interface Golden {
  type: string
  schemaVersion: number
  data: unknown
}

/** Every golden event: one example of each type and version as it was once written. They are added to, and never edited. */
export const golden = (): Golden[] => readdirSync(folder).filter(name => name.endsWith('.json')).map(name => {
  const one = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Golden
  if (name !== `${one.type}.v${one.schemaVersion}.json`) throw new Error(`${name} holds ${one.type} of version ${one.schemaVersion}`)
  return one
})

/** With QQ_GOLDEN set, writes the richest example of each type and version that has no file yet; a file that is there is left alone. */
function keep({ events: table }: AnyDecider, events: readonly Message[]) {
  if (!process.env['QQ_GOLDEN']) return
  for (const type of Object.keys(table.schemas)) {
    const schemaVersion = versionOf(table, type)
    const [richest] = events.filter(event => event.type === type).toSorted((a, b) => canonical(b.data).length - canonical(a.data).length)
    if (!richest || existsSync(goldenFile(type, schemaVersion))) continue
    writeFileSync(goldenFile(type, schemaVersion), `${JSON.stringify({ type, schemaVersion, data: richest.data }, null, 2)}\n`)
  }
}
