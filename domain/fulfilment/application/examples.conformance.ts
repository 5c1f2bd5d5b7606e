import type { DossierFact } from '../../data/dossier/contract.ts'
import type { EnterpriseFact } from '../../identity/enterprise/contract.ts'
import type { Verdict } from '../../language/condition.ts'
import type { Fact, Facts } from '../../language/fact.ts'
import type { Answers } from '../../language/form.ts'
import type { PolicyFact } from '../../policy/policy/contract.ts'
import { clauses, edition, smart, withForm } from '../../policy/policy/examples.conformance.ts'
import type { PromiseGiven } from './contract.ts'
import type { ApplicationEvent } from './events.ts'
import type { Colleague } from './state.ts'

const fact = (predicate: string, value: number, source: string, validFrom: string): Fact =>
  ({ predicate, value, source, validFrom, receivedAt: '2026-02-20T02:00:00.000Z' })

export const facts = {
  lastYearRevenue: fact('lastYearRevenue', 2_000_000_000, '税务局', '2026-01-01'),
  insured: fact('insured', 86, '人社局', '2026-02-01'),
  smartEquipment: fact('smartEquipment', 128_600_000, '工信局', '2026-02-10'),
} satisfies Facts

/** The dossier knows more than this item asks for. */
export const dossier: DossierFact = { facts: { ...facts, exports: fact('exports', 1, '商务局', '2026-01-01') } }
export const enterprise: EnterpriseFact = { status: 'registered', name: '龙城示例机械有限公司', creditCode: '91450200MA5EXAMQ0C' }
export const colleague: Colleague = {
  status: 'active', name: '示例乙', posts: [{ office: 'office', officeName: '示例工信局企业服务科', title: '审核', roles: ['reviewer'] }],
}
export const policy: PolicyFact = { status: 'published', office: 'office', edition }

export const met: Verdict[] = [
  {
    conditionId: 'revenue', clause: clauses[0]!, fact: 'lastYearRevenue', result: 'met', changeable: false, advice: null, gap: null,
    sentence: { zh: '上年营业收入不低于 1,000 万元', en: 'Revenue of last year: at least ¥10,000,000' },
    wanted: { zh: '不低于 1,000 万元', en: 'at least ¥10,000,000' }, actual: { zh: '2,000 万元', en: '¥20,000,000' }, source: '税务局', asOf: '2026-02-20',
  },
  {
    conditionId: 'insured', clause: clauses[1]!, fact: 'insured', result: 'met', changeable: true, advice: null, gap: null,
    sentence: { zh: '参保人数不低于 30 人', en: 'Employees insured: at least 30 people' },
    wanted: { zh: '不低于 30 人', en: 'at least 30 people' }, actual: { zh: '86 人', en: '86 people' }, source: '人社局', asOf: '2026-02-20',
  },
]
/** No source knows how many are insured; the enterprise says 40. */
export const stated: Verdict = {
  ...met[1]!, result: 'unknown', actual: { zh: '40 人', en: '40 people' }, source: '企业填报', asOf: '2026-03-02',
  advice: { zh: '人社局还没有这项数据，申请时可以自己填写', en: 'The Human Resources Bureau has not told us yet; you can state it when you apply' },
  gap: { zh: '还不知道参保人数', en: 'Employees insured is not known yet' },
}

export const file = (letter: string) => ({ hash: letter.repeat(64), name: '验收单.pdf', size: 20_480, type: 'application/pdf' })

export const filling: Answers = {
  'contact.name': '示例某', 'contact.phone': '13800000000', 'payee.name': '龙城示例机械有限公司', 'payee.bank': '示例银行柳州分行',
  'payee.account': '6222000000000000', 'material.receipt': file('a'), 'declaration.truth': true,
}

/** Fifteen working days from Monday, the second of March. */
export const promise: PromiseGiven = {
  days: 15, unit: 'working', dueDate: '2026-03-23', dueAt: '2026-03-23T09:30:00.000Z', estimated: false,
}

export const started: Extract<ApplicationEvent, { type: 'ApplicationStarted' }> = {
  type: 'ApplicationStarted',
  data: {
    policy: 'policy', policyTitle: edition.title, version: 1, item: withForm(smart), clauses, enterprise: 'enterprise',
    creditCode: enterprise.creditCode, enterpriseName: enterprise.name, policyOffice: 'office',
  },
}
export const patched = (patch: Record<string, Answers[string] | null>, replies: Record<string, string> = {}): ApplicationEvent =>
  ({ type: 'AnswersPatched', data: { enterprise: 'enterprise', patch, replies } })

