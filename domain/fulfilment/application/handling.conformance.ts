import type { Scenarios } from '../../rules.conformance.ts'
import type { ApplicationCommand } from './contract.ts'
import type { ApplicationEvent } from './events.ts'
import {
  answered, approved, asked, claimed, colleague, correcting, dossier, draft, handedOver, judged, lapsed, mended, met, noted, open, patched, promise, raised, released, requested,
  returned, reviewed, stated, submittedWith,
} from './examples.conformance.ts'

const claim = (from?: string): ApplicationCommand => ({ type: 'ClaimCase', data: from ? { from } : {} })
const handOver = (to = 'colleague'): ApplicationCommand => ({ type: 'HandOverCase', data: { to, reason: '下周出差，请接着办' } })
const giveBack = (to: 'pool' | 'colleague'): ApplicationCommand => ({ type: 'ReturnCase', data: { to, reason: '不熟悉这个事项' } })
const note: ApplicationCommand = { type: 'AddNote', data: { text: '电话问过税务局，数字属实' } }
const review: ApplicationCommand = { type: 'ReviewLateDemand', data: { finding: '已提醒经办人一次性告知' } }
const lapse: ApplicationCommand = { type: 'LapseApplication', data: { reason: '过了补正期限没有交回' } }
const bank = { id: '3', field: 'payee.bank', text: '开户行写全称' }
const demand = (items: (typeof bank)[], late?: string): ApplicationCommand => ({ type: 'RequestCorrection', data: { items, days: 5, ...(late ? { late } : {}) } })

const other = { actor: 'colleague', by: '示例乙', postRoles: { office: ['reviewer'] } } as const
const reviewer = { postRoles: { office: ['reviewer'] } } as const
const lead = { actor: 'lead', by: '示例科长', postRoles: { office: ['lead'] } } as const
const elsewhere = { offices: ['other'], postRoles: { other: ['reviewer', 'lead'] } } as const
const taken: ApplicationEvent = { type: 'CaseTakenOver', data: { from: 'someone' } }
const handedTo = (over: object): ApplicationEvent => ({ ...handedOver, data: { ...handedOver.data, ...over } }) as ApplicationEvent
const givenBack: ApplicationEvent = {
  type: 'CaseGivenBack', data: { enterprise: 'enterprise', to: 'someone', toName: '示例某', from: 'colleague', reason: '不熟悉这个事项' },
}
const facts = { colleague }
const back = { colleague: { ...colleague, name: '示例某' } }
const mine = [...open, claimed]
const theirs = [...mine, handedOver]
const again = [...correcting, answered]
const dropping = { ...answered, data: { ...answered.data, dropped: ['insured'] } } as ApplicationEvent
const late = { at: '2026-03-10T01:00:00.000Z' }

