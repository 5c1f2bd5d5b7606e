import { replay } from '../../kernel/decider.ts'
import { record } from '../../kernel/spec.ts'
import { outcome, rules } from '../../rules.conformance.ts'
import { application } from './application.ts'
import { applicationRefusals } from './contract.ts'
import { asEnterprise } from './enterprise.conformance.ts'
import {
  answered, approved, asked, claimed, colleague, correcting, discarded, dossier, enterprise, file, filling, lapsed, lives, open, policy, refused, released, started, submitted, withdrawn,
  wrong,
} from './examples.conformance.ts'
import { asHanded } from './handling.conformance.ts'
import { asOffice } from './office.conformance.ts'

const key = 'open/policy/smart/enterprise'

rules(application, {
  refusals: applicationRefusals,
  lives,
  asks: {
    StartApplication: { policy: 'policy', item: 'smart', enterprise: 'enterprise' },
    PatchAnswers: { patch: { 'material.receipt': file('c') } },
    DiscardDraft: {}, SubmitApplication: {}, WithdrawApplication: { reason: '计划有变' }, UrgeCase: {}, ClaimCase: {}, ReleaseCase: {},
    HandOverCase: { to: 'colleague', reason: '下周出差，请接着办' }, ReturnCase: { to: 'pool', reason: '不熟悉这个事项' }, AddNote: { text: '电话问过税务局，数字属实' },
    ReviewLateDemand: { finding: '已提醒经办人一次性告知' }, LapseApplication: { reason: '过了补正期限没有交回' },
    JudgeCondition: { condition: 'insured', result: 'met', note: '已查社保台账' },
    RequestCorrection: { items: [wrong[0]!], days: 5 },
    AnswerCorrection: {}, ApproveApplication: { opinion: '材料齐全，同意' }, RefuseApplication: { clause: '第九条', reason: '验收单与发票不符' },
  },
  as: { UrgeCase: { at: '2026-06-01T01:00:00.000Z' }, LapseApplication: { at: '2026-06-01T01:00:00.000Z' } },
  facts: { StartApplication: { policy, enterprise }, SubmitApplication: { policy, dossier }, AnswerCorrection: { dossier }, HandOverCase: { colleague } },
  scenarios: { ...asEnterprise, ...asOffice, ...asHanded },
  keys: {
    'a submission holds its number, and the item for its enterprise': {
      given: [started], event: submitted,
      claims: [
        { key: 'number/LZ-2026-0302-123456', code: 'application/number-taken', again: true }, { key, code: 'application/already-open' },
      ],
    },
    'a correction holds nothing more': { given: correcting, event: answered },
    'an approval keeps the item': { given: open, event: approved },
    'a refusal gives the item back': { given: open, event: refused, releases: [key] },
    'a withdrawal gives the item back': { given: open, event: withdrawn, releases: [key] },
    'a case that was closed unanswered gives the item back': { given: correcting, event: lapsed, releases: [key] },
    'a draft has nothing to give back': { given: [started], event: discarded },
  },
})

test.each([
  ['a claimed case that is released is submitted', [...lives.claimed, released], 'submitted'],
  ['a resubmitted case stays so when it is claimed', [...lives.resubmitted, claimed], 'resubmitted'],
  ['a resubmitted case stays so when it is released', [...lives.resubmitted, claimed, released], 'resubmitted'],
  ['a claimed case that was taken over is claimed', [...lives.claimed, claimed], 'claimed'],
])('%s', (_, events, status) => {
  expect(replay(application, record('application', events)).status).toBe(status)
})

test.each([
  ['approved', [...lives.claimed, approved]], ['refused', [...lives.claimed, refused]], ['withdrawn', [...lives.claimed, asked, withdrawn]],
] as const)('nobody is on a case that is %s', (status, events) => {
  expect(replay(application, record('application', events))).toMatchObject({ status, claimant: null })
})

test('an answered correction asks for nothing more', () => {
  expect(replay(application, record('application', lives.correcting))).toMatchObject({ correction: { items: wrong, touched: ['material.receipt'] } })
  expect(replay(application, record('application', lives.resubmitted))).toMatchObject({ correction: null, asked: wrong })
})

