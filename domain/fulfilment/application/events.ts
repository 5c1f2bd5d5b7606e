import { z } from 'zod'
import type { Messages } from '../../kernel/message.ts'
import { type EventTable, personal } from '../../kernel/personal.ts'
import { clause, verdict } from '../../language/condition.ts'
import { fact } from '../../language/fact.ts'
import { answers, answerValue } from '../../language/form.ts'
import { item } from '../../language/item.ts'
import { text } from '../../language/text.ts'

const promised = z.object({ days: z.int(), unit: z.enum(['working', 'calendar']), dueDate: z.string(), dueAt: z.string(), estimated: z.boolean() })

/** What a submission (first or corrected) fixes for good: answers, the facts they were judged with, and the verdicts. */
const submission = {
  enterprise: z.string(),
  answers: personal(answers, 'enterprise'),
  facts: personal(z.record(z.string(), fact), 'enterprise'),
  verdicts: personal(z.array(verdict), 'enterprise'),
  estimateFen: z.int().nullable(),
  /** It repeats the fact that it is worked out from. */
  estimateWorking: personal(text.nullable(), 'enterprise'),
  promise: promised,
}

/** Who was on the case when a colleague decided it. */
const whoHad = z.string().optional()

const schemas = {
  ApplicationStarted: z.object({
    policy: z.string(), policyTitle: z.string(), version: z.int(), item, clauses: z.array(clause), enterprise: z.string(), creditCode: z.string(),
    enterpriseName: personal(z.string(), 'enterprise'),
    /** Who answers for the policy, which need not be who decides on the item; events from before say nothing of it. */
    policyOffice: z.string().optional(),
  }),
  AnswersPatched: z.object({
    enterprise: z.string(),
    patch: personal(z.record(z.string(), answerValue.nullable()), 'enterprise'),
    replies: personal(z.record(z.string(), z.string()), 'enterprise'),
  }),
  ApplicationDiscarded: z.object({}),
  ApplicationSubmitted: z.object({ ...submission, item: z.string(), number: z.string() }),
  ApplicationWithdrawn: z.object({ enterprise: z.string(), item: z.string(), reason: personal(z.string(), 'enterprise') }),
  CaseUrged: z.object({}),
  CaseClaimed: z.object({}),
  CaseReleased: z.object({}),
  CaseTakenOver: z.object({ from: z.string() }),
  CaseHandedOver: z.object({
    enterprise: z.string(), to: z.string(), toName: personal(z.string(), 'to'), from: z.string().nullable(), reason: personal(z.string(), 'enterprise'),
  }),
  CaseReturned: z.object({ enterprise: z.string(), from: z.string(), reason: personal(z.string(), 'enterprise') }),
  CaseGivenBack: z.object({
    enterprise: z.string(), to: z.string(), toName: personal(z.string(), 'to'), from: z.string(), reason: personal(z.string(), 'enterprise'),
  }),
  NoteAdded: z.object({ enterprise: z.string(), text: personal(z.string(), 'enterprise') }),
  LateDemandRaised: z.object({
    enterprise: z.string(), items: personal(z.array(z.object({ id: z.string(), field: z.string().nullable(), text: z.string() })), 'enterprise'),
    reason: personal(z.string(), 'enterprise'),
  }),
  LateDemandReviewed: z.object({ enterprise: z.string(), finding: personal(z.string(), 'enterprise') }),
  ConditionJudged: z.object({ enterprise: z.string(), condition: z.string(), result: z.enum(['met', 'failed']), note: personal(z.string(), 'enterprise') }),
  CorrectionRequested: z.object({
    enterprise: z.string(),
    items: personal(z.array(z.object({ id: z.string(), field: z.string().nullable(), text: z.string() })), 'enterprise'),
    answerBy: z.string(),
  }),
  CorrectionAnswered: z.object({
    ...submission, replies: personal(z.record(z.string(), z.string()), 'enterprise'),
    /** Conditions whose judgement no longer holds, since what it was about has changed. */
    dropped: z.array(z.string()).optional(),
  }),
  ApplicationLapsed: z.object({ enterprise: z.string(), item: z.string(), answerBy: z.string(), reason: personal(z.string(), 'enterprise') }),
  ApplicationApproved: z.object({
    enterprise: z.string(), policy: z.string(), version: z.int(), item: z.string(), itemTitle: z.string(), fen: z.int().nullable(),
    opinion: personal(z.string(), 'enterprise'),
    verdicts: personal(z.array(verdict), 'enterprise'),
    from: whoHad,
  }),
  ApplicationRefused: z.object({
    enterprise: z.string(), item: z.string(), version: z.int(), clause: z.object({ ref: z.string(), text: z.string() }),
    reason: personal(z.string(), 'enterprise'),
    from: whoHad,
  }),
}
export type ApplicationEvent = Messages<typeof schemas>

export const applicationEvents: EventTable = { schemas, grade: 'sensitive' }
