import type { Recorded } from '@qinqing/domain/kernel/message'
import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import type { IntakeEvent } from '@qinqing/domain/policy/intake/events'
import type { Projection } from '../kernel/projection.ts'

const seen = (intake: IntakeDocument, { recordedAt }: Recorded): IntakeDocument => ({ ...intake, updatedAt: recordedAt })

/** Imports of files of service items, for the editors of their office. */
export const intakes: Projection<IntakeDocument, IntakeEvent> = {
  name: 'intakes',
  version: 2,
  indexed: ['office', 'status', 'stagedAt'],
  searched: [],
  visible: ['post', 'office', ['editor']],
  initial: id => ({
    id, status: 'absent', office: '', officeName: '', file: { hash: '', name: '', size: 0, type: '' }, stagedAt: '', stagedBy: '', preview: null, reason: null,
    assignments: [], official: false, startedAt: null, tally: null, asOf: null, remarks: [], report: null, updatedAt: '',
  }),
  evolve: {
    IntakeStaged: (intake, { file, office, officeName }, event) =>
      seen({ ...intake, status: 'staged', file, office, officeName, stagedAt: event.recordedAt, stagedBy: event.by }, event),
    IntakePreviewed: (intake, { report, ...preview }, event) => seen({ ...intake, status: 'previewed', preview, remarks: preview.remarks, report }, event),
    IntakeRejected: (intake, { reason }, event) => seen({ ...intake, status: 'unreadable', reason }, event),
    IntakeStarted: (intake, { assignments, official = false }, event) =>
      seen({ ...intake, status: 'running', assignments, official, startedAt: event.recordedAt, tally: null, asOf: event.recordedAt }, event),
    IntakeReported: (intake, { tally }, event) => seen({ ...intake, tally, asOf: event.recordedAt }, event),
    IntakeFinished: (intake, { tally, remarks, report }, event) => seen({ ...intake, status: 'finished', tally, remarks, report, asOf: event.recordedAt }, event),
    IntakeStopped: (intake, _, event) => seen({ ...intake, status: 'stopped' }, event),
  },
}
