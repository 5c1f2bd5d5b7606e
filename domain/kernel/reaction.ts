import type { Data, Message, Recorded } from './message.ts'

/** Something to ask of another aggregate. */
export interface Request {
  aggregate: string
  id: string
  command: Message
}

/** When something happens here, ask for something there. It has no memory; what must be remembered is an aggregate. */
export interface Reaction<E extends Message> {
  name: string
  on: { [Type in E['type']]?: (data: Data<E, Type>, event: Recorded) => Request[] }
}

// oxlint-disable-next-line no-explicit-any -- reactions to different events have no common supertype
export type AnyReaction = Reaction<any>
