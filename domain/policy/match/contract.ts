import type { ApplicationStatus } from '../../fulfilment/application/contract.ts'
import type { Limit } from '../../language/calendar.ts'
import type { Verdict } from '../../language/condition.ts'
import type { Lane } from '../../language/item.ts'
import type { Standing } from '../../language/standing.ts'
import type { Text } from '../../language/text.ts'

/** How one enterprise stands towards one item, and why. */
export interface MatchDocument {
  id: string
  policy: string
  policyTitle: string
  item: string
  title: string
  summary: string
  office: string
  officeName: string
  phone: string
  lane: Lane
  limit: Limit
  window: { from: string; to: string } | null
  open: boolean
  sample: boolean
  standing: Standing
  verdicts: readonly Verdict[]
  /** What is missing, in one sentence. */
  gap: Text | null
  estimateFen: number | null
  /** How the amount is or would be computed. */
  working: Text
  amount: Text
  mostFen: number | null
  /** The enterprise's latest application for the item, unless it was given up. */
  application: { id: string; status: ApplicationStatus } | null
  publishedAt: string
}

/** How an item, as it is being edited, would treat one enterprise (试算). */
export interface TrialDocument {
  id: string
  name: string
  standing: Standing
  verdicts: readonly Verdict[]
  estimateFen: number | null
  working: Text
}

/** How one enterprise stands towards one item before and after an amendment that is being written. */
export interface AmendmentDocument {
  id: string
  enterprise: string
  name: string
  item: string
  itemTitle: string
  /** Cases that are open and stay on their version. */
  open: number
  /** Whether the amendment changes its result. */
  changes: boolean
  /** Null where the item is not there. */
  before: { standing: Standing; fen: number | null } | null
  after: { standing: Standing; fen: number | null } | null
}
