import type { DossierFact } from '../../data/dossier/contract.ts'
import type { EnterpriseFact } from '../../identity/enterprise/contract.ts'
import type { PersonDocument } from '../../identity/person/contract.ts'
import type { Pause } from '../../language/calendar.ts'
import type { Clause, Verdict } from '../../language/condition.ts'
import type { Facts } from '../../language/fact.ts'
import type { Answers } from '../../language/form.ts'
import type { Item } from '../../language/item.ts'
import type { PolicyFact } from '../../policy/policy/contract.ts'
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
  correction: { items: readonly CorrectionItem[]; touched: readonly string[]; answerBy: string } | null
  claimant: string | null
  /** The colleague who handed it over to who is on it. */
  handedBy: string | null
  /** Something was demanded late, and the head of the office has not looked at it. */
  lateDemand: boolean
  /** When the enterprise last reminded the office. */
  urgedAt: string | null
}

/** A person as far as one can be given a case. */
export type Colleague = Pick<PersonDocument, 'status' | 'name' | 'posts'>

/** What the decisions look at besides the application itself. */
export interface ApplicationFacts {
  policy: PolicyFact
  enterprise: EnterpriseFact
  dossier: DossierFact
  /** Who gets a case. */
  colleague: Colleague
}
