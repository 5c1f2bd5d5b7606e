import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import { type ApplicationDocument, type ApplicationStatus } from '@qinqing/domain/fulfilment/application/contract'
import { amountSentence, estimate, mostMoney } from '@qinqing/domain/language/amount'
import { evaluate, type Verdict } from '@qinqing/domain/language/condition'
import type { Lane } from '@qinqing/domain/language/item'
import type { Limit } from '@qinqing/domain/language/calendar'
import { gap, type Standing, standing } from '@qinqing/domain/language/standing'
import { inBoth, type Text } from '@qinqing/domain/language/text'
import type { ItemDocument } from '@qinqing/domain/policy/policy/contract'
import { z } from 'zod'
import type { View } from '../kernel/view.ts'

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
      const enjoyed = dossier?.enjoyed.some(before => before.policy === one.policy && before.item === item.id) ?? false
      const { fen, working } = estimate(item.amount, facts, today)
      return {
        id: one.id, policy: one.policy, policyTitle: one.policyTitle, item: item.id, title: one.title, summary: one.summary, office: one.office,
        officeName: one.officeName, phone: item.phone, lane: item.lane, limit: item.limit, window: item.window ?? null, sample: one.sample,
        open: !item.window || (item.window.from <= today && today <= item.window.to),
        standing: standing(verdicts, enjoyed), verdicts, gap: gap(verdicts),
        estimateFen: item.amount.kind === 'none' ? null : fen, working, amount: inBoth(lang => amountSentence(item.amount, lang)),
        mostFen: item.amount.kind === 'none' ? null : mostMoney(item.amount)?.fen ?? null,
        application: latest(applications, one), publishedAt: one.publishedAt,
      }
    })
  },
}
