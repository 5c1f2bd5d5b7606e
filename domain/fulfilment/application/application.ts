import type { Decider } from '../../kernel/decider.ts'
import type { Context } from '../../kernel/message.ts'
import { worksAs } from '../../kernel/post.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import { addDays, localDate } from '../../language/calendar.ts'
import { patchFaults } from '../../language/form.ts'
import type { DossierFact } from '../../data/dossier/contract.ts'
import type { EnterpriseFact } from '../../identity/enterprise/contract.ts'
import type { PolicyFact } from '../../policy/policy/contract.ts'
import {
  type ApplicationCommand, applicationCommands, applicationMoves, applicationRefusals as no, applicationRoles, type CorrectionItem,
} from './contract.ts'
import { type ApplicationEvent, applicationEvents } from './events.ts'
import type { Application } from './state.ts'
import { approvedFen, changes, isOpen, laid, submission, unanswered, undecided } from './submission.ts'

/** What the decisions look at besides the application itself. */
export interface ApplicationFacts {
  policy: PolicyFact
  enterprise: EnterpriseFact
  dossier: DossierFact
}

/** Enterprises see their own cases, officials those of their office; for all others there is no such case. */
const ensureOwn = ({ enterprise }: Application, { enterprises }: Context) => ensureThere(enterprises.includes(enterprise))
const ensureOffice = ({ item }: Application, context: Context) => ensureThere(item && worksAs(context, 'reviewer', item.office))

const dossierOf = (_: unknown, _context: Context, { enterprise }: Application) => ({ dossier: { aggregate: 'dossier', id: enterprise } })

