import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'
import type { Limit, Pause } from '../../language/calendar.ts'
import type { Clause, Verdict } from '../../language/condition.ts'
import type { Facts } from '../../language/fact.ts'
import { type Answers, answerValue } from '../../language/form.ts'
import type { Item } from '../../language/item.ts'

export type ApplicationStatus =
  | 'absent' | 'draft' | 'discarded' | 'submitted' | 'claimed' | 'correcting' | 'resubmitted' | 'approved' | 'refused' | 'withdrawn' | 'lapsed'

const id = z.string().min(1).max(120)
const words = (least: number, most: number) => z.string().trim().min(least).max(most)

/** One thing to put right (补正项): a field of the form, and what is wrong with it. */
export const correctionItem = z.strictObject({ id: z.string().min(1).max(60), field: z.string().max(120).nullable(), text: words(2, 500) })
export type CorrectionItem = z.infer<typeof correctionItem>

export const applicationCommands = {
  StartApplication: z.strictObject({ policy: id, item: id, enterprise: id }),
  /** What was typed since the last time; null takes an answer away. `replies` answers correction items in words. */
  PatchAnswers: z.strictObject({
    patch: z.record(z.string().max(120), answerValue.nullable()).refine(patch => Object.keys(patch).length <= 300, '一次保存的字段太多'),
    replies: z.record(z.string().max(60), z.string().max(2000)).optional(),
  }),
  DiscardDraft: z.strictObject({}),
  SubmitApplication: z.strictObject({}),
  WithdrawApplication: z.strictObject({ reason: words(2, 300) }),
  /** 催办: the promised day has passed, and the enterprise reminds the office. */
  UrgeCase: z.strictObject({}),
  /** `from` names the colleague who is on it and from whom it is taken over: nobody takes a case over without knowing. */
  ClaimCase: z.strictObject({ from: id.optional() }),
  ReleaseCase: z.strictObject({}),
  /** 转办: to a colleague of the office; by who is on it, or by the head of the office. */
  HandOverCase: z.strictObject({ to: id, reason: words(2, 500) }),
  /** 退回: to where everybody can claim it, or to the colleague who handed it over. */
  ReturnCase: z.strictObject({ to: z.enum(['pool', 'colleague']), reason: words(2, 500) }),
  /** 备注: for the office alone. */
  AddNote: z.strictObject({ text: words(1, 2000) }),
  /** The head of the office has looked at a demand that came late, and says what came of it. */
  ReviewLateDemand: z.strictObject({ finding: words(2, 500) }),
  /** An official judges (判断) a condition that the facts leave open, or overrules with a reason. */
  JudgeCondition: z.strictObject({ condition: z.string().max(80), result: z.enum(['met', 'failed']), note: words(2, 500) }),
  RequestCorrection: z.strictObject({
    items: z.array(correctionItem).min(1).max(50).refine(items => new Set(items.map(one => one.id)).size === items.length, '两个补正项的编号相同'),
    days: z.int().min(1).max(60),
    /** Why something that could be seen the first time is asked only now; it raises a flag for the head of the office. */
    late: words(5, 500).optional(),
  }),
  /** The day for answering has passed, and the office closes the case. */
  LapseApplication: z.strictObject({ reason: words(5, 1000) }),
  AnswerCorrection: z.strictObject({}),
  /** `fen` is given when the amount cannot be computed from facts. */
  ApproveApplication: z.strictObject({ opinion: words(2, 2000), fen: z.int().min(0).max(1_000_000_000_000).optional() }),
  /** `cited` names the legal basis in words where neither policy nor item has a clause that could be named. */
  RefuseApplication: z.strictObject({
    clause: z.string().trim().max(60), cited: z.strictObject({ ref: words(4, 60), text: z.string().trim().max(1000) }).optional(), reason: words(5, 2000),
  }),
}
export type ApplicationCommand = Messages<typeof applicationCommands>

const internal = ['AddNote', 'ReviewLateDemand'] as const
const handling = ['HandOverCase', 'ReturnCase', ...internal] as const
const review = [
  'UrgeCase', 'ClaimCase', 'ReleaseCase', 'JudgeCondition', 'RequestCorrection', 'ApproveApplication', 'RefuseApplication', 'WithdrawApplication', ...handling,
] as const

