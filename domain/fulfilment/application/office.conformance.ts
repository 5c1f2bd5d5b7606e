import { cny } from '../../language/money.ts'
import { clauses, smart, title, withForm } from '../../policy/policy/examples.conformance.ts'
import type { Scenarios } from '../../rules.conformance.ts'
import type { ApplicationCommand } from './contract.ts'
import type { ApplicationEvent } from './events.ts'
import {
  answered, approved, asked, claimed, correcting, draft, facts as known, file, filling, judged, met, open, patched, refused, released, requested, started, stated,
  submittedWith, withdrawn, wrong,
} from './examples.conformance.ts'

const claim: ApplicationCommand = { type: 'ClaimCase', data: {} }
const release: ApplicationCommand = { type: 'ReleaseCase', data: {} }
const judge = (condition: string, result: 'met' | 'failed'): ApplicationCommand => ({
  type: 'JudgeCondition', data: { condition, result, note: '已查社保台账' },
})
const request = (items: (typeof wrong)[number][], days = 5): ApplicationCommand => ({ type: 'RequestCorrection', data: { items, days } })
const approve = (fen?: number): ApplicationCommand => ({
  type: 'ApproveApplication', data: { opinion: '材料齐全，同意', ...(fen === undefined ? {} : { fen }) },
})
const cite = (ref: string): ApplicationCommand => ({
  type: 'RefuseApplication', data: { clause: '', cited: { ref, text: '' }, reason: '验收单与发票不符' },
})
const refuse = (clause: string): ApplicationCommand => ({ type: 'RefuseApplication', data: { clause, reason: '验收单与发票不符' } })

const again = [...correcting, answered]
const bank = { id: '3', field: 'payee.bank', text: '开户行写全称' }
const elsewhere = { offices: ['other'] }
const colleague = { actor: 'colleague', by: '示例乙' }
const doubtful = [...draft, submittedWith({ verdicts: [met[0]!, stated] })]
const approvedWith = (over: Record<string, unknown>): ApplicationEvent => ({ ...approved, data: { ...approved.data, ...over } }) as ApplicationEvent
const unknownSum = [...draft, submittedWith({ facts: { lastYearRevenue: known.lastYearRevenue, insured: known.insured } as typeof known })]
const startedWith = (item: typeof smart): ApplicationEvent => ({ ...started, data: { ...started.data, item: withForm(item) } }) as ApplicationEvent
const honour = [startedWith(title), patched(filling), submittedWith({ verdicts: [], facts: {} as typeof known })]
const fixed = [startedWith({ ...smart, amount: { kind: 'fixed', money: cny(10_000_000) } }), patched(filling), submittedWith({})]
const capped = [
  startedWith({ ...smart, amount: { kind: 'rate', basisPoints: 5_000, fact: 'smartEquipment', cap: cny(50_000_000) } }), patched(filling),
  submittedWith({}),
]
const unnamed: ApplicationEvent = { ...started, data: { ...started.data, clauses: [...clauses, { ref: '', text: '没有编号的一段' }] } } as ApplicationEvent
const short: ApplicationEvent = { ...started, data: { ...started.data, clauses: [] } } as ApplicationEvent
const bare = [
  { ...started, data: { ...started.data, clauses: [{ ref: ' ', text: '没有编号' }], item: withForm({ ...smart, conditions: [] }) } } as ApplicationEvent, patched(filling),
  submittedWith({ verdicts: [] }),
]
const spaced: ApplicationEvent = { ...started, data: { ...started.data, clauses: [{ ref: ' 第十条 ', text: '弄虚作假的，不予补助。' }] } } as ApplicationEvent