/** 申请: from the first draft to the decision, one stream per application. */
export const application: Decider<Application, ApplicationCommand, ApplicationEvent, ApplicationFacts> = {
  system: 'fulfilment',
  aggregate: 'application',
  initial: {
    status: 'absent', enterprise: '', policy: '', version: 0, item: null, clauses: [], answers: {}, replies: {}, number: null, promise: null, submittedAt: '',
    pauses: [], facts: {}, verdicts: [], judgements: {}, asked: [], correction: null, claimant: null, urgedAt: null,
  },
  commands: applicationCommands,
  events: applicationEvents,
  moves: applicationMoves,
  roles: applicationRoles,
  merges: ['PatchAnswers', 'ClaimCase', 'ReleaseCase'],

  needs: {
    StartApplication: ({ policy, enterprise }) => ({
      policy: { aggregate: 'policy', id: policy }, enterprise: { aggregate: 'enterprise', id: enterprise },
    }),
    SubmitApplication: (data, context, state) => ({ ...dossierOf(data, context, state), policy: { aggregate: 'policy', id: state.policy } }),
    AnswerCorrection: dossierOf,
  },

  decide: {
    StartApplication(_, data, context, { policy, enterprise }) {
      ensureThere(context.enterprises.includes(data.enterprise) && enterprise.status === 'registered')
      const item = policy.edition?.items.find(one => one.id === data.item)
      ensure(policy.status === 'published' && policy.edition && item, no.notOpen)
      ensure(isOpen(item, policy.edition, localDate(context.at)), no.outsideWindow)
      const { title, version } = policy.edition
      return [{
        type: 'ApplicationStarted',
        data: {
          policy: data.policy, policyTitle: title, version, item, enterprise: data.enterprise, enterpriseName: enterprise.name,
          creditCode: enterprise.creditCode, clauses: [...policy.edition.clauses],
        },
      }]
    },

    PatchAnswers(application, { patch, replies = {} }, context) {
      ensureOwn(application, context)
      const { item, correction, enterprise } = application
      const faults = patchFaults(item!.form!, patch)
      ensure(!faults.length, no.badAnswer, faults)
      const asked = correction?.items ?? []
      const closed = correction ? Object.keys(patch).filter(field => !asked.some(one => one.field === field)) : []
      ensure(!closed.length, no.notAsked, closed)
      ensure(Object.keys(replies).every(id => asked.some(one => one.id === id)), no.notAsked)
      const news = { patch: changes(application.answers, patch), replies: changes(application.replies, replies) }
      return Object.keys({ ...news.patch, ...news.replies }).length ? [{ type: 'AnswersPatched', data: { enterprise, ...news } }] : []
    },

    DiscardDraft(application, _, context) {
      ensureOwn(application, context)
      return [{ type: 'ApplicationDiscarded', data: {} }]
    },

    SubmitApplication(application, _, context, { policy, dossier }) {
      ensureOwn(application, context)
      const { item, enterprise } = application
      // The draft keeps its version, but whether applications are taken is said by the version in force.
      const inForce = policy.edition?.items.find(one => one.id === item!.id)
      ensure(policy.status === 'published' && policy.edition && inForce, no.notOpen)
      ensure(isOpen(inForce, policy.edition, localDate(context.at)), no.outsideWindow)
      const number = `${context.prefix}-${localDate(context.at).replace(/-(\d\d)-/, '-$1')}-${context.digits}`
      const content = submission(application, dossier.facts, context.at)
      return [{ type: 'ApplicationSubmitted', data: { enterprise, item: item!.id, number, ...content } }]
    },

    WithdrawApplication(application, { reason }, context) {
      ensureOwn(application, context)
      return [{ type: 'ApplicationWithdrawn', data: { enterprise: application.enterprise, item: application.item!.id, reason } }]
    },

    UrgeCase(application, _, context) {
      ensureOwn(application, context)
      const { promise, urgedAt } = application
      ensure(promise && context.at > promise.dueAt, no.notDue)
      ensure(!urgedAt || localDate(urgedAt) !== localDate(context.at), no.urgedToday)
      return [{ type: 'CaseUrged', data: {} }]
    },

    ClaimCase(application, _, context) {
      ensureOffice(application, context)
      return application.claimant === context.actor ? [] : [{ type: 'CaseClaimed', data: {} }]
    },

    ReleaseCase(application, _, context) {
      ensureOffice(application, context)
      if (!application.claimant) return []
      ensure(application.claimant === context.actor, no.notHolder)
      return [{ type: 'CaseReleased', data: {} }]
    },

    JudgeCondition(application, data, context) {
      ensureOffice(application, context)
      ensure(application.item!.conditions.some(one => one.id === data.condition), no.noCondition)
      return [{ type: 'ConditionJudged', data: { enterprise: application.enterprise, ...data } }]
    },

    RequestCorrection(application, { items, days }, context) {
      ensureOffice(application, context)
      const { item, asked, enterprise } = application
      const fields = item!.form!.sections.flatMap(section => section.fields.map(field => field.id))
      ensure(items.every(one => one.field === null || fields.includes(one.field)), no.noField)
      const isNew = (one: CorrectionItem) => !asked.some(before => before.field !== null && before.field === one.field)
      ensure(!asked.length || !items.some(isNew), no.correctOnce, items.filter(isNew).map(one => one.id))
      return [{ type: 'CorrectionRequested', data: { enterprise, items, answerBy: addDays(localDate(context.at), days, 'working').date } }]
    },

    AnswerCorrection(application, _, context, { dossier }) {
      ensureOwn(application, context)
      const { replies, enterprise } = application
      const open = unanswered(application)
      ensure(!open.length, no.unanswered, open)
      return [{ type: 'CorrectionAnswered', data: { enterprise, replies: { ...replies }, ...submission(application, dossier.facts, context.at) } }]
    },

    ApproveApplication(application, { opinion, fen }, context) {
      ensureOffice(application, context)
      const { enterprise, policy, version, item, verdicts } = application
      const open = undecided(application)
      ensure(!open.length, no.unjudged, open)
      return [{
        type: 'ApplicationApproved',
        data: {
          enterprise, policy, version, item: item!.id, itemTitle: item!.title, opinion, fen: approvedFen(application, fen, localDate(context.at)),
          verdicts: [...verdicts],
        },
      }]
    },

    RefuseApplication(application, { clause, reason }, context) {
      ensureOffice(application, context)
      const { enterprise, version, item, clauses } = application
      const found = [...clauses, ...item!.conditions.map(one => one.clause)].find(one => one.ref.trim() === clause)
      ensure(clause && found, no.noClause)
      return [{ type: 'ApplicationRefused', data: { enterprise, item: item!.id, version, clause: found, reason } }]
    },
  },

  evolve: {
    ApplicationStarted: (application, { policy, version, item, clauses, enterprise }) =>
      ({ ...application, status: 'draft', policy, version, item, clauses, enterprise }),
    AnswersPatched: ({ answers, replies: said, correction, ...application }, { patch, replies }) => ({
      ...application, answers: laid(answers, patch ?? {}), replies: { ...said, ...replies },
      correction: correction && { ...correction, touched: [...new Set([...correction.touched, ...Object.keys(patch ?? {})])] },
    }),
    ApplicationDiscarded: application => ({ ...application, status: 'discarded' }),
    ApplicationSubmitted: (application, { number, answers, facts, verdicts, promise }, { recordedAt }) =>
      ({ ...application, status: 'submitted', number, answers: answers ?? {}, facts: facts ?? {}, verdicts: verdicts ?? [], promise, submittedAt: recordedAt }),
    ApplicationWithdrawn: application => ({ ...application, status: 'withdrawn', claimant: null }),
    CaseClaimed: (application, _, { actor }) =>
      ({ ...application, status: application.status === 'submitted' ? 'claimed' : application.status, claimant: actor }),
    CaseUrged: (application, _, { recordedAt }) => ({ ...application, urgedAt: recordedAt }),
    CaseReleased: application => ({ ...application, status: application.status === 'claimed' ? 'submitted' : application.status, claimant: null }),
    ConditionJudged: (application, { condition, result }) =>
      ({ ...application, judgements: { ...application.judgements, [condition]: { result } } }),
    CorrectionRequested: (application, { items }, { recordedAt }) => ({
      ...application, status: 'correcting', correction: { items: items ?? [], touched: [] }, asked: [...application.asked, ...items ?? []], replies: {},
      pauses: [...application.pauses, { from: recordedAt }],
    }),
    CorrectionAnswered: (application, { answers, facts, verdicts, promise }, { recordedAt }) => ({
      ...application, status: 'resubmitted', correction: null, answers: answers ?? {}, facts: facts ?? {}, verdicts: verdicts ?? [], promise,
      pauses: application.pauses.map(pause => (pause.to ? pause : { ...pause, to: recordedAt })),
    }),
    ApplicationApproved: application => ({ ...application, status: 'approved', claimant: null }),
    ApplicationRefused: application => ({ ...application, status: 'refused', claimant: null }),
  },

  claims: {
    ApplicationSubmitted: ({ number, item, enterprise }, { policy }) => [
      { key: `number/${number}`, refusal: no.numberTaken, again: true },
      { key: `open/${policy}/${item}/${enterprise}`, refusal: no.alreadyOpen },
    ],
  },
  releases: {
    ApplicationWithdrawn: ({ item, enterprise }, { policy }) => [`open/${policy}/${item}/${enterprise}`],
    ApplicationRefused: ({ item, enterprise }, { policy }) => [`open/${policy}/${item}/${enterprise}`],
  },
}
