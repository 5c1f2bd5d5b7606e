import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { application } from '@qinqing/domain/fulfilment/application/application'
import { type ApplicationDocument, applicationMoves, applicationRefusals, type ApplicationStatus, farFuture } from '@qinqing/domain/fulfilment/application/contract'
import { colleague, dossier, enterprise, file, filling } from '@qinqing/domain/fulfilment/application/examples.conformance'
import type { Application } from '@qinqing/domain/fulfilment/application/state'
import { canonical } from '@qinqing/domain/kernel/canonical'
import { decide, replay } from '@qinqing/domain/kernel/decider'
import { fold } from '@qinqing/domain/kernel/fold'
import type { Asker, Context, Message, Recorded } from '@qinqing/domain/kernel/message'
import { Absent, Refused } from '@qinqing/domain/kernel/refusal'
import { asker, record } from '@qinqing/domain/kernel/spec'
import { localDate } from '@qinqing/domain/language/calendar'
import { edition, smart, title, withForm } from '@qinqing/domain/policy/policy/examples.conformance'
import { applications } from '@qinqing/projections/fulfilment/applications'
import { bind, meets } from '@qinqing/projections/kernel/predicate'

type Chance = () => number
const pick = <One>(chance: Chance, list: readonly One[]): One => list[Math.floor(chance() * list.length)]!

const agent: Asker = { ...asker, actor: 'agent', by: '示例甲', roles: ['agent'], offices: [] }
const reviewer: Asker = { ...asker, actor: 'reviewer', by: '示例乙', roles: ['reviewer'], enterprises: [] }
const lead: Asker = { ...reviewer, actor: 'lead', by: '示例丁', roles: ['lead'] }
const askers: Asker[] = [
  agent, reviewer, { ...reviewer, actor: 'colleague', by: '示例丙' },
  lead,
  { ...agent, actor: 'stranger', enterprises: ['other'] }, { ...reviewer, actor: 'elsewhere', offices: ['other'] },
]
const byEnterprise = ['StartApplication', 'PatchAnswers', 'DiscardDraft', 'SubmitApplication', 'WithdrawApplication', 'AnswerCorrection', 'UrgeCase']

/** What ends a life is asked less often, so that most lives are long. */
const ending = ['DiscardDraft', 'WithdrawApplication', 'ApproveApplication', 'RefuseApplication', 'LapseApplication']

const items = [
  smart, { ...smart, amount: { kind: 'fixed' as const, money: { fen: 10_000_000, currency: 'CNY' as const } } }, {
    ...smart, limit: { days: 7, unit: 'calendar' as const },
  },
  { ...smart, amount: { kind: 'none' as const } }, { ...title, id: 'smart' },
].map(item => withForm(item))

const fields = [...Object.keys(filling), 'fact.insured', 'contact.wechat', 'constructor']
const answer = (chance: Chance, field: string) => pick<unknown>(chance, [
  (filling as Record<string, unknown>)[field] ?? 40, (filling as Record<string, unknown>)[field] ?? 40, file('b'), null, '', '示例', 12, true, [],
])