export const applicationMoves: Moves<ApplicationStatus, ApplicationCommand> = {
  absent: ['StartApplication'],
  draft: ['PatchAnswers', 'SubmitApplication', 'DiscardDraft'],
  discarded: [],
  submitted: review,
  claimed: review,
  correcting: ['PatchAnswers', 'AnswerCorrection', 'WithdrawApplication', 'LapseApplication', ...handling],
  resubmitted: review,
  approved: internal,
  refused: internal,
  withdrawn: internal,
  lapsed: internal,
}

export const applicationRoles: Roles<ApplicationCommand> = {
  StartApplication: ['agent'],
  PatchAnswers: ['agent'],
  DiscardDraft: ['agent'],
  SubmitApplication: ['agent'],
  WithdrawApplication: ['agent'],
  UrgeCase: ['agent'],
  ClaimCase: ['reviewer'],
  ReleaseCase: ['reviewer'],
  HandOverCase: ['reviewer', 'lead'],
  ReturnCase: ['reviewer', 'lead'],
  AddNote: ['reviewer', 'lead'],
  ReviewLateDemand: ['lead'],
  JudgeCondition: ['reviewer'],
  RequestCorrection: ['reviewer'],
  LapseApplication: ['reviewer'],
  AnswerCorrection: ['agent'],
  ApproveApplication: ['reviewer'],
  RefuseApplication: ['reviewer'],
}

const refusal = (code: string, zh: string, en: string) => ({ code: `application/${code}`, zh, en })

export const applicationRefusals = {
  notOpen: refusal('not-open', '这个事项现在不能申请：政策没有发布，或者已经退出', 'This item is not open: its policy is not published, or has been retired.'),
  outsideWindow: refusal('outside-window', '现在不在申请时间内', 'Applications are not being taken at this time.'),
  alreadyOpen: refusal('already-open', '贵企业已经有一件同一事项的申请在办，或已经办成', 'Your enterprise already has an application for this item, open or approved.'),
  numberTaken: refusal('number-taken', '受理号重复，请再提交一次', 'The number is taken; submit again.'),
  badAnswer: refusal('bad-answer', '有内容不能保存，请看标出的地方', 'Something cannot be saved; see what is marked.'),
  incomplete: refusal('incomplete', '还不能提交：请补上标出的内容', 'It cannot be submitted yet; fill in what is marked.'),
  notAsked: refusal('not-asked', '补正时只能改被要求补正的内容', 'During a correction only what was asked for can be changed.'),
  unanswered: refusal('unanswered', '还有补正项没有回应，请逐项修改或说明', 'Some items are not answered; change or explain each of them.'),
  correctOnce: refusal('correct-once', '补正要一次性告知：再次补正只能就上次要求的内容提出', 'Corrections are asked once with all items: a second one may only concern what was asked before.'),
  onlyLate: refusal('nothing-late', '要补正的内容上次都要求过，不用说明为什么现在才提', 'All of it was asked before; there is nothing to explain.'),
  notLapsed: refusal('not-lapsed', '补正期限还没有过，企业还可以交回', 'The day for answering has not passed; the enterprise may still answer.'),
  noField: refusal('no-such-field', '补正项对应的字段不在这张表里', 'The form has no such field.'),
  noCondition: refusal('no-such-condition', '这个条件不在该事项里', 'The item has no such condition.'),
  unjudged: refusal('unjudged', '有条件不符合或未知，先逐条判断再通过', 'Some conditions fail or are unknown; judge each of them before approving.'),
  amountUnknown: refusal('amount-unknown', '金额无法自动计算，请填写核定金额', 'The amount cannot be computed; state the amount approved.'),
  amountFixed: refusal('amount-fixed', '金额由规则算出，不能另填', 'The amount follows from the rule and cannot be changed.'),
  noClause: refusal('refusal-needs-clause', '不予通过必须写明依据的条款', 'A refusal must name the clause it rests on.'),
  hasClause: refusal('has-clause', '这个事项有条款，请选不予通过依据的条款', 'There are clauses to choose from; name the one that the refusal rests on.'),
  notDue: refusal('not-due', '还没到承诺的日期；到期没有办结，可以在这里催办', 'The promised day has not passed; once it has, you can remind the office here.'),
  urgedToday: refusal('urged-today', '今天已经催办过了，承办处室看得到；明天还没有进展可以再催', 'You have reminded the office today already; if nothing moves, do so again tomorrow.'),
  notHolder: refusal('not-holder', '这件申请现在由别人在办', 'Somebody else is on this case.'),
  claimedAlready: refusal('claimed-already', '已经由别人认领；确实要由您办，请说明从谁手上接过来', 'Somebody else has claimed it; to take it over, say from whom.'),
  noColleague: refusal('no-colleague', '对方现在不是本处室的审核人员，请另选一位', 'This person is no reviewer of the office now; choose somebody else.'),
  notHandedOver: refusal('not-handed-over', '这件不是同事转来的，请退回到待认领', 'No colleague handed it over; return it to where everybody can claim it.'),
} as const

