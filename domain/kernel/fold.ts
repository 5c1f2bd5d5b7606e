import type { Data, Message, Recorded } from './message.ts'

/** One handler per event; each returns the next state and leaves the one it was given alone. */
export type Evolve<State, E extends Message, Next = State> = {
  [Type in E['type']]: (state: State, data: Data<E, Type>, event: Recorded) => Next
}

type Handler<State, Next> = (state: State, data: unknown, event: Recorded) => Next

/** Applies the handler of the event; an event without a handler changes nothing. */
export function fold<State, Next>(evolve: object, state: State, event: Recorded): State | Next {
  if (!Object.hasOwn(evolve, event.type)) return state
  return (evolve as Record<string, Handler<State, Next>>)[event.type]!(state, event.data, event)
}
