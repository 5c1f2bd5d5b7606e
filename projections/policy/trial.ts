import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import { estimate } from '@qinqing/domain/language/amount'
import { type Condition, conditionFault, evaluate, type Verdict } from '@qinqing/domain/language/condition'
import type { Facts } from '@qinqing/domain/language/fact'
import { standing } from '@qinqing/domain/language/standing'
import { say } from '@qinqing/domain/language/text'
import type { TrialDocument } from '@qinqing/domain/policy/match/contract'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { z } from 'zod'
import type { View } from '../kernel/view.ts'

interface Inputs extends Record<string, readonly unknown[]> {
  drafts: readonly PolicyDraftDocument[]
  dossiers: readonly DossierDocument[]
  enterprises: readonly EnterpriseDocument[]
}

const unfinished = say('条件还没写完', 'This condition is not finished')

/** A condition that is still being written judges nobody, and says so instead of reading half a sentence. */
const tried = (condition: Condition, facts: Facts, today: string): Verdict => {
  const verdict = evaluate(condition, facts, today)
  return conditionFault(condition) ? { ...verdict, sentence: unfinished, gap: unfinished, advice: null } : verdict
}

/** Tries the working copy of an item on enterprises that an editor picks. */
export const trial: View<{ policy: string; item: string; enterprises: string }, Inputs, TrialDocument> = {
  name: 'trial',
  params: z.strictObject({ policy: z.string().max(120), item: z.string().max(120), enterprises: z.string().max(1000) }),
  inputs({ policy, enterprises }, { roles }) {
    if (!roles.includes('editor')) return null
    const wanted = enterprises.split(',').filter(Boolean).slice(0, 10)
    return {
      drafts: { projection: 'policy-drafts', where: ['eq', 'id', policy] },
      dossiers: { projection: 'dossiers', where: ['in', 'id', wanted] },
      enterprises: { projection: 'enterprises', where: ['in', 'id', wanted] },
    }
  },
  evaluate({ drafts: [draft], dossiers, enterprises }, { item: wanted }, today) {
    const item = draft?.items.find(one => one.id === wanted)
    if (!item) return []
    return enterprises.map(({ id, name }) => {
      const facts = dossiers.find(one => one.id === id)?.facts ?? {}
      const verdicts = item.conditions.map(condition => tried(condition, facts, today))
      const { fen, working } = estimate(item.amount, facts, today)
      const whole = !item.conditions.some(conditionFault)
      return { id, name, standing: whole ? standing(verdicts, false) : 'unverified', verdicts, estimateFen: item.amount.kind === 'none' ? null : fen, working }
    })
  },
}
