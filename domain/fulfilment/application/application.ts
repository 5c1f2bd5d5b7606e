import type { Decider, Need } from '../../kernel/decider.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import { localDate } from '../../language/calendar.ts'
import { patchFaults } from '../../language/form.ts'
import { ensureOwn } from './access.ts'
import {
  type ApplicationCommand, applicationCommands, applicationMoves, applicationRefusals as no, applicationRoles,
} from './contract.ts'
import { correction } from './correction.ts'
import { decision } from './decision.ts'
import { type ApplicationEvent, applicationEvents } from './events.ts'
import { handling } from './handling.ts'
import { ensureInForce } from './policy-in-force.ts'
import type { Application, ApplicationFacts } from './state.ts'
import { changes, laid, submission } from './submission.ts'

const dossierOf = (_: unknown, _context: unknown, { enterprise }: Application) => ({ dossier: { aggregate: 'dossier', id: enterprise } })

const onIt = (application: Application, claimant: string, handedBy: string | null = null): Application =>
  ({ ...application, status: application.status === 'submitted' ? 'claimed' : application.status, claimant, handedBy })

const free = (application: Application): Application =>
  ({ ...application, status: application.status === 'claimed' ? 'submitted' : application.status, claimant: null, handedBy: null })

/** 申请: from the first draft to the decision, one stream per application. */
export const application: Decider<Application, ApplicationCommand, ApplicationEvent, ApplicationFacts> = {
  system: 'fulfilment',
  aggregate: 'application',
  initial: {
    status: 'absent', enterprise: '', policy: '', version: 0, item: null, clauses: [], answers: {}, replies: {}, number: null, promise: null, submittedAt: '',
    pauses: [], facts: {}, verdicts: [], judgements: {}, asked: [], correction: null, claimant: null, handedBy: null, lateDemand: false, urgedAt: null,
  },
  commands: applicationCommands,
  events: applicationEvents,
  moves: applicationMoves,
  roles: applicationRoles,
  // Whoever edits the policy meanwhile hinders nobody: its version in force and the facts are looked at again.
  rereads: ['StartApplication', 'SubmitApplication', 'AnswerCorrection'],
  merges: ['PatchAnswers', 'ClaimCase', 'ReleaseCase', 'AddNote', 'ReviewLateDemand'],
  quiet: ['NoteAdded', 'LateDemandRaised', 'LateDemandReviewed'],

  needs: {
    StartApplication: ({ policy, enterprise }) => ({
      policy: { aggregate: 'policy', id: policy }, enterprise: { aggregate: 'enterprise', id: enterprise },
    }),
    SubmitApplication: (data, context, state) => ({ ...dossierOf(data, context, state), policy: { aggregate: 'policy', id: state.policy } }),
    AnswerCorrection: dossierOf,
    HandOverCase: ({ to }) => ({ colleague: { aggregate: 'person', id: to } }),
    ReturnCase: ({ to }, _, { handedBy }): { colleague?: Need } => (to === 'colleague' && handedBy ? { colleague: { aggregate: 'person', id: handedBy } } : {}),
  },

  decide: {
    StartApplication(_, data, context, { policy, enterprise }) {
      ensureThere(context.enterprises.includes(data.enterprise) && enterprise.status === 'registered')
      const { item, edition } = ensureInForce(policy, data.item, localDate(context.at))
      return [{
        type: 'ApplicationStarted',
        data: {
          policy: data.policy, policyTitle: edition.title, version: edition.version, item, enterprise: data.enterprise, enterpriseName: enterprise.name,
          creditCode: enterprise.creditCode, clauses: [...edition.clauses], policyOffice: policy.office,
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
      ensureInForce(policy, item!.id, localDate(context.at))
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

    ...handling,
    ...correction,
    ...decision,
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
    ApplicationLapsed: application => ({ ...application, status: 'lapsed', claimant: null, correction: null }),
    CaseClaimed: (application, _, { actor }) => onIt(application, actor),
    CaseTakenOver: (application, _, { actor }) => onIt(application, actor),
    CaseHandedOver: (application, { to }, { actor }) => onIt(application, to, actor),
    CaseGivenBack: (application, { to }) => onIt(application, to),
    CaseReturned: application => free(application),
    NoteAdded: application => application,
    LateDemandRaised: application => ({ ...application, lateDemand: true }),
    LateDemandReviewed: application => ({ ...application, lateDemand: false }),
    CaseUrged: (application, _, { recordedAt }) => ({ ...application, urgedAt: recordedAt }),
    CaseReleased: application => free(application),
    ConditionJudged: (application, { condition, result }) =>
      ({ ...application, judgements: { ...application.judgements, [condition]: { result } } }),
    CorrectionRequested: (application, { items, answerBy }, { recordedAt }) => ({
      ...application, status: 'correcting', correction: { items: items ?? [], touched: [], answerBy }, asked: [...application.asked, ...items ?? []], replies: {},
      pauses: [...application.pauses, { from: recordedAt }],
    }),
    CorrectionAnswered: (application, { answers, facts, verdicts, promise, dropped: gone = [] }, { recordedAt }) => ({
      ...application, status: 'resubmitted', correction: null, answers: answers ?? {}, facts: facts ?? {}, verdicts: verdicts ?? [], promise,
      pauses: application.pauses.map(pause => (pause.to ? pause : { ...pause, to: recordedAt })),
      judgements: Object.fromEntries(Object.entries(application.judgements).filter(([condition]) => !gone.includes(condition))),
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
    ApplicationLapsed: ({ item, enterprise }, { policy }) => [`open/${policy}/${item}/${enterprise}`],
    ApplicationRefused: ({ item, enterprise }, { policy }) => [`open/${policy}/${item}/${enterprise}`],
  },
}
