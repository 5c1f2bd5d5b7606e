import { applicationMoves, type ApplicationCommand, type ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { estimate } from '@qinqing/domain/language/amount'
import { localDate } from '@qinqing/domain/language/calendar'
import type { Clause, Verdict } from '@qinqing/domain/language/condition'
import { parseYuan } from '@qinqing/domain/language/money'

type Case = ApplicationDocument
type Result = Verdict['result']

const urgency: Record<Result, number> = { unknown: 0, failed: 1, met: 2 }

/** What needs a person comes first; a judgement moves nothing. */
export const verdictsInOrder = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.toSorted((a, b) => urgency[a.result] - urgency[b.result])

/** The verdict as it counts: by a person, or else by the facts. */
export const resultOf = ({ judgements }: Pick<Case, 'judgements'>, { conditionId, result }: Verdict): Result =>
  judgements[conditionId]?.result ?? result

export function tallied(application: Pick<Case, 'verdicts' | 'judgements'>): Record<Result, number> {
  const results = application.verdicts.map(one => resultOf(application, one))
  const count = (result: Result) => results.filter(one => one === result).length
  return { met: count('met'), failed: count('failed'), unknown: count('unknown') }
}

/** The amount as it would be granted: none, by the rule, or to be said by a person. */
export type Granted = { kind: 'none' } | { kind: 'computed', fen: number } | { kind: 'stated', fen: number | undefined }

export function grantedOf({ item, facts }: Case, typed: string, now: string): Granted {
  if (item.amount.kind === 'none') return { kind: 'none' }
  const { fen } = estimate(item.amount, facts, localDate(now))
  return fen === null ? { kind: 'stated', fen: parseYuan(typed) } : { kind: 'computed', fen }
}

export const admits = ({ status }: Pick<Case, 'status'>, command: ApplicationCommand['type']): boolean =>
  applicationMoves[status].includes(command)

/** Why a case cannot be approved now, the nearest first; undefined when it can. */
export type Hindrance = 'unknown' | 'failed' | 'amount' | 'opinion'

export function hindranceOf(application: Case, opinion: string, granted: Granted): Hindrance | undefined {
  const { unknown, failed } = tallied(application)
  if (unknown > 0) return 'unknown'
  if (failed > 0) return 'failed'
  if (granted.kind === 'stated' && granted.fen === undefined) return 'amount'
  return opinion.trim().length < 2 ? 'opinion' : undefined
}

export interface Ground extends Clause {
  /** A condition that rests on it is not met, or not known to be. */
  against: 'failed' | 'unknown' | undefined
}

const weight = ({ against }: Ground): number => (against === 'failed' ? 2 : against === 'unknown' ? 1 : 0)

/** The clauses that a refusal may rest on: those of conditions that are not met first. */
export function groundsOf(application: Case): Ground[] {
  const results =
    (ref: string) => application.verdicts.filter(({ clause }) => clause.ref.trim() === ref).map(one => resultOf(application, one))
  const against = (ref: string): Ground['against'] => (['failed', 'unknown'] as const).find(result => results(ref).includes(result))
  const all = [...application.clauses, ...application.item.conditions.map(({ clause }) => clause)]
  const byRef = new Map(all.toReversed().flatMap(one => (one.ref.trim() ? [[one.ref.trim(), one] as const] : [])))
  const grounds = [...new Set(all.map(({ ref }) => ref.trim()))].flatMap(ref => {
    const found = byRef.get(ref)
    return found ? [{ ref, text: found.text, against: against(ref) }] : []
  })
  return grounds.toSorted((a, b) => weight(b) - weight(a))
}
