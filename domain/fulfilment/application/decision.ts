import type { Decider } from '../../kernel/decider.ts'
import type { Context } from '../../kernel/message.ts'
import { ensure } from '../../kernel/refusal.ts'
import { estimate } from '../../language/amount.ts'
import { localDate } from '../../language/calendar.ts'
import { ensureOffice } from './access.ts'
import { type ApplicationCommand, applicationRefusals as no } from './contract.ts'
import type { ApplicationEvent } from './events.ts'
import type { Application, ApplicationFacts } from './state.ts'

/** The conditions that stand against an approval: not met by facts, and not judged to be met. */
const undecided = ({ verdicts, judgements }: Application): string[] =>
  verdicts.filter(({ conditionId, result }) => (judgements[conditionId]?.result ?? result) !== 'met').map(({ conditionId }) => conditionId)

/** Who was on the case when a colleague decides it. */
const before = ({ claimant }: Application, { actor }: Context): { from?: string } => (claimant && claimant !== actor ? { from: claimant } : {})

/** The amount that an approval grants: computed by the rule; stated by the official only when the rule cannot say. */
function approvedFen({ item, facts }: Application, stated: number | undefined, today: string): number | null {
  const { amount } = item!
  if (amount.kind === 'none') {
    ensure(stated === undefined, no.amountFixed)
    return null
  }
  const { fen } = estimate(amount, facts, today)
  if (fen === null) {
    ensure(stated !== undefined, no.amountUnknown)
    return stated
  }
  ensure(stated === undefined || stated === fen, no.amountFixed)
  return fen
}

type Decided = 'JudgeCondition' | 'ApproveApplication' | 'RefuseApplication'

/** 决定: conditions are judged, then the case is approved, or refused by a clause. */
export const decision: Pick<Decider<Application, ApplicationCommand, ApplicationEvent, ApplicationFacts>['decide'], Decided> = {
  JudgeCondition(application, data, context) {
    ensureOffice(application, context)
    ensure(application.item!.conditions.some(one => one.id === data.condition), no.noCondition)
    return [{ type: 'ConditionJudged', data: { enterprise: application.enterprise, ...data } }]
  },

  ApproveApplication(application, { opinion, fen }, context) {
    ensureOffice(application, context)
    const { enterprise, policy, version, item, verdicts } = application
    const open = undecided(application)
    ensure(!open.length, no.unjudged, open)
    return [{
      type: 'ApplicationApproved',
      data: {
        enterprise, policy, version, item: item!.id, itemTitle: item!.title, opinion, fen: approvedFen(application, fen, localDate(context.at)),
        verdicts: [...verdicts], ...before(application, context),
      },
    }]
  },

  RefuseApplication(application, { clause, cited, reason }, context) {
    ensureOffice(application, context)
    const { enterprise, version, item, clauses } = application
    const citable = [...clauses, ...item!.conditions.map(one => one.clause)].filter(one => one.ref.trim())
    ensure(!cited || !citable.length, no.hasClause)
    const found = cited ?? citable.find(one => one.ref.trim() === clause)
    ensure(found, no.noClause)
    return [{ type: 'ApplicationRefused', data: { enterprise, item: item!.id, version, clause: found, reason, ...before(application, context) } }]
  },
}
