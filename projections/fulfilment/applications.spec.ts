import {
  answered, approved, asked, claimed, content, correcting, discarded, draft, facts, file, filling, handedOver, judged, lapsed, lives, mended, met, open, patched, promise, refused, released, returned,
  requested, started, submittedWith, withdrawn, wrong,
} from '@qinqing/domain/fulfilment/application/examples.conformance'
import type { ApplicationEvent } from '@qinqing/domain/fulfilment/application/events'
import { farFuture } from '@qinqing/domain/fulfilment/application/contract'
import { fold } from '@qinqing/domain/kernel/fold'
import type { Context } from '@qinqing/domain/kernel/message'
import { record } from '@qinqing/domain/kernel/spec'
import { clauses, smart, withForm } from '@qinqing/domain/policy/policy/examples.conformance'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { applications } from './applications.ts'

const at = '2026-03-02T01:00:00.000Z'
const as = { at, by: '示例某', post: '示例工信局企业服务科 审核' }
const claimant = { id: 'someone', name: '示例某', since: at, from: null }
const entry = (type: string, note: string | null = null) => ({ at, type, by: '示例某', post: '示例工信局企业服务科 审核', note })
const again = [...correcting, answered]

specifyDocument(applications, 'application', {
  'a draft has what it rests on': {
    given: [started], as,
    then: {
      id: 'it', status: 'draft', revision: 0, enterprise: 'enterprise', enterpriseName: '龙城示例机械有限公司', creditCode: '91450200MA5EXAMQ0C', policy: 'policy',
      policyTitle: '示例工业企业智能化改造若干措施', version: 1, itemId: 'smart', itemTitle: '智能化改造设备补助', item: withForm(smart), clauses, office: 'office',
      officeName: '示例工信局企业服务科', answers: {}, startedAt: at, startedBy: '示例某', savedAt: at, savedBy: '示例某', number: null, submittedAt: null, promise: null,
      dueAt: farFuture, closedAt: null, timeline: [entry('ApplicationStarted')], updatedAt: at,
    },
  },
  'what is typed is saved, and no milestone': {
    given: [started, patched({ 'contact.name': '示例某' })], as,
    then: { answers: { 'contact.name': '示例某' }, revision: 1, savedAt: at, savedBy: '示例某', timeline: [entry('ApplicationStarted')] },
  },
  'an answer that was taken back is gone': {
    given: [started, patched({ 'contact.name': '示例某', 'contact.phone': '138' }), patched({ 'contact.phone': null })], then: { answers: { 'contact.name': '示例某' } },
  },
  'a draft that was thrown away is closed': {
    given: lives.discarded, as, then: {
      status: 'discarded', closedAt: at, dueAt: farFuture, timeline: [entry('ApplicationStarted'), entry('ApplicationDiscarded')],
    },
  },
  'a submission fixes answers, facts, verdicts and promise': {
    given: open, as,
    then: {
      status: 'submitted', number: 'LZ-2026-0302-123456', submittedAt: at, answers: filling, facts, verdicts: met, estimateFen: 12_860_000,
      estimateWorking: content.estimateWorking, promise, dueAt: '2026-03-23T09:30:00.000Z', itemId: 'smart', item: withForm(smart), revision: 2,
      timeline: [entry('ApplicationStarted'), entry('ApplicationSubmitted')],
    },
  },
  'a claim says who is on it and since when': { given: lives.claimed, as, then: { status: 'claimed', claimant, claimantId: 'someone' } },
  'a claim of a resubmitted case leaves it resubmitted': {
    given: [...again, claimed], as, then: { status: 'resubmitted', claimant, claimantId: 'someone' },
  },
  'a released case is as if it had not been claimed': {
    given: [...lives.claimed, released], as, then: { status: 'submitted', claimant: null, claimantId: null },
  },
  'a released case that was resubmitted stays so': {
    given: [...again, claimed, released], then: { status: 'resubmitted', claimant: null, claimantId: null },
  },
  'a judgement stands beside the verdict, with who and why': {
    given: [...open, judged('insured', 'met')], as,
    then: { verdicts: met, judgements: { insured: { result: 'met', note: '已查社保台账', by: '示例某', at, earlier: false } }, revision: 3 },
  },
  'the latest judgement counts': {
    given: [...open, judged('insured', 'met'), judged('insured', 'failed', '台账不符'), judged('revenue', 'met')], as,
    then: {
      judgements: { insured: { result: 'failed', note: '台账不符', by: '示例某', at, earlier: false }, revenue: { result: 'met', note: '已查社保台账', by: '示例某', at, earlier: false } },
    },
  },
  'a correction waits for the enterprise': {
    given: [...open, claimed, asked], as,
    then: {
      status: 'correcting', corrections: 1, asked: wrong, dueAt: farFuture, pauses: [{ from: at }], replies: {}, claimant,
      correction: { items: wrong, askedAt: at, askedBy: '示例某', post: '示例工信局企业服务科 审核', answerBy: '2026-03-09', touched: [] },
      timeline: [
        entry('ApplicationStarted'), entry('ApplicationSubmitted'), entry('CaseClaimed'),
        entry('CorrectionRequested', '验收单缺少公章，请盖章后重新上传；请说明设备是不是新购'),
      ],
    },
  },
  'answers and replies to a correction are seen while it is being answered': {
    given: correcting,
    then: {
      answers: { ...filling, 'material.receipt': file('b') }, replies: { 2: '全部是新购设备' }, status: 'correcting', dueAt: farFuture,
      correction: { items: wrong, askedAt: at, askedBy: '示例某', post: null, answerBy: '2026-03-09', touched: ['material.receipt'] },
    },
  },
  'a correction is answered bit by bit': {
    given: [...open, asked, patched({ 'material.receipt': file('b') }, { 1: '已重新上传' }), patched({ 'payee.bank': '示例银行' }, { 2: '全部是新购设备' })], as,
    then: {
      replies: { 1: '已重新上传', 2: '全部是新购设备' }, answers: { ...filling, 'material.receipt': file('b'), 'payee.bank': '示例银行' },
      correction: {
        items: wrong, askedAt: at, askedBy: '示例某', post: '示例工信局企业服务科 审核', answerBy: '2026-03-09', touched: [
          'material.receipt', 'payee.bank',
        ],
      },
    },
  },
  'an answered correction runs again': {
    given: again, as,
    then: {
      status: 'resubmitted', correction: null, corrections: 1, asked: wrong, pauses: [{ from: at, to: at }], dueAt: '2026-03-23T09:30:00.000Z', replies: { 2: '全部是新购设备' },
      number: 'LZ-2026-0302-123456', submittedAt: at,
    },
  },
  'a second correction is counted, and has its own replies': {
    given: [...again, requested([wrong[0]!])], then: { corrections: 2, asked: [...wrong, wrong[0]!], replies: {}, status: 'correcting' },
  },
  'an approval says how much, who and why, and nobody is on it any more': {
    given: [...lives.claimed, approved], as,
    then: {
      status: 'approved', closedAt: at, dueAt: farFuture, claimant: null, claimantId: null,
      decision: { result: 'approved', at, by: '示例某', post: '示例工信局企业服务科 审核', opinion: '材料齐全，同意', fen: 12_860_000, clause: null },
    },
  },
  'a refusal names the clause': {
    given: [...lives.claimed, refused], as,
    then: {
      status: 'refused', closedAt: at, dueAt: farFuture, claimant: null, claimantId: null,
      decision: { result: 'refused', at, by: '示例某', post: '示例工信局企业服务科 审核', opinion: '验收单与发票不符', fen: null, clause: clauses[2]! },
    },
  },
  'a withdrawal closes without a decision': {
    given: [...lives.claimed, withdrawn], as, then: {
      status: 'withdrawn', closedAt: at, dueAt: farFuture, claimant: null, claimantId: null, decision: null,
    },
  },
  'a case that was handed over is with the colleague, and says from whom; why is not told here': {
    given: [...lives.claimed, handedOver], as,
    then: {
      status: 'claimed', claimantId: 'colleague', claimant: { id: 'colleague', name: '示例乙', since: at, from: { id: 'someone', name: '示例某' } },
      timeline: [entry('ApplicationStarted'), entry('ApplicationSubmitted'), entry('CaseClaimed'), entry('CaseHandedOver')],
    },
  },
  'a case that the head assigns is claimed': { given: [...open, handedOver], then: { status: 'claimed', claimantId: 'colleague' } },
  'a returned case waits for everybody, and why is not told here': {
    given: [...lives.claimed, returned], as, then: {
      status: 'submitted', claimant: null, claimantId: null,
      timeline: [entry('ApplicationStarted'), entry('ApplicationSubmitted'), entry('CaseClaimed'), entry('CaseReturned')],
    },
  },
  'what nobody answered is closed, and says why': {
    given: [...correcting, lapsed], as, then: {
      status: 'lapsed', closedAt: at, dueAt: farFuture, correction: null, decision: null, pauses: [{ from: at, to: at }],
    },
  },
  'a judgement from before a correction says so': {
    given: [...open, judged('insured', 'met'), asked, mended, answered], as,
    then: { judgements: { insured: { result: 'met', note: '已查社保台账', by: '示例某', at, earlier: true } } },
  },
  'a judgement of what has changed is gone': {
    given: [...open, judged('insured', 'met'), asked, mended, { ...answered, data: { ...answered.data, dropped: ['insured'] } } as ApplicationEvent], then: { judgements: {} },
  },
  'what was withdrawn while it waited for a correction waits no longer': {
    given: [...correcting, withdrawn], as, then: { status: 'withdrawn', correction: null, pauses: [{ from: at, to: at }] },
  },
})

