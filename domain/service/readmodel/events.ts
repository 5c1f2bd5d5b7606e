import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import type { EventTable } from '../../kernel/personal.ts'
import { faultKinds, places, stops } from './contract.ts'

const schemas = {
  RebuildAsked: z.object({}),
  RebuildCancelled: z.object({}),
  RebuildStarted: z.object({}),
  RebuildAdvanced: z.object({ done: z.int(), of: z.int() }),
  /** `differing` is how many documents were kept otherwise before. */
  RebuildCompleted: z.object({ position: z.int(), differing: z.int(), ms: z.int() }),
  RebuildStopped: z.object({ reason: z.enum(stops) }),
  /** Which fields differed, by name only: what stood in them is nobody's business here. */
  FaultRepaired: z.object({ place: z.enum(places), document: z.string(), kind: z.enum(faultKinds), fields: z.array(z.string()) }),
}
export type ReadmodelEvent = Messages<typeof schemas>

export const readmodelEvents: EventTable = { schemas, grade: 'internal' }
