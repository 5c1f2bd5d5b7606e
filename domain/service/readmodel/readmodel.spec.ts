import { rules } from '../../rules.conformance.ts'
import type { ReadmodelEvent } from './events.ts'
import { readmodel } from './readmodel.ts'

const asked: ReadmodelEvent = { type: 'RebuildAsked', data: {} }
const started: ReadmodelEvent = { type: 'RebuildStarted', data: {} }
const cancelled: ReadmodelEvent = { type: 'RebuildCancelled', data: {} }
const advanced = (done: number): ReadmodelEvent => ({ type: 'RebuildAdvanced', data: { done, of: 100 } })
const completion = { position: 100, differing: 0, ms: 420 }
const completed: ReadmodelEvent = { type: 'RebuildCompleted', data: completion }
const stopped = (reason: 'cancelled' | 'interrupted' | 'failed' | 'unknown'): ReadmodelEvent => ({ type: 'RebuildStopped', data: { reason } })
const fault = { place: 'documents' as const, document: 'a-case', kind: 'changed' as const, fields: ['status'] }

rules(readmodel, {
  lives: { idle: [], asked: [asked], running: [asked, started], stopping: [asked, started, cancelled] },
  asks: {
    AskRebuild: {}, CancelRebuild: {}, StartRebuild: {}, AdvanceRebuild: { done: 40, of: 100 }, CompleteRebuild: completion, StopRebuild: { reason: 'failed' },
    RecordFault: fault,
  },
  scenarios: {
    'is built anew when somebody asks': { given: [], when: { type: 'AskRebuild', data: {} }, then: [asked] },
    'is built anew again': { given: [asked, started, completed], when: { type: 'AskRebuild', data: {} }, then: [asked] },
    'is not asked for twice': { given: [asked], when: { type: 'AskRebuild', data: {} }, refused: 'readmodel/not-now' },
    'begins': { given: [asked], when: { type: 'StartRebuild', data: {} }, then: [started] },
    'says how far it has come': { given: [asked, started], when: { type: 'AdvanceRebuild', data: { done: 40, of: 100 } }, then: [advanced(40)] },
    'does not say twice how far it has come': { given: [asked, started, advanced(40)], when: { type: 'AdvanceRebuild', data: { done: 40, of: 110 } }, then: [] },
    'begins at nothing the next time': {
      given: [asked, started, advanced(40), completed, asked, started], when: { type: 'AdvanceRebuild', data: { done: 10, of: 100 } }, then: [advanced(10)],
    },
    'is complete': { given: [asked, started], when: { type: 'CompleteRebuild', data: completion }, then: [completed] },
    'is cancelled before it has begun': { given: [asked, cancelled], when: { type: 'StartRebuild', data: {} }, refused: 'readmodel/not-now' },
    'is cancelled while it runs': { given: [asked, started], when: { type: 'CancelRebuild', data: {} }, then: [cancelled] },
    'stops when it was cancelled': {
      given: [asked, started, cancelled], when: { type: 'StopRebuild', data: { reason: 'cancelled' } }, then: [stopped('cancelled')],
    },
    'is complete when cancelling came too late': { given: [asked, started, cancelled], when: { type: 'CompleteRebuild', data: completion }, then: [completed] },
    'was interrupted': { given: [asked, started], when: { type: 'StopRebuild', data: { reason: 'interrupted' } }, then: [stopped('interrupted')] },
    'may be asked for after it has failed': { given: [asked, started, stopped('failed')], when: { type: 'AskRebuild', data: {} }, then: [asked] },
    'notes what was repaired, whatever else is under way': {
      given: [asked, started], when: { type: 'RecordFault', data: fault }, then: [{ type: 'FaultRepaired', data: fault }],
    },
    'goes on after a repair': {
      given: [asked, started, { type: 'FaultRepaired', data: fault }], when: { type: 'AdvanceRebuild', data: { done: 40, of: 100 } }, then: [advanced(40)],
    },
  },
})
