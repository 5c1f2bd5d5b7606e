import type { ApplicationDocument, ApplicationStatus, TimelineEntry } from '@qinqing/domain/fulfilment/application/contract'

/** How an enterprise sorts its applications. */
export const states = ['all', 'todo', 'running', 'done', 'withdrawn'] as const
export type State = (typeof states)[number]

/** Which applications belong there; what was discarded belongs nowhere. */
export const within: Readonly<Record<State, readonly ApplicationStatus[]>> = {
  all: ['draft', 'submitted', 'claimed', 'correcting', 'resubmitted', 'approved', 'refused', 'withdrawn', 'lapsed'],
  todo: ['draft', 'correcting'],
  running: ['submitted', 'claimed', 'resubmitted'],
  done: ['approved', 'refused', 'lapsed'],
  withdrawn: ['withdrawn'],
}

export const stateOf = (asked: string | null): State => states.find(state => state === asked) ?? 'all'

export const isClosed = ({ status }: Pick<ApplicationDocument, 'status'>): boolean =>
  ['approved', 'refused', 'withdrawn', 'lapsed', 'discarded'].includes(status)

/** What the office does, and what the enterprise therefore wants to hear of. */
const official = new Set(['CaseClaimed', 'CaseReleased', 'CorrectionRequested', 'ApplicationApproved', 'ApplicationRefused', 'ApplicationLapsed'])

/** What the enterprise does in answer: it knows what it answers. */
const own = new Set(['CorrectionAnswered', 'ApplicationWithdrawn'])

/** When the office took it up; nothing before that is an acceptance. */
export const acceptedAt = ({ timeline, decision }: Pick<ApplicationDocument, 'timeline' | 'decision'>): string | undefined =>
  timeline.find(({ type }) => type === 'CaseClaimed')?.at ?? decision?.at

/** The last thing that happened; single judgements are not told one by one. */
export const latest = ({ timeline }: Pick<ApplicationDocument, 'timeline'>): TimelineEntry | undefined =>
  timeline.findLast(({ type }) => type !== 'ConditionJudged')

/** What the office has done since and nobody has answered; undefined when there is nothing of the kind. */
export function news({ timeline }: Pick<ApplicationDocument, 'timeline'>, since: string | null): TimelineEntry | undefined {
  const last = timeline.findLast(({ type }) => official.has(type) || own.has(type))
  return since !== null && last && last.at > since && official.has(last.type) ? last : undefined
}

type StepWord =
  | 'submit' | 'accept' | 'review' | 'close'
  | 'accepting' | 'reviewing' | 'correcting' | 'approved' | 'refused' | 'withdrawn' | 'lapsed' | 'drafting' | 'discarded'
export type Course = readonly (readonly [word: StepWord, state: 'done' | 'now' | 'wait' | 'ended' | 'next'])[]

const reviewing: Course = [['submit', 'done'], ['accept', 'done'], ['reviewing', 'now'], ['close', 'next']]

/** 提交 受理 审核 办结, as they stand in each state; ended early, nothing follows. */
export const courses: Readonly<Record<Exclude<ApplicationStatus, 'absent'>, Course>> = {
  draft: [['drafting', 'now'], ['accept', 'next'], ['review', 'next'], ['close', 'next']],
  discarded: [['discarded', 'ended'], ['accept', 'next'], ['review', 'next'], ['close', 'next']],
  submitted: [['submit', 'done'], ['accepting', 'now'], ['review', 'next'], ['close', 'next']],
  claimed: reviewing,
  correcting: [['submit', 'done'], ['accept', 'done'], ['correcting', 'wait'], ['close', 'next']],
  resubmitted: reviewing,
  approved: [['submit', 'done'], ['accept', 'done'], ['review', 'done'], ['approved', 'done']],
  refused: [['submit', 'done'], ['accept', 'done'], ['review', 'done'], ['refused', 'ended']],
  lapsed: [['submit', 'done'], ['accept', 'done'], ['lapsed', 'ended'], ['close', 'next']],
  withdrawn: [['submit', 'done'], ['withdrawn', 'ended'], ['review', 'next'], ['close', 'next']],
}
