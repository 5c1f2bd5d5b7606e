import { type Evolve, fold } from './fold.ts'
import type { Context, Data, Message, Recorded, Role, Schemas } from './message.ts'
import type { EventTable } from './personal.ts'
import { Absent, Refused, type Words } from './refusal.ts'

/** Which commands each status admits: the life of an aggregate, as a table. */
export type Moves<Status extends string, C extends Message> = Readonly<Record<Status, readonly C['type'][]>>

/** Who may ask which command. */
export type Roles<C extends Message> = Readonly<Record<C['type'], readonly Role[]>>

/** Another aggregate whose state a decision needs. */
export interface Need {
  aggregate: string
  id: string
}

/** A name that only one stream may hold at a time, such as a user name, and the refusal when it is taken. */
export interface Claim {
  key: string
  refusal: Words & { code: string }
  /** The key contains chance: when it is taken, decide anew with other digits instead of refusing. */
  again?: boolean
}

/**
 * An aggregate as pure parts. Time, identity and ids arrive as data, so the same input decides the same.
 * `Facts` is the folded state of the streams that `needs` declares; their revisions become checks of the append.
 */
export interface Decider<State extends { status: string }, C extends Message, E extends Message, Facts = unknown> {
  system: string
  aggregate: string
  initial: State
  commands: Schemas
  events: EventTable
  moves: Moves<State['status'], C>
  roles: Roles<C>
  needs?: { [Type in C['type']]?: (data: Data<C, Type>, context: Context, state: State) => { [Name in keyof Facts]?: Need } }
  decide: { [Type in C['type']]: (state: State, data: Data<C, Type>, context: Context, facts: Facts) => E[] }
  evolve: Evolve<State, E>
  /** Keys that are held from this event on. */
  claims?: { [Type in E['type']]?: (data: Data<E, Type>, state: State, context: Context) => Claim[] }
  /** Keys that this event gives back. */
  releases?: { [Type in E['type']]?: (data: Data<E, Type>, state: State, context: Context) => string[] }
  /** Commands that merge with whatever came in between: on a conflict they are decided anew, also for people. */
  merges?: readonly C['type'][]
  /** Commands that look at other streams again when only these have moved, also for people: nobody has seen them. */
  rereads?: readonly C['type'][]
  /** Events that not everybody may hear of: no conflict names them. */
  quiet?: readonly E['type'][]
  /** Commands that are in conflict as soon as anything changed since the revision that the asker saw. */
  guards?: readonly C['type'][]
}

/** For the few places that treat all deciders alike. */
// oxlint-disable-next-line no-explicit-any -- method parameters of different deciders have no common supertype
export type AnyDecider = Decider<any, any, any, any>

export const notNow = (decider: AnyDecider): Words & { code: string } => ({
  code: `${decider.aggregate}/not-now`,
  zh: '现在的状态不能做这件事，请看最新的进展',
  en: 'This is not possible in the present state; see the latest progress.',
})

export const replay = (decider: AnyDecider, events: readonly Recorded[]) =>
  events.reduce((state, event) => fold(decider.evolve, state, event), decider.initial)

export const admits = (decider: AnyDecider, status: string, type: string): boolean => {
  const moves: Readonly<Record<string, readonly string[]>> = decider.moves
  return Object.hasOwn(moves, status) && moves[status]!.includes(type)
}

/** Decides one command. Throws `Refused` when a rule says no, `Absent` when there is nothing that could be asked. */
export function decide(decider: AnyDecider, state: { status: string }, command: Message, context: Context, facts: unknown): Message[] {
  if (!admits(decider, state.status, command.type)) throw state === decider.initial ? new Absent() : new Refused(notNow(decider))
  return decider.decide[command.type]!(state, command.data, context, facts)
}
