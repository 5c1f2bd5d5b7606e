import type { Pause } from '../../language/calendar.ts'
import type { Clause, Verdict } from '../../language/condition.ts'
import type { Facts } from '../../language/fact.ts'
import type { Answers } from '../../language/form.ts'
import type { Item } from '../../language/item.ts'
import type { ApplicationStatus, CorrectionItem, Judgement, PromiseGiven } from './contract.ts'

/** No more than the rules need; what people read is a document. */
export interface Application {
  status: ApplicationStatus
  enterprise: string
  policy: string
  version: number
  item: Item | null
  /** The original text that the application rests on. */
  clauses: readonly Clause[]
  answers: Answers
  replies: Readonly<Record<string, string>>
  number: string | null
  promise: PromiseGiven | null
  submittedAt: string
  pauses: readonly Pause[]
  facts: Facts
  verdicts: readonly Verdict[]
  judgements: Readonly<Record<string, Pick<Judgement, 'result'>>>
  /** Everything that was ever asked to be corrected; a second correction may only concern these fields. */
  asked: readonly CorrectionItem[]
  /** What is to be answered now, and which fields were changed since. */
  correction: { items: readonly CorrectionItem[]; touched: readonly string[] } | null
  claimant: string | null
  /** When the enterprise last reminded the office. */
  urgedAt: string | null
}
