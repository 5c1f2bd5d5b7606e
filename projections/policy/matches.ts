import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { ApplicationDocument, ApplicationStatus } from '@qinqing/domain/fulfilment/application/contract'
import { amountSentence, estimate, mostMoney } from '@qinqing/domain/language/amount'
import { evaluate } from '@qinqing/domain/language/condition'
import { gap, standing } from '@qinqing/domain/language/standing'
import { inBoth } from '@qinqing/domain/language/text'
import type { MatchDocument } from '@qinqing/domain/policy/match/contract'
import type { ItemDocument } from '@qinqing/domain/policy/policy/contract'
import { z } from 'zod'
import type { View } from '../kernel/view.ts'

interface Inputs extends Record<string, readonly unknown[]> {
  items: readonly ItemDocument[]
  dossiers: readonly DossierDocument[]
  applications: readonly ApplicationDocument[]
}

const lively: readonly ApplicationStatus[] = ['draft', 'submitted', 'claimed', 'correcting', 'resubmitted', 'approved']

function latest(applications: readonly ApplicationDocument[], { policy, item }: ItemDocument): MatchDocument['application'] {
  const found = applications.filter(one => one.policy === policy && one.itemId === item.id && lively.includes(one.status))
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0]
  return found ? { id: found.id, status: found.status } : null
}

/** 可享 差一点 不可享 已享 待核实: all published items as one enterprise stands towards them. */
export const matches: View<{ enterprise: string }, Inputs, MatchDocument> = {
  name: 'matches',
  params: z.strictObject({ enterprise: z.string().min(1).max(120) }),
  inputs: ({ enterprise }, { enterprises }) => (enterprises.includes(enterprise) ? {
    items: { projection: 'items', where: ['always'] },
    dossiers: { projection: 'dossiers', where: ['eq', 'id', enterprise] },
    applications: { projection: 'applications', where: ['eq', 'enterprise', enterprise] },
  } : null),
  evaluate({ items, dossiers: [dossier], applications }, _, today) {
    const facts = dossier?.facts ?? {}
    return items.filter(({ validUntil }) => !validUntil || validUntil >= today).map(one => {
      const { item } = one
      const verdicts = item.conditions.map(condition => evaluate(condition, facts, today))
      const application = latest(applications, one)
      const enjoyed = application?.status === 'approved' || (dossier?.enjoyed.some(before => before.policy === one.policy && before.item === item.id) ?? false)
      const { fen, working } = estimate(item.amount, facts, today)
      return {
        id: one.id, policy: one.policy, policyTitle: one.policyTitle, item: item.id, title: one.title, summary: one.summary, office: one.office,
        officeName: one.officeName, phone: item.phone, lane: item.lane, limit: item.limit, window: item.window ?? null, sample: one.sample,
        open: !item.window || (item.window.from <= today && today <= item.window.to),
        standing: standing(verdicts, enjoyed), verdicts, gap: gap(verdicts),
        estimateFen: item.amount.kind === 'none' ? null : fen, working, amount: inBoth(lang => amountSentence(item.amount, lang)),
        mostFen: item.amount.kind === 'none' ? null : mostMoney(item.amount)?.fen ?? null,
        application, publishedAt: one.publishedAt,
      }
    })
  },
}
