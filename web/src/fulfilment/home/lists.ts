import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import { wayOf } from '../../parts/start.ts'
import { within } from '../applications/states.ts'

const byMoney = (a: MatchDocument, b: MatchDocument) => (b.estimateFen ?? b.mostFen ?? 0) - (a.estimateFen ?? a.mostFen ?? 0)
const begun = (match: MatchDocument) => (wayOf(match) === 'continue' ? 0 : 1)

/** What one could take up now: of that standing, and neither under way nor closed. What one has begun comes first, then the larger sums. */
export const toTakeUp = (matches: readonly MatchDocument[], standing: MatchDocument['standing']): MatchDocument[] =>
  matches
    .filter(match => match.standing === standing && ['start', 'continue'].includes(wayOf(match)))
    .toSorted((a, b) => begun(a) - begun(b) || byMoney(a, b))

/** Corrections by their last day, then what was begun, the newest first. */
export function toDo(applications: readonly ApplicationDocument[]): { corrections: ApplicationDocument[]; drafts: ApplicationDocument[] } {
  const due = ({ correction }: ApplicationDocument) => correction?.answerBy ?? ''
  return {
    corrections: applications.filter(({ status }) => status === 'correcting').toSorted((a, b) => due(a).localeCompare(due(b))),
    drafts: applications.filter(({ status }) => status === 'draft').toSorted((a, b) => b.savedAt.localeCompare(a.savedAt)),
  }
}

/** What the office has in hand, as the list of all counts it: a correction is with the enterprise, not on its way. */
export const onTheirWay = (applications: readonly ApplicationDocument[]): ApplicationDocument[] =>
  applications.filter(({ status }) => within.running.includes(status))