/** What the responsible office asks of a case. */
export const asOffice: Scenarios<ApplicationCommand, ApplicationEvent> = {
  'is claimed by an official of the office': { given: open, when: claim, then: [claimed] },
  'is claimed already': { given: [...open, claimed], when: claim, then: [] },
  'is claimed again after a correction': { given: again, when: claim, then: [claimed] },
  'is still claimed after a correction': {
    given: [...open, claimed, asked, patched({ 'material.receipt': file('b') }), answered], when: claim, then: [],
  },
  'is not there for other offices: claiming': { given: open, when: claim, as: elsewhere, absent: true },
  'is no case while it is a draft': { given: draft, when: claim, refused: 'application/not-now' },

  'is refused while a colleague is on it: the event says who': {
    given: [...open, claimed], when: refuse('第九条'), as: colleague, then: [{ ...refused, data: { ...refused.data, from: 'someone' } } as ApplicationEvent],
  },

  'is released by the one who is on it': { given: [...open, claimed], when: release, then: [released] },
  'is released already': { given: [...open, claimed, released], when: release, then: [] },
  'was never claimed': { given: open, when: release, then: [] },
  'is not released by a colleague': { given: [...open, claimed], when: release, as: colleague, refused: 'application/not-holder' },
  'is not there for other offices: releasing': { given: [...open, claimed], when: release, as: elsewhere, absent: true },

  'has a condition judged as met': { given: doubtful, when: judge('insured', 'met'), then: [judged('insured', 'met')] },
  'has a met condition overruled': { given: open, when: judge('revenue', 'failed'), then: [judged('revenue', 'failed')] },
  'has a condition judged anew': {
    given: [...doubtful, judged('insured', 'failed')], when: judge('insured', 'met'), then: [judged('insured', 'met')],
  },
  'has no such condition': { given: open, when: judge('exports', 'met'), refused: 'application/no-such-condition' },
  'has no condition by the name of an inner one': {
    given: open, when: judge('constructor', 'met'), refused: 'application/no-such-condition',
  },
  'is not there for other offices: judging': { given: open, when: judge('insured', 'met'), as: elsewhere, absent: true },

  'is sent back with all items and a day to answer by': { given: open, when: request(wrong), then: [asked] },
  'gives working days to answer': {
    given: open, when: request(wrong, 5), as: { at: '2026-04-28T01:00:00.000Z' }, then: [requested(wrong, '2026-05-08')],
  },
  'gives days from the day in the city': {
    given: open, when: request(wrong, 1), as: { at: '2026-03-02T16:30:00.000Z' }, then: [requested(wrong, '2026-03-04')],
  },
  'is sent back by a colleague of the one who is on it': { given: [...open, claimed], when: request(wrong), as: colleague, then: [asked] },
  'is not sent back for a field that the form does not have': {
    given: open, when: request([{ id: '1', field: 'contact.wechat', text: '请补微信号' }]), refused: 'application/no-such-field',
  },
  'is not sent back when one of several fields is not in the form': {
    given: open, when: request([wrong[0]!, { id: '2', field: 'contact.wechat', text: '请补微信号' }]), refused: 'application/no-such-field',
  },
  'is sent back a second time only for what was asked before': {
    given: again, when: request([{ id: '1', field: 'material.receipt', text: '公章不清楚，请重新扫描' }]),
    then: [requested([{ id: '1', field: 'material.receipt', text: '公章不清楚，请重新扫描' }])],
  },
  'is not sent back a third time for what was never asked': {
    given: [...again, requested([wrong[0]!]), patched({ 'material.receipt': file('c') }), answered], when: request([bank]), refused: 'application/correct-once',
  },
  'is sent back a third time for all that was ever asked': {
    given: [
      ...open, requested([wrong[0]!, bank]), patched({ 'material.receipt': file('b'), 'payee.bank': '示例银行' }), answered,
      requested([wrong[0]!]), patched({ 'material.receipt': file('c') }), answered,
    ],
    when: request([bank], 5), then: [requested([bank])],
  },
  'is not sent back a second time for another field': {
    given: again, when: request([wrong[0]!, { id: '2', field: 'payee.bank', text: '开户行写全称' }]), refused: 'application/correct-once',
  },
  'is not sent back a second time for something new without a field': {
    given: again, when: request([{ id: '9', field: null, text: '再补一份合同' }]), refused: 'application/correct-once',
  },
  'is not sent back a second time for a question that had no field': {
    given: again, when: request([wrong[1]!]), refused: 'application/correct-once',
  },
  'is not sent back while the enterprise is answering': { given: correcting, when: request(wrong), refused: 'application/not-now' },
  'is not there for other offices: sending back': { given: open, when: request(wrong), as: elsewhere, absent: true },

  'is approved with the amount of the rule': { given: open, when: approve(), then: [approved] },
  'is approved when the amount stated is that of the rule': { given: open, when: approve(12_860_000), then: [approved] },
  'is approved by a colleague of the one who is on it': { given: [...open, claimed], when: approve(), as: colleague, then: [approvedWith({ from: 'someone' })] },
  'is approved after a correction': { given: again, when: approve(), then: [approved] },
  'is approved up to the cap': { given: capped, when: approve(), then: [approvedWith({ fen: 50_000_000 })] },
  'is approved with a fixed amount': { given: fixed, when: approve(), then: [approvedWith({ fen: 10_000_000 })] },
  'is approved without money where there is none': {
    given: honour, when: approve(), then: [approvedWith({ item: 'title', itemTitle: '示例荣誉称号认定', fen: null, verdicts: [] })],
  },
  'is approved with what the official states when the rule cannot say': {
    given: unknownSum, when: approve(9_900_000), then: [approvedWith({ fen: 9_900_000 })],
  },
  'is not approved without an amount when the rule cannot say': {
    given: unknownSum, when: approve(), refused: 'application/amount-unknown',
  },
  'is not approved with another amount than that of the rule': {
    given: open, when: approve(12_860_001), refused: 'application/amount-fixed',
  },
  'is not approved with an amount where there is no money': { given: honour, when: approve(100), refused: 'application/amount-fixed' },
  'is not approved while a condition is unknown': { given: doubtful, when: approve(), refused: 'application/unjudged' },
  'is not approved while a condition fails': {
    given: [...draft, submittedWith({ verdicts: [met[0]!, { ...met[1]!, result: 'failed' }] })], when: approve(), refused: 'application/unjudged',
  },
  'is not approved when a condition was judged as failed': {
    given: [...open, judged('revenue', 'failed')], when: approve(), refused: 'application/unjudged',
  },
  'is approved once what was open is judged as met': {
    given: [...doubtful, judged('insured', 'met')], when: approve(), then: [approvedWith({ verdicts: [met[0]!, stated] })],
  },
  'is approved once each of several is judged as met': {
    given: [...draft, submittedWith({ verdicts: [{ ...met[0]!, result: 'unknown' }, stated] }), judged('revenue', 'met'), judged('insured', 'met')],
    when: approve(), then: [approvedWith({ verdicts: [{ ...met[0]!, result: 'unknown' }, stated] })],
  },
  'goes by the judgement made last': {
    given: [...doubtful, judged('insured', 'met'), judged('insured', 'failed')], when: approve(), refused: 'application/unjudged',
  },
  'is not approved while the enterprise is answering': { given: correcting, when: approve(), refused: 'application/not-now' },
  'is not approved once it was withdrawn': { given: [...open, withdrawn], when: approve(), refused: 'application/not-now' },
  'is approved once': { given: [...open, approved], when: approve(), refused: 'application/not-now' },
  'is not there for other offices: approving': { given: open, when: approve(), as: elsewhere, absent: true },

  'is refused with the clause that it rests on': { given: open, when: refuse('第九条'), then: [refused] },
  'is refused on the clause of a condition': {
    given: open, when: refuse('第五条'), then: [{ ...refused, data: { ...refused.data, clause: clauses[1] } }],
  },
  'is refused on the clause of a condition where there is no text': {
    given: [short, patched(filling), submittedWith({})], when: refuse('第五条'), then: [{
      ...refused, data: { ...refused.data, clause: clauses[1] },
    }],
  },
  'is refused on a clause whatever blanks are round its number': {
    given: [spaced, patched(filling), submittedWith({})], when: refuse('第十条'),
    then: [{ ...refused, data: { ...refused.data, clause: { ref: ' 第十条 ', text: '弄虚作假的，不予补助。' } } }],
  },
  'is refused on a legal basis in words where there is no clause to name': {
    given: bare, when: cite('《示例管理办法》第十二条'),
    then: [{ ...refused, data: { ...refused.data, clause: { ref: '《示例管理办法》第十二条', text: '' } } }],
  },
  'is not refused without any basis where there is no clause to name': { given: bare, when: refuse(''), refused: 'application/refusal-needs-clause' },
  'is not refused on words where there are clauses': { given: open, when: cite('《示例管理办法》第十二条'), refused: 'application/has-clause' },
  'is not refused without a clause': { given: open, when: refuse(''), refused: 'application/refusal-needs-clause' },
  'is not refused on a clause without a number': {
    given: [unnamed, patched(filling), submittedWith({})], when: refuse(''), refused: 'application/refusal-needs-clause',
  },
  'is not refused on a clause of another policy': { given: open, when: refuse('第八条'), refused: 'application/refusal-needs-clause' },
  'is not refused while the enterprise is answering': { given: correcting, when: refuse('第九条'), refused: 'application/not-now' },
  'is not refused once it is approved': { given: [...open, approved], when: refuse('第九条'), refused: 'application/not-now' },
  'is not there for other offices: refusing': { given: open, when: refuse('第九条'), as: elsewhere, absent: true },
}