test('drafts and claims merge with what came in between; decisions never do', () => {
  expect(application.merges).toEqual(['PatchAnswers', 'ClaimCase', 'ReleaseCase', 'AddNote', 'ReviewLateDemand'])
})

test('what is not complete is named field by field, with the clause that asks for it', () => {
  const { 'payee.account': _, ...rest } = filling
  const facts = {
    policy, dossier: { facts: { lastYearRevenue: dossier.facts['lastYearRevenue'], smartEquipment: dossier.facts['smartEquipment'] } },
  }
  const draft = [
    started, { type: 'AnswersPatched', data: { enterprise: 'enterprise', patch: { ...rest, 'contact.phone': '12345' }, replies: {} } },
  ]
  expect(outcome(application, draft, { type: 'SubmitApplication', data: {} }, {}, facts)).toEqual({
    refused: 'application/incomplete',
    details: [
      { field: 'fact.insured', code: 'missing', clause: '第五条', message: { zh: '请填写“参保人数”', en: 'Fill in "Employees insured"' } },
      {
        field: 'contact.phone', code: 'unreadable',
        message: { zh: '请填 11 位手机号，或带区号的座机', en: 'Write a mobile number of 11 digits or a landline with its area code' },
      },
      { field: 'payee.account', code: 'missing', message: { zh: '请填写“账号”', en: 'Fill in "Account number"' } },
    ],
  })
})

test.each<[string, readonly { type: string; data: unknown }[], { type: string; data: unknown }, unknown]>([
  [
    'fields that were not asked for', correcting,
    { type: 'PatchAnswers', data: { patch: { 'contact.name': '示例乙', 'material.receipt': file('c') } } }, ['contact.name'],
  ],
  ['corrections that are not answered', [...open, asked], { type: 'AnswerCorrection', data: {} }, ['1', '2']],
  [
    'corrections that come too late', [...correcting, answered],
    { type: 'RequestCorrection', data: { items: [wrong[0], { id: '3', field: 'payee.bank', text: '开户行写全称' }], days: 5 } }, ['3'],
  ],
])('%s are named', (_, given, when, details) => {
  expect(outcome(application, given, when, {}, { dossier })).toMatchObject({ details })
})

test.each([
  ['a refusal without words', 'RefuseApplication', { clause: '第九条', reason: '不行' }],
  ['an approval without an opinion', 'ApproveApplication', { opinion: ' ' }],
  ['an approval of less than nothing', 'ApproveApplication', { opinion: '同意', fen: -1 }],
  ['an approval of half a 分', 'ApproveApplication', { opinion: '同意', fen: 0.5 }],
  ['a correction of nothing', 'RequestCorrection', { items: [], days: 5 }],
  ['a correction at once', 'RequestCorrection', { items: wrong, days: 0 }],
  ['corrections that cannot be told apart', 'RequestCorrection', { items: [wrong[0], { ...wrong[1]!, id: '1' }], days: 5 }],
  ['a judgement that leaves it open', 'JudgeCondition', { condition: 'insured', result: 'unknown', note: '不清楚' }],
  ['a judgement without a note', 'JudgeCondition', { condition: 'insured', result: 'met', note: '' }],
  ['a hand-over without a reason', 'HandOverCase', { to: 'colleague', reason: ' ' }],
  ['a return without a reason', 'ReturnCase', { to: 'pool', reason: '' }],
  ['a refusal on a basis without a name', 'RefuseApplication', { clause: '', cited: { ref: ' ', text: '' }, reason: '与规定不符' }],
  ['a withdrawal without a reason', 'WithdrawApplication', { reason: '' }],
  ['a submission that brings its own number', 'SubmitApplication', { number: 'LZ-2026-0302-000001' }],
])('%s is malformed', (_, type, data) => {
  expect(application.commands[type]!.safeParse(data).success).toBe(false)
})

test('a patch has at most three hundred answers', () => {
  const patch = (length: number) => ({ patch: Object.fromEntries(Array.from({ length }, (_, n) => [`field-${n}`, '示例'])) })
  expect([300, 301].map(length => application.commands['PatchAnswers']!.safeParse(patch(length)).success)).toEqual([true, false])
})
