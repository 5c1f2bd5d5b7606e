import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import { estimate } from '@qinqing/domain/language/amount'
import { evaluate } from '@qinqing/domain/language/condition'
import { standing } from '@qinqing/domain/language/standing'
import type { TrialDocument } from '@qinqing/domain/policy/match/contract'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { z } from 'zod'
import type { View } from '../kernel/view.ts'

interface Inputs extends Record<string, readonly unknown[]> {
  drafts: readonly PolicyDraftDocument[]
  dossiers: readonly DossierDocument[]
  enterprises: readonly EnterpriseDocument[]
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
      const verdicts = item.conditions.map(condition => evaluate(condition, facts, today))
      const { fen, working } = estimate(item.amount, facts, today)
      return { id, name, standing: standing(verdicts, false), verdicts, estimateFen: item.amount.kind === 'none' ? null : fen, working }
    })
  },
}
