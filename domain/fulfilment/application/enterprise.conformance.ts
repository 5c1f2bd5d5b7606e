import { smart, title, withForm } from '../../policy/policy/examples.conformance.ts'
import type { PolicyFact } from '../../policy/policy/contract.ts'
import type { Scenarios } from '../../rules.conformance.ts'
import type { ApplicationCommand } from './contract.ts'
import type { ApplicationEvent } from './events.ts'
import {
  answered, answeredWith, approved, asked, claimed, correcting, discarded, dossier, draft, enterprise, facts as known, file, filling, mended, met, open,
  patched, policy, promise, requested, started, stated, submitted, submittedWith, urged, withdrawn, wrong,
} from './examples.conformance.ts'

const start = (item = 'smart'): ApplicationCommand => ({
  type: 'StartApplication', data: { policy: 'policy', item, enterprise: 'enterprise' },
})
const submit: ApplicationCommand = { type: 'SubmitApplication', data: {} }
const answer: ApplicationCommand = { type: 'AnswerCorrection', data: {} }
const discard: ApplicationCommand = { type: 'DiscardDraft', data: {} }
const urge: ApplicationCommand = { type: 'UrgeCase', data: {} }
const withdraw: ApplicationCommand = { type: 'WithdrawApplication', data: { reason: '计划有变' } }
const patch = (answers: Record<string, (typeof filling)[string] | null>, replies?: Record<string, string>): ApplicationCommand =>
  ({ type: 'PatchAnswers', data: { patch: answers, ...(replies ? { replies } : {}) } })

const { edition } = policy as { edition: NonNullable<PolicyFact['edition']> }
const policyWith = (over: Partial<typeof edition>): PolicyFact => ({ ...policy, edition: { ...edition, ...over } })
const window = { from: '2026-03-01', to: '2026-03-31' }
const windowed = policyWith({ items: [withForm({ ...smart, lane: 'window', window })] })
const second = policyWith({ version: 2, items: [withForm({ ...smart, amount: { kind: 'none' }, materials: [] }, 2)] })
const begun = { policy, enterprise }
const all = { policy, dossier }
const lacking = (...predicates: string[]) => ({ facts: Object.fromEntries(Object.entries(dossier.facts).filter(([key]) => !predicates.includes(key))) })
const { insured: _, ...withoutInsured } = known
const few = { ...known.insured, value: 12 }
const tooFew = {
  ...met[1]!, result: 'failed' as const, actual: { zh: '12 人', en: '12 people' }, gap: {
    zh: '参保人数还差 18 人', en: 'Employees insured: 18 people short',
  },
  advice: { zh: '为员工缴纳社会保险，次月更新', en: 'Insure your employees; the figure follows next month' },
}
const other = { enterprises: ['other'] }
const dayOf = (dueDate: string, over: object = {}) => ({ ...promise, dueDate, dueAt: `${dueDate}T09:30:00.000Z`, ...over })
const numbered = (number: string, dueDate: string, over: object = {}) => ({
  ...submitted, data: { ...submitted.data, number, promise: dayOf(dueDate, over) },
})
/** Promised for the day before the specs' day. */
const late = [...draft, submittedWith({ promise: dayOf('2026-03-01') })]
const plain = { 'contact.name': '示例某', 'contact.phone': '13800000000', 'declaration.truth': true }
const startedTitle: ApplicationEvent = { ...started, data: { ...started.data, item: withForm(title) } } as ApplicationEvent

