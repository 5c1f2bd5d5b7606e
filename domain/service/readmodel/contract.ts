import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'

export type ReadmodelStatus = 'idle' | 'asked' | 'running' | 'stopping'

export const stops = ['cancelled', 'interrupted', 'failed', 'unknown'] as const
export const places = ['documents', 'search'] as const
export const faultKinds = ['changed', 'missing', 'extra'] as const

const number = z.int().min(0)

export const readmodelCommands = {
  /** 重建: the documents of a projection, and its search, are made anew from the log. */
  AskRebuild: z.strictObject({}),
  CancelRebuild: z.strictObject({}),
  StartRebuild: z.strictObject({}),
  AdvanceRebuild: z.strictObject({ done: number, of: number }),
  CompleteRebuild: z.strictObject({ position: number, differing: number, ms: number }),
  StopRebuild: z.strictObject({ reason: z.enum(stops) }),
  /** What the comparison with the log has found and made right. */
  RecordFault: z.strictObject({
    place: z.enum(places), document: z.string().min(1).max(250), kind: z.enum(faultKinds), fields: z.array(z.string().max(200)).max(50),
  }),
}
export type ReadmodelCommand = Messages<typeof readmodelCommands>

export const readmodelMoves: Moves<ReadmodelStatus, ReadmodelCommand> = {
  idle: ['AskRebuild', 'RecordFault'],
  asked: ['CancelRebuild', 'StartRebuild', 'StopRebuild', 'RecordFault'],
  running: ['CancelRebuild', 'AdvanceRebuild', 'CompleteRebuild', 'StopRebuild', 'RecordFault'],
  // Cancelling may come too late: then it is complete all the same.
  stopping: ['AdvanceRebuild', 'CompleteRebuild', 'StopRebuild', 'RecordFault'],
}

export const readmodelRoles: Roles<ReadmodelCommand> = {
  AskRebuild: ['admin', 'operator'],
  CancelRebuild: ['admin', 'operator'],
  StartRebuild: ['system'],
  AdvanceRebuild: ['system'],
  CompleteRebuild: ['system'],
  StopRebuild: ['system'],
  RecordFault: ['system'],
}

export type Stop = (typeof stops)[number]

interface Repaired {
  at: string
  place: (typeof places)[number]
  document: string
  kind: (typeof faultKinds)[number]
  fields: readonly string[]
}

/** What has been done about one projection's documents, for those who run the system; its id is the projection's name. */
export interface ReadmodelDocument {
  id: string
  status: ReadmodelStatus
  asked: { by: string; at: string } | null
  /** Events that are folded, of how many. */
  progress: { done: number; of: number } | null
  completed: { at: string; ms: number; differing: number } | null
  /** Why the last one came to nothing; null when it did not. */
  stopped: { at: string; reason: Stop } | null
  /** The last ones, newest first, and how many there were in all. */
  repaired: readonly Repaired[]
  repairs: number
}
