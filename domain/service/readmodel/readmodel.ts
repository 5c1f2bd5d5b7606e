import type { Decider } from '../../kernel/decider.ts'
import { type ReadmodelCommand, readmodelCommands, readmodelMoves, readmodelRoles, type ReadmodelStatus } from './contract.ts'
import { type ReadmodelEvent, readmodelEvents } from './events.ts'

export interface Readmodel {
  status: ReadmodelStatus
  done: number
}

/** 读模型: the documents of one projection as something that is looked after: built anew on demand, and repaired. Its id is the projection's name. */
export const readmodel: Decider<Readmodel, ReadmodelCommand, ReadmodelEvent> = {
  system: 'service',
  aggregate: 'readmodel',
  initial: { status: 'idle', done: 0 },
  commands: readmodelCommands,
  events: readmodelEvents,
  moves: readmodelMoves,
  roles: readmodelRoles,
  merges: ['RecordFault'],

  decide: {
    AskRebuild: () => [{ type: 'RebuildAsked', data: {} }],
    CancelRebuild: () => [{ type: 'RebuildCancelled', data: {} }],
    StartRebuild: () => [{ type: 'RebuildStarted', data: {} }],
    AdvanceRebuild: ({ done }, data) => (data.done > done ? [{ type: 'RebuildAdvanced', data }] : []),
    CompleteRebuild: (_, data) => [{ type: 'RebuildCompleted', data }],
    StopRebuild: (_, data) => [{ type: 'RebuildStopped', data }],
    RecordFault: (_, data) => [{ type: 'FaultRepaired', data }],
  },

  evolve: {
    RebuildAsked: () => ({ status: 'asked', done: 0 }),
    // What has not begun is simply not done.
    RebuildCancelled: readmodel => ({ ...readmodel, status: readmodel.status === 'asked' ? 'idle' : 'stopping' }),
    RebuildStarted: () => ({ status: 'running', done: 0 }),
    RebuildAdvanced: (readmodel, { done }) => ({ ...readmodel, done }),
    RebuildCompleted: readmodel => ({ ...readmodel, status: 'idle' }),
    RebuildStopped: readmodel => ({ ...readmodel, status: 'idle' }),
    FaultRepaired: readmodel => readmodel,
  },
}