const data: Record<string, (chance: Chance, state: Application) => unknown> = {
  StartApplication: chance => ({
    policy: 'policy', item: pick(chance, ['smart', 'smart', 'smart', 'elsewhere']), enterprise: 'enterprise',
  }),
  PatchAnswers: (chance, { correction }) => {
    const asked = correction?.items ?? []
    const open = asked.length && chance() < 0.9 ? asked.flatMap(({ field }) => field ?? []) : fields
    const patch = chance() < 0.7 && !asked.length ? pick(chance, [filling, { ...filling, 'fact.insured': 40, 'fact.smartEquipment': 128_600_000 }]) : Object.fromEntries(open.slice(0, 2).map(field => [field, answer(chance, field)]))
    return {
      patch,
      replies: Object.fromEntries(asked.filter(() => chance() < 0.7).map(({ id }) => [id, pick(chance, ['已改好', '没有问题', '改了', ' '])])),
    }
  },
  DiscardDraft: () => ({}),
  SubmitApplication: () => ({}),
  WithdrawApplication: () => ({ reason: '计划有变' }),
  ClaimCase: (chance, { claimant }) => (claimant && chance() < 0.4 ? { from: pick(chance, [claimant, 'somebody']) } : {}),
  HandOverCase: chance => ({ to: pick(chance, ['reviewer', 'colleague']), reason: '请接着办' }),
  ReturnCase: chance => ({ to: pick(chance, ['pool', 'colleague']), reason: '不熟悉这个事项' }),
  AddNote: () => ({ text: '电话问过' }),
  ReviewLateDemand: () => ({ finding: '已提醒经办人' }),
  LapseApplication: () => ({ reason: '过了补正期限没有交回' }),
  UrgeCase: () => ({}),
  ReleaseCase: () => ({}),
  JudgeCondition: chance => ({
    condition: pick(chance, ['revenue', 'insured', 'insured', 'none']), result: pick(chance, ['met', 'met', 'failed']), note: '已查台账',
  }),
  RequestCorrection: chance => ({
    items: [
      pick(chance, ['material.receipt', 'payee.bank', 'contact.wechat', null]), pick(chance, ['material.receipt', 'contact.name', null]),
    ]
      .slice(0, 1 + Math.floor(chance() * 2)).map((field, n) => ({ id: String(n), field, text: '请改正这一项' })),
    days: 1 + Math.floor(chance() * 10), ...(chance() < 0.4 ? { late: '第一次漏看了这一项' } : {}),
  }),
  AnswerCorrection: () => ({}),
  ApproveApplication: chance => ({ opinion: '材料齐全，同意', ...(chance() < 0.3 ? { fen: pick(chance, [12_860_000, 10_000_000, 1]) } : {}) }),
  RefuseApplication: chance => ({
    clause: pick(chance, ['第四条', '第九条', '第八条', '']), reason: '与条款不符', ...(chance() < 0.3 ? { cited: { ref: '《示例办法》', text: '' } } : {}),
  }),
}

/** What each event may do to the status; nothing else ever moves it. */
const open: ApplicationStatus[] = ['submitted', 'claimed', 'resubmitted']
const filed: ApplicationStatus[] = [...open, 'correcting', 'approved', 'refused', 'withdrawn', 'lapsed']
/** What the office notes is nothing that the enterprise hears of. */
const quiet = ['NoteAdded', 'LateDemandRaised', 'LateDemandReviewed']
const goes: Record<string, readonly (readonly [from: readonly ApplicationStatus[], to: ApplicationStatus | 'same'])[]> = {
  ApplicationStarted: [[['absent'], 'draft']],
  AnswersPatched: [[['draft', 'correcting'], 'same']],
  ApplicationDiscarded: [[['draft'], 'discarded']],
  ApplicationSubmitted: [[['draft'], 'submitted']],
  ApplicationWithdrawn: [[[...open, 'correcting'], 'withdrawn']],
  CaseClaimed: [[['submitted', 'claimed'], 'claimed'], [['resubmitted'], 'same']],
  CaseTakenOver: [[['claimed', 'resubmitted'], 'same']],
  CaseHandedOver: [[['submitted', 'claimed'], 'claimed'], [['resubmitted', 'correcting'], 'same']],
  CaseGivenBack: [[['claimed', 'resubmitted', 'correcting'], 'same']],
  CaseReturned: [[['claimed'], 'submitted'], [['resubmitted', 'correcting'], 'same']],
  ...Object.fromEntries(quiet.map(type => [type, [[filed, 'same'] as const]])),
  ApplicationLapsed: [[['correcting'], 'lapsed']],
  CaseUrged: [[open, 'same']],
  CaseReleased: [[['claimed'], 'submitted'], [['resubmitted', 'submitted'], 'same']],
  ConditionJudged: [[open, 'same']],
  CorrectionRequested: [[open, 'correcting']],
  CorrectionAnswered: [[['correcting'], 'resubmitted']],
  ApplicationApproved: [[open, 'approved']],
  ApplicationRefused: [[open, 'refused']],
}

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
const codes = new Set<string>([...Object.values(applicationRefusals).map(({ code }) => code), 'application/not-now'])

