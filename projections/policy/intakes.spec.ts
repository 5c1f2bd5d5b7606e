import { file, finished, found, previewed, rejected, reported, staged, started, stopped, tally } from '@qinqing/domain/policy/intake/examples.conformance'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { intakes } from './intakes.ts'

const as = { at: '2026-03-02T01:00:00.000Z', by: '示例某' }
const { report, ...preview } = found

specifyDocument(intakes, 'intake', {
  'a file that was staged says whose it is': {
    given: [staged], as, then: { status: 'staged', file, office: 'office', stagedAt: '2026-03-02T01:00:00.000Z', stagedBy: '示例某', preview: null, tally: null },
  },
  'a preview shows good and bad rows': { given: [staged, previewed], then: { status: 'previewed', preview, remarks: found.remarks, report } },
  'a file that is no list says why': { given: [staged, rejected], then: { status: 'unreadable', reason: { zh: '文件里不是一个列表', en: 'The file is not a list.' } } },
  'while it runs it tells how far it has come': {
    given: [staged, previewed, started, reported], as,
    then: { status: 'running', official: false, startedAt: '2026-03-02T01:00:00.000Z', asOf: '2026-03-02T01:00:00.000Z', tally: { ...tally, read: 1, new: 1, refused: 0 } },
  },
  'what was stopped keeps what it has done': { given: [staged, previewed, started, reported, stopped], then: { status: 'stopped', tally: { ...tally, read: 1, new: 1, refused: 0 } } },
  'in the end all rows are accounted for': { given: [staged, previewed, started, finished], then: { status: 'finished', tally, remarks: found.remarks, report } },
  'it says whether its rows are meant to be used': { given: [staged, previewed, { type: 'IntakeStarted', data: { assignments: [], official: true } }], then: { official: true } },
  'a second run begins to count anew': { given: [staged, previewed, started, finished, started], then: { status: 'running', tally: null } },
})

test('the editors of the office see it', () => {
  expect(seenBy(intakes, documentOf(intakes, 'intake', [staged]))).toEqual(['editor of the office'])
})