/** What enterprises ask of their applications. */
export const asEnterprise: Scenarios<ApplicationCommand, ApplicationEvent> = {
  'begins with the version of the policy that is in force': { given: [], when: start(), facts: begun, then: [started] },
  'begins once': { given: [started], when: start(), facts: begun, refused: 'application/not-now' },
  'begins only for an enterprise that one acts for': { given: [], when: start(), as: other, facts: begun, absent: true },
  'begins only for an enterprise that is registered': {
    given: [], when: start(), facts: { policy, enterprise: { status: 'absent', name: '', creditCode: '' } }, absent: true,
  },
  'begins only for a policy that is published': {
    given: [], when: start(), facts: { policy: { status: 'draft', edition: null }, enterprise }, refused: 'application/not-open',
  },
  'begins only for a policy that is there': {
    given: [], when: start(), facts: { policy: { status: 'absent', edition: null }, enterprise }, refused: 'application/not-open',
  },
  'begins for no policy that was retired': {
    given: [], when: start(), facts: { policy: { status: 'retired', edition }, enterprise }, refused: 'application/not-open',
  },
  'begins for no item that is not in the policy': { given: [], when: start('elsewhere'), facts: begun, refused: 'application/not-open' },
  'begins on the last day of the policy': {
    given: [], when: start(), facts: { policy: policyWith({ validUntil: '2026-03-02' }), enterprise }, then: [started],
  },
  'begins for no policy that has expired': {
    given: [], when: start(), facts: { policy: policyWith({ validUntil: '2026-03-01' }), enterprise }, refused: 'application/outside-window',
  },
  'begins for no policy that has expired as the city counts days': {
    given: [], when: start(), as: { at: '2026-03-02T16:00:00.000Z' }, facts: {
      policy: policyWith({ validUntil: '2026-03-02' }), enterprise,
    },
    refused: 'application/outside-window',
  },
  'begins for a policy without an end': {
    given: [], when: start(), facts: { policy: policyWith({ validUntil: null }), enterprise }, then: [started],
  },
  'begins on the first day of the window': {
    given: [], when: start(), as: { at: '2026-02-28T16:00:00.000Z' }, facts: { policy: windowed, enterprise },
    then: [{ ...started, data: { ...started.data, item: withForm({ ...smart, lane: 'window', window }) } }],
  },
  'does not begin before the window': {
    given: [], when: start(), as: { at: '2026-02-28T15:59:59.000Z' }, facts: { policy: windowed, enterprise }, refused: 'application/outside-window',
  },
  'begins in the last second of the window': {
    given: [], when: start(), as: { at: '2026-03-31T15:59:59.000Z' }, facts: { policy: windowed, enterprise },
    then: [{ ...started, data: { ...started.data, item: withForm({ ...smart, lane: 'window', window }) } }],
  },
  'does not begin after the window': {
    given: [], when: start(), as: { at: '2026-03-31T16:00:00.000Z' }, facts: { policy: windowed, enterprise }, refused: 'application/outside-window',
  },

  'is saved as one types': { given: [started], when: patch({ 'contact.name': '示' }), then: [patched({ 'contact.name': '示' })] },
  'is saved half-typed, too': { given: [started], when: patch({ 'contact.phone': '138' }), then: [patched({ 'contact.phone': '138' })] },
  'is saved already': { given: draft, when: patch({ 'contact.name': '示例某' }), then: [] },
  'is saved with every file': {
    given: draft, when: patch({ 'material.receipt': file('b') }), then: [patched({ 'material.receipt': file('b') })],
  },
  'keeps of a patch only what changes': {
    given: draft, when: patch({ 'contact.name': '示例某', 'payee.bank': '示例银行' }), then: [patched({ 'payee.bank': '示例银行' })],
  },
  'loses an answer that is taken back': { given: draft, when: patch({ 'contact.name': null }), then: [patched({ 'contact.name': null })] },
  'has no such answer to lose': { given: [started], when: patch({ 'contact.name': null }), then: [] },
  'has lost the answer already': { given: [...draft, patched({ 'contact.name': null })], when: patch({ 'contact.name': null }), then: [] },
  'keeps no field that its form does not have': {
    given: draft, when: patch({ 'contact.wechat': 'shili' }), refused: 'application/bad-answer',
  },
  'keeps no field by the name of an inner one': { given: draft, when: patch({ constructor: '示例' }), refused: 'application/bad-answer' },
  'keeps no answer of another kind': { given: draft, when: patch({ 'material.receipt': '验收单.pdf' }), refused: 'application/bad-answer' },
  'keeps no replies while nothing was asked': { given: draft, when: patch({}, { 1: '全部是新购设备' }), refused: 'application/not-asked' },
  'is not there for other enterprises: saving': { given: draft, when: patch({ 'contact.name': '示例乙' }), as: other, absent: true },

  'is thrown away': { given: draft, when: discard, then: [discarded] },
  'is not there for other enterprises: throwing away': { given: draft, when: discard, as: other, absent: true },
  'is not thrown away once it is submitted': { given: open, when: discard, refused: 'application/not-now' },

  'is submitted with number, facts, verdicts, estimate and promise': { given: draft, when: submit, facts: all, then: [submitted] },
  'has a number of the day in the city': {
    given: draft, when: submit, facts: all, as: { at: '2026-12-29T16:30:00.000Z', digits: '000042', prefix: 'NN' },
    then: [numbered('NN-2026-1230-000042', '2027-01-20', { estimated: true })],
  },
  'is promised past a holiday': {
    given: draft, when: submit, facts: all, as: { at: '2026-04-28T01:00:00.000Z' },
    then: [numbered('LZ-2026-0428-123456', '2026-05-21')],
  },
  'is not submitted by other enterprises': { given: draft, when: submit, as: other, facts: all, absent: true },
  'is not submitted while something is missing': { given: [started], when: submit, facts: all, refused: 'application/incomplete' },
  'is not submitted while something is half-typed': {
    given: [...draft, patched({ 'contact.phone': '138' })], when: submit, facts: all, refused: 'application/incomplete',
  },
  'is not submitted without the declaration': {
    given: [...draft, patched({ 'declaration.truth': false })], when: submit, facts: all, refused: 'application/incomplete',
  },
  'is not submitted when neither a source nor the enterprise says a fact': {
    given: draft, when: submit, facts: { policy, dossier: lacking('insured') }, refused: 'application/incomplete',
  },
  'what only the enterprise states stays unknown': {
    given: [...draft, patched({ 'fact.insured': 40 })], when: submit, facts: { policy, dossier: lacking('insured') },
    then: [submittedWith({
      answers: { ...filling, 'fact.insured': 40 }, facts: withoutInsured as typeof known, verdicts: [met[0]!, stated],
    })],
  },
  'what the enterprise states against a source changes no verdict': {
    given: [...draft, patched({ 'fact.insured': 40 })], when: submit, facts: {
      policy, dossier: { facts: { ...dossier.facts, insured: few } },
    },
    then: [submittedWith({ answers: { ...filling, 'fact.insured': 40 }, facts: { ...known, insured: few }, verdicts: [met[0]!, tooFew] })],
  },
  'may be submitted when a condition fails': {
    given: draft, when: submit, facts: { policy, dossier: { facts: { ...dossier.facts, insured: few } } },
    then: [submittedWith({ facts: { ...known, insured: few }, verdicts: [met[0]!, tooFew] })],
  },
  'what is computed from a stated fact is no estimate': {
    given: [...draft, patched({ 'fact.smartEquipment': 128_600_000 })], when: submit, facts: { policy, dossier: lacking('smartEquipment') },
    then: [{
      ...submitted, data: {
        ...submitted.data, answers: { ...filling, 'fact.smartEquipment': 128_600_000 }, facts: {
          lastYearRevenue: known.lastYearRevenue, insured: known.insured,
        },
        estimateFen: null, estimateWorking: {
          zh: '还不知道智能设备投资额，暂时算不出', en: 'Investment in smart equipment is not known yet, so it cannot be worked out',
        },
      },
    }],
  },
  'asks for no estimate where there is no money': {
    given: [startedTitle, patched(plain)], when: submit, facts: all,
    then: [{
      type: 'ApplicationSubmitted', data: {
        enterprise: 'enterprise', item: 'title', number: 'LZ-2026-0302-123456', answers: plain, facts: {}, verdicts: [], estimateFen: null,
        estimateWorking: { zh: '不涉及资金', en: 'No money' },
        promise: { days: 5, unit: 'calendar', dueDate: '2026-03-07', dueAt: '2026-03-07T09:30:00.000Z', estimated: false },
      },
    }],
  },
  'begun on version 1, is submitted on version 1 when version 2 is in force': {
    given: draft, when: submit, facts: { policy: second, dossier }, then: [submitted],
  },
  'is not submitted when the version in force has no such item': {
    given: draft, when: submit, facts: { policy: policyWith({ version: 2, items: [withForm(title, 2)] }), dossier }, refused: 'application/not-open',
  },
  'is not submitted when its policy was retired': {
    given: draft, when: submit, facts: { policy: { status: 'retired', edition }, dossier }, refused: 'application/not-open',
  },
  'is not submitted when its policy has expired': {
    given: draft, when: submit, facts: { policy: policyWith({ validUntil: '2026-03-01' }), dossier }, refused: 'application/outside-window',
  },
  'is submitted when the version in force has prolonged the policy': {
    given: draft, when: submit, as: { at: '2027-01-04T01:00:00.000Z' }, facts: {
      policy: policyWith({ version: 2, validUntil: '2027-12-31' }), dossier,
    },
    then: [numbered('LZ-2027-0104-123456', '2027-01-25', { estimated: true })],
  },
  'is not submitted outside the window of the version in force': {
    given: draft, when: submit, as: { at: '2026-04-01T01:00:00.000Z' }, facts: { policy: windowed, dossier }, refused: 'application/outside-window',
  },
  'is submitted in the window of the version in force': {
    given: draft, when: submit, facts: { policy: windowed, dossier }, then: [submitted],
  },

  'takes what was asked in a correction': {
    given: [...open, asked], when: patch({ 'material.receipt': file('b') }, { 2: '全部是新购设备' }), then: [mended],
  },
  'takes nothing else in a correction': {
    given: [...open, asked], when: patch({ 'contact.name': '示例乙' }), refused: 'application/not-asked',
  },
  'takes no reply to what was not asked': { given: [...open, asked], when: patch({}, { 3: '还想说' }), refused: 'application/not-asked' },
  'has this reply already': { given: correcting, when: patch({}, { 2: '全部是新购设备' }), then: [] },
  'goes on with a reply': { given: correcting, when: patch({}, { 2: '全部是新购设备，有发票' }), then: [patched({}, { 2: '全部是新购设备，有发票' })] },

  'is answered when every item is mended or explained': { given: correcting, when: answer, facts: { dossier }, then: [answered] },
  'may be mended one field after the other': {
    given: [
      ...open, requested([wrong[0]!, { id: '2', field: 'payee.bank', text: '开户行写全称' }]),
      patched({ 'material.receipt': file('b') }), patched({ 'payee.bank': '示例银行柳州示例支行' }),
    ],
    when: answer, facts: { dossier },
    then: [answeredWith({ answers: { ...filling, 'material.receipt': file('b'), 'payee.bank': '示例银行柳州示例支行' } }, {})],
  },
  'may explain a field instead of changing it': {
    given: [...open, asked, patched({}, { 1: '公章在第二页', 2: '全部是新购设备' })], when: answer, facts: { dossier },
    then: [answeredWith({ answers: filling }, { 1: '公章在第二页', 2: '全部是新购设备' })],
  },
  'is not answered while an item is open': {
    given: [...open, asked, patched({ 'material.receipt': file('b') })], when: answer, facts: { dossier }, refused: 'application/unanswered',
  },
  'is not answered with blanks': {
    given: [...open, asked, patched({ 'material.receipt': file('b') }, { 2: '  ' })], when: answer, facts: { dossier }, refused: 'application/unanswered',
  },
  'is not answered by what was sent again unchanged': {
    given: [...open, requested([wrong[0]!, { id: '2', field: 'payee.bank', text: '开户行写全称' }]), patched({ 'material.receipt': file('b') })],
    when: answer, facts: { dossier }, refused: 'application/unanswered',
  },
  'is not answered by the name of an inner field': {
    given: [...open, requested([{ id: 'constructor', field: null, text: '请说明' }])], when: answer, facts: { dossier }, refused: 'application/unanswered',
  },
  'is not answered with a field that is now missing': {
    given: [...open, requested([wrong[0]!]), patched({ 'material.receipt': null })], when: answer, facts: { dossier }, refused: 'application/incomplete',
  },
  'is judged anew by what is known when it is answered': {
    given: correcting, when: answer, facts: { dossier: { facts: { ...dossier.facts, insured: few } } },
    then: [answeredWith({ facts: { ...known, insured: few }, verdicts: [met[0]!, tooFew] })],
  },
  'is not answered by other enterprises': { given: correcting, when: answer, as: other, facts: { dossier }, absent: true },
  'is answered after its policy was retired': {
    given: correcting, when: answer, facts: { dossier, policy: { status: 'retired', edition } }, then: [answered],
  },

  'is urged once the promised day has passed': { given: open, when: urge, as: { at: '2026-03-23T09:30:00.001Z' }, then: [urged] },
  'is not urged on the promised day': { given: open, when: urge, as: { at: '2026-03-23T09:30:00.000Z' }, refused: 'application/not-due' },
  'is urged once a day': { given: [...late, urged], when: urge, refused: 'application/urged-today' },
  'is urged again the next day in the city': { given: [...late, urged], when: urge, as: { at: '2026-03-02T16:00:00.000Z' }, then: [urged] },
  'is urged while somebody is on it': { given: [...late, claimed], when: urge, then: [urged] },
  'is not urged by other enterprises': { given: late, when: urge, as: other, absent: true },
  'is not urged while the enterprise is awaited': { given: [...late, asked], when: urge, refused: 'application/not-now' },

  'is withdrawn with a reason': { given: open, when: withdraw, then: [withdrawn] },
  'is withdrawn while somebody is on it': { given: [...open, claimed], when: withdraw, then: [withdrawn] },
  'is withdrawn instead of corrected': { given: correcting, when: withdraw, then: [withdrawn] },
  'is not withdrawn by other enterprises': { given: open, when: withdraw, as: other, absent: true },
  'is not withdrawn after the decision': { given: [...open, approved], when: withdraw, refused: 'application/not-now' },
  'is not withdrawn while it is a draft': { given: draft, when: withdraw, refused: 'application/not-now' },
  'is withdrawn for good': { given: [...open, withdrawn], when: submit, facts: all, refused: 'application/not-now' },
}