/** What was met on the way, so that a walk that goes nowhere is found out. */
export interface Met {
  statuses: Set<string>
  events: Set<string>
  refusals: Set<string>
}

/** One application's life by chance. Throws when something is not as it must be. */
export function walk(chance: Chance, met: Met, steps = 80): Recorded[] {
  const policies = [{ ...edition, items: [pick(chance, items)] }].flatMap(one => [
    one, { ...one, version: 2, validUntil: '2026-03-20' }, { ...one, items: [] },
  ])
  let at = '2026-03-02T01:00:00.000Z'
  let history: Recorded[] = []
  let state = frozen(application.initial)
  let document = frozen(applications.initial('it'))

  for (let step = 0; step < steps; step++) {
    if (chance() < 0.6) at = new Date(Date.parse(at) + Math.floor(chance() * 2 * 86_400_000)).toISOString()
    // Now and then an office lets a whole promise pass.
    if (chance() < 0.03) at = new Date(Date.parse(at) + 40 * 86_400_000).toISOString()
    const moves = applicationMoves[state.status]
    const likely = chance() < 0.8 ? moves.filter(one => !ending.includes(one)) : moves
    const type = chance() < 0.85 && likely.length ? pick(chance, likely) : pick(chance, Object.keys(application.commands))
    const who = chance() < 0.85 ? (byEnterprise.includes(type) ? agent : type === 'ReviewLateDemand' ? lead : pick(chance, askers.slice(1, 4))) : pick(chance, askers)
    const known = Object.fromEntries(Object.entries(dossier.facts).filter(() => chance() < 0.8))
    if (known['insured'] && chance() < 0.2) known['insured'] = { ...known['insured'], value: 12 }
    const facts = {
      enterprise, dossier: { facts: known }, colleague: chance() < 0.8 ? colleague : { ...colleague, posts: [] },
      policy: {
        status: chance() < 0.95 ? 'published' : 'retired', edition: pick(chance, [policies[0]!, policies[0]!, policies[0]!, ...policies]),
      },
    }
    const context: Context = { ...who, id: 'it', at, digits: String(Math.floor(chance() * 1e6)).padStart(6, '0'), prefix: 'LZ' }
    const command = { type, data: application.commands[type]!.parse(data[type]!(chance, state)) }
    const events = attempt(state, command, context, facts, met)
    ok(!events.length || (moves as readonly string[]).includes(type), `${type} happened in ${state.status}`)
    for (const event of events) {
      const [recorded] = record('application', [event], { ...context }) as [Recorded]
      const next: Recorded = { ...recorded, revision: history.length, position: history.length + 1 }
      const [before, was] = [state, document]
      history = [...history, frozen(next)]
      state = frozen(fold(application.evolve, state, next) as Application)
      document = frozen(fold(applications.evolve, document, next) as ApplicationDocument)
      met.statuses.add(state.status)
      met.events.add(event.type)
      check(before, state, was, document, next, who)
    }
  }
  agrees(history, state, document)
  return history
}

/** Decides twice, since the same must come out; a refusal must be one of the contract. */
function attempt(state: Application, command: Message, context: Context, facts: unknown, { refusals }: Met): Message[] {
  const once = () => {
    try {
      return decide(application, state, command, context, frozen(facts))
    } catch (error) {
      if (error instanceof Absent) return 'absent'
      if (!(error instanceof Refused) || !codes.has(error.code)) throw error
      refusals.add(error.code)
      return error.code
    }
  }
  const first = once()
  deepStrictEqual(once(), first)
  if (typeof first === 'string') return []
  for (const { type, data: told } of first) strictEqual(canonical(application.events.schemas[type]!.parse(told)), canonical(told), `${type} is not as its schema says`)
  return first
}

