import type { ReadmodelEvent } from '@qinqing/domain/service/readmodel/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { readmodels } from './readmodels.ts'

const asked: ReadmodelEvent = { type: 'RebuildAsked', data: {} }
const started: ReadmodelEvent = { type: 'RebuildStarted', data: {} }
const advanced: ReadmodelEvent = { type: 'RebuildAdvanced', data: { done: 40, of: 100 } }
const completed: ReadmodelEvent = { type: 'RebuildCompleted', data: { position: 100, differing: 2, ms: 420 } }
const cancelled: ReadmodelEvent = { type: 'RebuildCancelled', data: {} }
const stopped: ReadmodelEvent = { type: 'RebuildStopped', data: { reason: 'cancelled' } }
const fault = { place: 'search' as const, document: 'a-case', kind: 'missing' as const, fields: [] }
const repaired: ReadmodelEvent = { type: 'FaultRepaired', data: fault }
const at = '2026-03-02T01:00:00.000Z'

specifyDocument(readmodels, 'readmodel', {
  'says who has asked': { given: [asked], as: { at, by: '示例某' }, then: { status: 'asked', asked: { by: '示例某', at }, progress: null } },
  'says how far it has come': { given: [asked, started, advanced], then: { status: 'running', progress: { done: 40, of: 100 } } },
  'says what came of it': {
    given: [asked, started, advanced, completed], as: { at }, then: { status: 'idle', progress: null, completed: { at, ms: 420, differing: 2 }, stopped: null },
  },
  'is not under way when it was cancelled before it began': { given: [asked, cancelled], as: { at }, then: { status: 'idle', stopped: { at, reason: 'cancelled' } } },
  'is stopping when it was cancelled': { given: [asked, started, cancelled], then: { status: 'stopping' } },
  'has stopped': { given: [asked, started, cancelled, stopped], as: { at }, then: { status: 'idle', stopped: { at, reason: 'cancelled' } } },
  'forgets why the one before came to nothing': { given: [asked, started, stopped, asked], then: { status: 'asked', stopped: null } },
  'lists what was repaired': { given: [repaired], as: { at }, then: { repaired: [{ at, ...fault }], repairs: 1 } },
  'lists the last ones only': { given: Array.from({ length: 25 }, () => repaired), as: { at }, then: { repaired: Array.from({ length: 20 }, () => ({ at, ...fault })), repairs: 25 } },
})

test('administrators see it', () => {
  expect(seenBy(readmodels, documentOf(readmodels, 'readmodel', [asked]))).toEqual(['admin'])
})
