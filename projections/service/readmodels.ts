import type { ReadmodelDocument } from '@qinqing/domain/service/readmodel/contract'
import type { ReadmodelEvent } from '@qinqing/domain/service/readmodel/events'
import type { Projection } from '../kernel/projection.ts'

const shown = 20

/** What has been done about each projection's documents: for administrators. */
export const readmodels: Projection<ReadmodelDocument, ReadmodelEvent> = {
  name: 'readmodels',
  version: 1,
  indexed: ['id', 'status'],
  searched: [],
  visible: ['role', ['admin']],
  initial: id => ({ id, status: 'idle', asked: null, progress: null, completed: null, stopped: null, repaired: [], repairs: 0 }),
  evolve: {
    RebuildAsked: (one, _, { by, recordedAt }) => ({ ...one, status: 'asked', asked: { by, at: recordedAt }, progress: null, stopped: null }),
    RebuildCancelled: (one, _, { recordedAt }) =>
      (one.status === 'asked' ? { ...one, status: 'idle', stopped: { at: recordedAt, reason: 'cancelled' } } : { ...one, status: 'stopping' }),
    RebuildStarted: one => ({ ...one, status: 'running' }),
    RebuildAdvanced: (one, { done, of }) => ({ ...one, progress: { done, of } }),
    RebuildCompleted: (one, { ms, differing }, { recordedAt }) => ({ ...one, status: 'idle', progress: null, completed: { at: recordedAt, ms, differing } }),
    RebuildStopped: (one, { reason }, { recordedAt }) => ({ ...one, status: 'idle', progress: null, stopped: { at: recordedAt, reason } }),
    FaultRepaired: (one, fault, { recordedAt }) =>
      ({ ...one, repaired: [{ at: recordedAt, ...fault }, ...one.repaired].slice(0, shown), repairs: one.repairs + 1 }),
  },
}