function check(before: Application, state: Application, was: ApplicationDocument, document: ApplicationDocument, event: Recorded, who: Asker) {
  const row = goes[event.type]!.find(([from]) => from.includes(before.status))
  ok(row, `${event.type} in ${before.status}`)
  strictEqual(state.status, row[1] === 'same' ? before.status : row[1])

  strictEqual(document.status, state.status)
  if (quiet.includes(event.type)) return deepStrictEqual(document, was)
  strictEqual(document.revision, event.revision)
  strictEqual(document.updatedAt, event.recordedAt)
  strictEqual(document.claimantId, state.claimant)
  strictEqual(document.claimant?.id ?? null, state.claimant)
  for (const field of ['answers', 'replies', 'verdicts', 'facts', 'promise', 'number', 'enterprise'] as const) deepStrictEqual(document[field], state[field], field)
  deepStrictEqual(Object.keys(document.judgements), Object.keys(state.judgements))
  deepStrictEqual(document.asked, state.asked)
  if (document.correction) deepStrictEqual(document.correction.touched, state.correction!.touched)

  const running = [...open, 'correcting'].includes(state.status)
  ok(running || state.claimant === null, `${state.claimant} is on a case that is ${state.status}`)
  ok(state.claimant === null || ['reviewer', 'colleague', 'lead'].includes(state.claimant))
  strictEqual(document.dueAt, open.includes(state.status) ? state.promise!.dueAt : farFuture)
  strictEqual(document.closedAt !== null, !running && state.status !== 'draft')
  strictEqual(document.correction !== null, state.status === 'correcting')
  strictEqual(document.pauses.filter(({ to }) => !to).length, state.status === 'correcting' ? 1 : 0)
  strictEqual(document.timeline.length, was.timeline.length + (event.type === 'AnswersPatched' ? 0 : 1))

  if (state.promise) {
    ok(state.promise.dueDate >= localDate(state.submittedAt) && state.promise.dueAt > state.submittedAt, 'promised before it was submitted')
    ok(!before.promise || state.promise.dueAt >= before.promise.dueAt, 'a pause made the promise shorter')
  }
  ok(!before.number || state.number === before.number, 'the number has changed')
  ok(state.number === null || /^LZ-\d{4}-\d{4}-\d{6}$/.test(state.number), state.number ?? '')
  ok(document.number === null || !['draft', 'discarded'].includes(state.status))

  if (state.status === 'approved') {
    strictEqual(document.decision!.result, 'approved')
    strictEqual(document.decision!.fen === null, state.item!.amount.kind === 'none')
    ok(state.verdicts.every(({ conditionId, result }) => (state.judgements[conditionId]?.result ?? result) === 'met'), 'approved although a condition is open')
  }
  if (state.status === 'refused') ok(document.clauses.some(({ ref }) => ref && ref === document.decision!.clause!.ref), 'refused without a clause')

  ok(!['stranger', 'elsewhere'].includes(who.actor), `${event.type} by ${who.actor}`)
  const seen = (one: Asker) => meets(document, bind(applications.visible, { ...one, person: one.actor }))
  const filed = document.number !== null
  deepStrictEqual(askers.map(seen), [true, filed, filed, filed, false, false])
}

/** A replay of what the log would give back comes to the same state and the same document. */
function agrees(history: readonly Recorded[], state: Application, document: ApplicationDocument) {
  const again = JSON.parse(JSON.stringify(history)) as Recorded[]
  deepStrictEqual(replay(application, again), state)
  deepStrictEqual(again.reduce((one, event) => fold(applications.evolve, one, event) as ApplicationDocument, applications.initial('it')), document)
}
