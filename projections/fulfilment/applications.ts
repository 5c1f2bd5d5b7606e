import { type ApplicationDocument, farFuture, type TimelineEntry } from '@qinqing/domain/fulfilment/application/contract'
import type { ApplicationEvent } from '@qinqing/domain/fulfilment/application/events'
import type { Recorded } from '@qinqing/domain/kernel/message'
import type { Pause } from '@qinqing/domain/language/calendar'
import type { Projection } from '../kernel/projection.ts'

/** Whatever happens moves the revision that people act upon, and the time of the last change. */
const seen = (application: ApplicationDocument, { revision, recordedAt }: Recorded): ApplicationDocument =>
  ({ ...application, revision, updatedAt: recordedAt })

const told = (application: ApplicationDocument, event: Recorded, note: string | null = null): ApplicationDocument => {
  const entry: TimelineEntry = { at: event.recordedAt, type: event.type, by: event.by, post: event.post, note }
  return { ...seen(application, event), timeline: [...application.timeline, entry] }
}

/** What a submission fixes, with nothing in place of what has been erased. */
const legible = <Content extends Pick<ApplicationDocument, 'answers' | 'facts' | 'verdicts'>>({ answers, facts, verdicts, ...content }: Content) =>
  ({ ...content, answers: answers ?? {}, facts: facts ?? {}, verdicts: verdicts ?? [] })

/** Nobody is on a closed case, and nothing is awaited any more. */
const closed = (application: ApplicationDocument, { recordedAt }: Recorded): ApplicationDocument => ({
  ...application, closedAt: recordedAt, dueAt: farFuture, claimant: null, claimantId: null, correction: null,
  pauses: ended(application.pauses, recordedAt),
})

const ended = (pauses: readonly Pause[], at: string): Pause[] => pauses.map(pause => (pause.to ? pause : { ...pause, to: at }))

const onIt = (application: ApplicationDocument, event: Recorded, who: Omit<NonNullable<ApplicationDocument['claimant']>, 'since'>): ApplicationDocument => told({
  ...application, claimant: { ...who, since: event.recordedAt }, claimantId: who.id, status: application.status === 'submitted' ? 'claimed' : application.status,
}, event)

const free = (application: ApplicationDocument, event: Recorded): ApplicationDocument => told({
  ...application, claimant: null, claimantId: null, status: application.status === 'claimed' ? 'submitted' : application.status,
}, event)

/** What the office notes is not for the enterprise, and stands elsewhere. */
type Heard = Exclude<ApplicationEvent, { type: 'NoteAdded' | 'LateDemandRaised' | 'LateDemandReviewed' }>