/** Who is on a case, what goes from hand to hand, and what the office notes about it. */
export const asHanded: Scenarios<ApplicationCommand, ApplicationEvent> = {
  'is not taken from a colleague without saying so': { given: mine, when: claim(), as: other, refused: 'application/claimed-already' },
  'is taken over from the colleague who is named': { given: mine, when: claim('someone'), as: other, then: [taken] },
  'is not taken over from who is not on it any more': { given: theirs, when: claim('someone'), as: { actor: 'third' }, refused: 'application/claimed-already' },
  'is claimed when the colleague who is named has let it go': { given: [...mine, released], when: claim('someone'), as: other, then: [claimed] },
  'is taken back by who handed it over': { given: theirs, when: claim('colleague'), then: [{ type: 'CaseTakenOver', data: { from: 'colleague' } }] },

  'is handed over by who is on it': { given: mine, when: handOver(), as: reviewer, facts, then: [handedOver] },
  'is handed over while the enterprise is answering': { given: [...mine, asked], when: handOver(), as: reviewer, facts, then: [handedOver] },
  'is with the colleague already': { given: theirs, when: handOver(), as: lead, facts, then: [] },
  'is not handed over by others': { given: mine, when: handOver('third'), as: other, facts, refused: 'application/not-holder' },
  'is not handed over while nobody is on it': { given: open, when: handOver(), as: reviewer, facts, refused: 'application/not-holder' },
  'is assigned by the head of the office': { given: open, when: handOver(), as: lead, facts, then: [handedTo({ from: null })] },
  'is moved by the head of the office when somebody leaves': { given: mine, when: handOver(), as: lead, facts, then: [handedOver] },
  'is not handed to somebody who has left': {
    given: mine, when: handOver(), as: reviewer, facts: { colleague: { ...colleague, status: 'suspended' } }, refused: 'application/no-colleague',
  },
  'is not handed to somebody of another office': {
    given: mine, when: handOver(), as: reviewer, facts: { colleague: { ...colleague, posts: [{ ...colleague.posts[0]!, office: 'other' }] } },
    refused: 'application/no-colleague',
  },
  'is not handed to somebody of the office who does not review': {
    given: mine, when: handOver(), as: reviewer, facts: { colleague: { ...colleague, posts: [{ ...colleague.posts[0]!, roles: ['lead', 'editor'] }] } },
    refused: 'application/no-colleague',
  },
  'is not there for other offices: handing over': { given: mine, when: handOver(), as: elsewhere, facts, absent: true },

  'is returned to everybody with a reason': { given: mine, when: giveBack('pool'), as: reviewer, then: [returned] },
  'is returned while the enterprise is answering': { given: [...mine, asked], when: giveBack('pool'), as: reviewer, then: [returned] },
  'is returned by the head of the office when somebody leaves': { given: mine, when: giveBack('pool'), as: lead, then: [returned] },
  'is returned already': { given: [...mine, returned], when: giveBack('pool'), as: reviewer, then: [] },
  'is not returned by others': { given: mine, when: giveBack('pool'), as: other, refused: 'application/not-holder' },
  'is given back to the colleague who handed it over': { given: theirs, when: giveBack('colleague'), as: other, facts: back, then: [givenBack] },
  'is not given back twice': { given: [...theirs, givenBack], when: giveBack('colleague'), as: reviewer, refused: 'application/not-handed-over' },
  'is not given back where nobody handed it over': { given: mine, when: giveBack('colleague'), as: reviewer, refused: 'application/not-handed-over' },
  'is not given back to a colleague who has left': {
    given: theirs, when: giveBack('colleague'), as: other, facts: { colleague: { ...colleague, posts: [] } }, refused: 'application/no-colleague',
  },
  'is not there for other offices: returning': { given: mine, when: giveBack('pool'), as: elsewhere, absent: true },

  'is noted upon by the office': { given: open, when: note, as: reviewer, then: [noted] },
  'is noted upon by the head of the office': { given: open, when: note, as: lead, then: [noted] },
  'is noted upon after the decision': { given: [...open, approved], when: note, as: reviewer, then: [noted] },
  'is not there for other offices: noting': { given: open, when: note, as: elsewhere, absent: true },
  'is noted upon only once it was submitted': { given: draft, when: note, refused: 'application/not-now' },

  'is sent back for something new with the reason why it comes late, and a flag is raised': {
    given: again, when: demand([bank], '第一次漏看了开户行'), then: [requested([bank]), raised],
  },
  'flags only what is new': {
    given: again, when: demand([{ ...bank, id: '1', field: 'material.receipt' }, bank], '第一次漏看了开户行'),
    then: [requested([{ ...bank, id: '1', field: 'material.receipt' }, bank]), raised],
  },
  'has nothing late the first time': { given: open, when: demand([bank], '第一次漏看了开户行'), refused: 'application/nothing-late' },
  'has nothing late when all was asked before': {
    given: again, when: demand([{ ...bank, field: 'material.receipt' }], '第一次漏看了开户行'), refused: 'application/nothing-late',
  },
  'has a flag settled by the head of the office': { given: [...again, requested([bank]), raised], when: review, as: lead, then: [reviewed] },
  'has no flag left to settle': { given: [...again, requested([bank]), raised, reviewed], when: review, as: lead, then: [] },
  'has its flag not settled by who raised it': { given: [...again, requested([bank]), raised], when: review, as: reviewer, absent: true },

  'is closed when the day for answering has passed': { given: correcting, when: lapse, as: late, then: [lapsed] },
  'is not closed on the last day for answering': {
    given: correcting, when: lapse, as: { at: '2026-03-09T15:59:00.000Z' }, refused: 'application/not-lapsed',
  },
  'is not closed once it was answered': { given: again, when: lapse, as: late, refused: 'application/not-now' },
  'is not there for other offices: closing': { given: correcting, when: lapse, as: { ...late, ...elsewhere }, absent: true },
  'is still answered after the day for it, as long as it is not closed': {
    given: correcting, when: { type: 'AnswerCorrection', data: {} }, as: late, facts: { dossier },
    then: [{ ...answered, data: { ...answered.data, promise: { ...promise, dueDate: '2026-03-30', dueAt: '2026-03-30T09:30:00.000Z' } } }],
  },

  'loses the judgement of a condition that is known otherwise after the correction': {
    given: [...draft, submittedWith({ verdicts: [met[0]!, stated] }), judged('insured', 'met'), judged('revenue', 'met'), asked, mended],
    when: { type: 'AnswerCorrection', data: {} }, facts: { dossier }, then: [dropping],
  },
  'keeps the judgement of a condition that is as it was': {
    given: [...open, judged('insured', 'met'), asked, patched({ 'material.receipt': null }), mended],
    when: { type: 'AnswerCorrection', data: {} }, facts: { dossier }, then: [answered],
  },
  'is not approved on a judgement that was dropped': {
    given: [
      ...draft, submittedWith({ verdicts: [met[0]!, stated] }), judged('insured', 'met'), asked, mended,
      { ...dropping, data: { ...dropping.data, verdicts: [met[0]!, stated] } } as ApplicationEvent,
    ],
    when: { type: 'ApproveApplication', data: { opinion: '材料齐全，同意' } }, refused: 'application/unjudged',
  },
}