test('each pause has its own end', () => {
  const told = (events: readonly ApplicationEvent[], when: string): Partial<Context> & { events: readonly ApplicationEvent[] } => ({
    events, at: when,
  })
  const history = [
    told(open, at), told([asked], '2026-03-05T01:00:00.000Z'), told([answered], '2026-03-06T01:00:00.000Z'),
    told([asked], '2026-03-09T01:00:00.000Z'),
  ]
  const document = history.flatMap(({ events, ...over }) => record('application', events, over))
    .reduce((one, event) => fold(applications.evolve, one, event) as typeof one, applications.initial('it'))
  expect(document.pauses).toEqual([
    { from: '2026-03-05T01:00:00.000Z', to: '2026-03-06T01:00:00.000Z' }, { from: '2026-03-09T01:00:00.000Z' },
  ])
})

test('an answer that is taken back leaves no key behind', () => {
  const document = documentOf(applications, 'application', [started, patched({ 'contact.name': '示例某' }), patched({ 'contact.name': null })]) as { answers: object }
  expect(document.answers).toStrictEqual({})
})

const own = ['own agent', 'agent of several']
const office = ['reviewer of the office', 'lead of the office']

test.each([
  ['a draft is seen by its enterprise alone', draft, own],
  ['a draft that was thrown away is seen by its enterprise alone', [...draft, discarded], own],
  ['a case is seen by the office, too', open, [...own, ...office]],
  ['a case in correction is seen by the office, too', correcting, [...own, ...office]],
  ['a decided case is seen by the office, too', lives.approved, [...own, ...office]],
  ['a withdrawn case is seen by the office, too', lives.withdrawn, [...own, ...office]],
])('%s', (_, events, kinds) => {
  expect(seenBy(applications, documentOf(applications, 'application', events))).toEqual(kinds)
})

test('an item of another office is seen by that office', () => {
  const moved = { ...started, data: { ...started.data, item: withForm({ ...smart, office: 'elsewhere' }) } } as ApplicationEvent
  expect(seenBy(applications, documentOf(applications, 'application', [moved, submittedWith({})]))).toEqual([
    ...own, 'reviewer of another office', 'lead of another office',
  ])
})