/** Cases, for their enterprise from the first draft on, and for the responsible office once they are submitted. */
export const applications: Projection<ApplicationDocument, Heard> = {
  name: 'applications',
  version: 4,
  indexed: ['status', 'enterprise', 'office', 'policy', 'itemId', 'dueAt', 'claimantId', 'number', 'submittedAt', 'closedAt', 'updatedAt', 'startedAt'],
  searched: ['number', 'enterpriseName', 'creditCode', 'itemTitle', 'policyTitle'],
  visible: ['some', [
    ['mine', 'enterprise', 'enterprises'],
    ['every', [['post', 'office', ['reviewer', 'lead']], ['ne', 'number', null]]],
  ]],
  attended: ['every', [['post', 'office', ['reviewer', 'lead']], ['ne', 'number', null]]],
  initial: id => ({
    id, status: 'absent', revision: -1, enterprise: '', enterpriseName: '', creditCode: '', policy: '', policyTitle: '', version: 0, itemId: '', itemTitle: '',
    item: { id: '', title: '', lane: 'instant', limit: { days: 1, unit: 'working' }, office: '', officeName: '', phone: '', conditions: [], materials: [], amount: { kind: 'none' } },
    clauses: [], office: '', officeName: '', answers: {}, replies: {}, facts: {}, verdicts: [], judgements: {}, estimateFen: null, estimateWorking: null,
    number: null, startedAt: '', startedBy: '', savedAt: '', savedBy: '', submittedAt: null, promise: null, dueAt: farFuture, pauses: [], correction: null,
    corrections: 0, asked: [], claimant: null, claimantId: null, decision: null, closedAt: null, timeline: [], updatedAt: '',
  }),

  evolve: {
    ApplicationStarted: (application, { enterpriseName, policyOffice: _, ...data }, event) => told({
      ...application, ...data, enterpriseName: enterpriseName ?? '', status: 'draft', itemId: data.item.id, itemTitle: data.item.title, office: data.item.office,
      officeName: data.item.officeName, startedAt: event.recordedAt, startedBy: event.by, savedAt: event.recordedAt, savedBy: event.by,
    }, event),
    AnswersPatched: (application, { patch, replies }, event) => seen({
      ...application, savedAt: event.recordedAt, savedBy: event.by, replies: { ...application.replies, ...replies },
      answers: Object.fromEntries(Object.entries({ ...application.answers, ...patch }).flatMap(([field, value]) => (value === null ? [] : [[field, value]]))),
      correction: application.correction && { ...application.correction, touched: [...new Set([...application.correction.touched, ...Object.keys(patch ?? {})])] },
    }, event),
    ApplicationDiscarded: (application, _, event) => closed(told({ ...application, status: 'discarded' }, event), event),
    ApplicationSubmitted: (application, { number, item: _, ...content }, event) => told({
      ...application, ...legible(content), status: 'submitted', number, submittedAt: event.recordedAt, dueAt: content.promise.dueAt,
    }, event),
    ApplicationWithdrawn: (application, { reason }, event) => closed(told({ ...application, status: 'withdrawn' }, event, reason), event),
    ApplicationLapsed: (application, { reason }, event) => closed(told({ ...application, status: 'lapsed' }, event, reason), event),
    CaseClaimed: (application, _, event) => onIt(application, event, { id: event.actor, name: event.by, from: null }),
    CaseTakenOver: (application, _, event) => onIt(application, event, { id: event.actor, name: event.by, from: null }),
    // Why it goes from hand to hand is the office's own affair: it stands in the casefile.
    CaseHandedOver: (application, { to, toName }, event) => onIt(application, event, { id: to, name: toName ?? '', from: { id: event.actor, name: event.by } }),
    CaseGivenBack: (application, { to, toName }, event) => onIt(application, event, { id: to, name: toName ?? '', from: null }),
    CaseReturned: (application, _, event) => free(application, event),
    CaseUrged: (application, _, event) => told(application, event),
    CaseReleased: (application, _, event) => free(application, event),
    ConditionJudged: (application, { condition, result, note }, event) => told({
      ...application, judgements: { ...application.judgements, [condition]: { result, note: note ?? '', by: event.by, at: event.recordedAt, earlier: false } },
    }, event, note),
    CorrectionRequested: (application, { items, answerBy }, event) => told({
      ...application, status: 'correcting', corrections: application.corrections + 1, replies: {}, dueAt: farFuture,
      asked: [...application.asked, ...items ?? []],
      correction: { items: items ?? [], askedAt: event.recordedAt, askedBy: event.by, post: event.post, answerBy, touched: [] },
      pauses: [...application.pauses, { from: event.recordedAt }],
    }, event, (items ?? []).map(({ text }) => text).join('；')),
    CorrectionAnswered: (application, { replies, dropped = [], ...content }, event) => told({
      ...application, ...legible(content), replies: replies ?? {}, status: 'resubmitted', correction: null, dueAt: content.promise.dueAt,
      pauses: ended(application.pauses, event.recordedAt),
      judgements: Object.fromEntries(Object.entries(application.judgements).flatMap(([condition, one]) => (dropped.includes(condition) ? [] : [[condition, { ...one, earlier: true }]]))),
    }, event),
    ApplicationApproved: (application, { opinion, fen }, event) => closed(told({
      ...application, status: 'approved', decision: { result: 'approved', at: event.recordedAt, by: event.by, post: event.post, opinion: opinion ?? '', fen, clause: null },
    }, event, opinion), event),
    ApplicationRefused: (application, { clause, reason }, event) => closed(told({
      ...application, status: 'refused', decision: { result: 'refused', at: event.recordedAt, by: event.by, post: event.post, opinion: reason ?? '', fen: null, clause },
    }, event, reason), event),
  },
}