/** The promise (承诺时限) as it stood when it was computed; `dueAt` is null while the enterprise is awaited. */
export interface PromiseGiven extends Limit {
  dueDate: string
  dueAt: string
  estimated: boolean
}

export interface Judgement {
  result: 'met' | 'failed'
  note: string
  by: string
  at: string
  /** Made before the last correction was answered. */
  earlier: boolean
}

export interface TimelineEntry {
  at: string
  type: string
  by: string
  post: string | null
  /** Why, in the words of the one who acted. */
  note: string | null
}

/** A case as its enterprise and the responsible office see it. */
export interface ApplicationDocument {
  id: string
  status: ApplicationStatus
  revision: number
  enterprise: string
  enterpriseName: string
  creditCode: string
  policy: string
  policyTitle: string
  version: number
  itemId: string
  itemTitle: string
  item: Item
  clauses: readonly Clause[]
  office: string
  officeName: string
  answers: Answers
  replies: Readonly<Record<string, string>>
  /** Facts as they were known at the last submission; empty while it is a draft. */
  facts: Facts
  verdicts: readonly Verdict[]
  judgements: Readonly<Record<string, Judgement>>
  estimateFen: number | null
  estimateWorking: { zh: string; en: string } | null
  number: string | null
  startedAt: string
  startedBy: string
  savedAt: string
  savedBy: string
  submittedAt: string | null
  promise: PromiseGiven | null
  /** For sorting by time left: when it is due, or the far future while paused or closed. */
  dueAt: string
  pauses: readonly Pause[]
  /** `touched` are the fields that were changed since it was asked. */
  correction: { items: readonly CorrectionItem[]; askedAt: string; askedBy: string; post: string | null; answerBy: string; touched: readonly string[] } | null
  /** How often corrections were asked. */
  corrections: number
  /** Everything that was ever asked to be corrected, the latest last; `replies` holds what was said to the latest. */
  asked: readonly CorrectionItem[]
  /** Who is on it; `from` is the colleague who handed it over. */
  claimant: { id: string; name: string; since: string; from: { id: string; name: string } | null } | null
  claimantId: string | null
  decision: {
    result: 'approved' | 'refused'
    at: string
    by: string
    post: string | null
    opinion: string
    fen: number | null
    clause: { ref: string; text: string } | null
  } | null
  closedAt: string | null
  timeline: readonly TimelineEntry[]
  updatedAt: string
}

/** Sorts cases without a running promise behind all others. */
export const farFuture = '9999-12-31T00:00:00.000Z'

/** What the office alone knows of a case (案卷): notes, why it went from hand to hand, demands that came late. */
export interface CasefileDocument {
  id: string
  office: string
  number: string | null
  enterpriseName: string
  itemTitle: string
  entries: readonly CasefileEntry[]
  notes: number
  lateDemand: 'none' | 'raised' | 'reviewed'
  raisedAt: string | null
}

export interface CasefileEntry {
  at: string
  type: string
  by: string
  actor: string
  post: string | null
  text: string
  /** To whom the case went. */
  to: string | null
}