export const content = {
  enterprise: 'enterprise', answers: filling, facts, verdicts: met, estimateFen: 12_860_000, promise,
  estimateWorking: {
    zh: '智能设备投资额 1,286,000.00 元 × 10%，最高 50 万元', en: 'Investment in smart equipment ¥1,286,000.00 × 10%, at most ¥500,000',
  },
}
export const submittedWith = (over: Partial<typeof content>): ApplicationEvent =>
  ({ type: 'ApplicationSubmitted', data: { item: 'smart', number: 'LZ-2026-0302-123456', ...content, ...over } })
export const submitted = submittedWith({})
export const claimed: ApplicationEvent = { type: 'CaseClaimed', data: {} }
export const urged: ApplicationEvent = { type: 'CaseUrged', data: {} }
export const released: ApplicationEvent = { type: 'CaseReleased', data: {} }
export const judged = (condition: string, result: 'met' | 'failed', note = '已查社保台账'): ApplicationEvent =>
  ({ type: 'ConditionJudged', data: { enterprise: 'enterprise', condition, result, note } })

export const wrong = [
  { id: '1', field: 'material.receipt', text: '验收单缺少公章，请盖章后重新上传' },
  { id: '2', field: null, text: '请说明设备是不是新购' },
]
export const requested = (items: { id: string; field: string | null; text: string }[], answerBy = '2026-03-09'): ApplicationEvent =>
  ({ type: 'CorrectionRequested', data: { enterprise: 'enterprise', items, answerBy } })
export const asked = requested(wrong)
export const mended = patched({ 'material.receipt': file('b') }, { 2: '全部是新购设备' })
export const answeredWith = (over: Partial<typeof content>, replies: Record<string, string> = { 2: '全部是新购设备' }): ApplicationEvent =>
  ({ type: 'CorrectionAnswered', data: { ...content, answers: { ...filling, 'material.receipt': file('b') }, ...over, replies } })
export const answered = answeredWith({})

export const approved: ApplicationEvent = {
  type: 'ApplicationApproved',
  data: {
    enterprise: 'enterprise', policy: 'policy', version: 1, item: 'smart', itemTitle: '智能化改造设备补助', opinion: '材料齐全，同意', fen: 12_860_000, verdicts: met,
  },
}
export const refused: ApplicationEvent = {
  type: 'ApplicationRefused', data: { enterprise: 'enterprise', item: 'smart', version: 1, clause: clauses[2]!, reason: '验收单与发票不符' },
}
export const withdrawn: ApplicationEvent = {
  type: 'ApplicationWithdrawn', data: { enterprise: 'enterprise', item: 'smart', reason: '计划有变' },
}
export const lapsed: ApplicationEvent = {
  type: 'ApplicationLapsed', data: { enterprise: 'enterprise', item: 'smart', answerBy: '2026-03-09', reason: '过了补正期限没有交回' },
}
export const handedOver: ApplicationEvent = {
  type: 'CaseHandedOver', data: { enterprise: 'enterprise', to: 'colleague', toName: '示例乙', from: 'someone', reason: '下周出差，请接着办' },
}
export const returned: ApplicationEvent = { type: 'CaseReturned', data: { enterprise: 'enterprise', from: 'someone', reason: '不熟悉这个事项' } }
export const noted: ApplicationEvent = { type: 'NoteAdded', data: { enterprise: 'enterprise', text: '电话问过税务局，数字属实' } }
export const raised: ApplicationEvent = {
  type: 'LateDemandRaised',
  data: { enterprise: 'enterprise', items: [{ id: '3', field: 'payee.bank', text: '开户行写全称' }], reason: '第一次漏看了开户行' },
}
export const reviewed: ApplicationEvent = { type: 'LateDemandReviewed', data: { enterprise: 'enterprise', finding: '已提醒经办人一次性告知' } }
export const discarded: ApplicationEvent = { type: 'ApplicationDiscarded', data: {} }

/** Histories that lead to each status. */
export const draft = [started, patched(filling)]
export const open = [...draft, submitted]
export const correcting = [...open, asked, mended]
export const lives = {
  absent: [], draft, discarded: [...draft, discarded], submitted: open, claimed: [...open, claimed], correcting, resubmitted: [
    ...correcting, answered,
  ],
  approved: [...open, approved], refused: [...open, refused], withdrawn: [...open, withdrawn], lapsed: [...correcting, lapsed],
}
