import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import { estimate } from '@qinqing/domain/language/amount'
import { conditionFault, evaluate } from '@qinqing/domain/language/condition'
import type { Facts } from '@qinqing/domain/language/fact'
import type { Item } from '@qinqing/domain/language/item'
import { type Standing, standing } from '@qinqing/domain/language/standing'
import type { AmendmentDocument } from '@qinqing/domain/policy/match/contract'
import type { PolicyCaseDocument, PolicyDocument, PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { z } from 'zod'
import type { View } from '../kernel/view.ts'

interface Inputs extends Record<string, readonly unknown[]> {
  drafts: readonly PolicyDraftDocument[]
  published: readonly PolicyDocument[]
  dossiers: readonly DossierDocument[]
  enterprises: readonly EnterpriseDocument[]
  cases: readonly PolicyCaseDocument[]
}

interface Stand {
  standing: Standing
  fen: number | null
}

const gets = ({ amount }: Item, facts: Facts, today: string) => (amount.kind === 'none' ? null : estimate(amount, facts, today).fen)

function standOf(item: Item | undefined, facts: Facts, today: string): Stand | null {
  if (!item) return null
  const verdicts = item.conditions.map(one => evaluate(one, facts, today))
  return { standing: item.conditions.some(conditionFault) ? 'unverified' : standing(verdicts, false), fen: gets(item, facts, today) }
}

const hopeful: readonly (Standing | undefined)[] = ['eligible', 'near']
const differ = (a: Stand | null, b: Stand | null) => a?.standing !== b?.standing || a?.fen !== b?.fen

/** Whom publishing the working copy concerns: enterprises with open cases, and those whose 可享 or 差一点 comes, goes, or gives another sum. */
export const amendment: View<{ policy: string }, Inputs, AmendmentDocument> = {
  name: 'amendment',
  params: z.strictObject({ policy: z.string().max(120) }),
  inputs({ policy }, { roles }) {
    if (!roles.includes('editor')) return null
    return {
      drafts: { projection: 'policy-drafts', where: ['eq', 'id', policy] },
      published: { projection: 'policies', where: ['eq', 'id', policy] },
      dossiers: { projection: 'dossiers', where: ['always'] },
      enterprises: { projection: 'enterprises', where: ['always'] },
      cases: { projection: 'policy-cases', where: ['all', [['eq', 'policy', policy], ['eq', 'status', 'open']]] },
    }
  },
  evaluate({ drafts: [draft], published: [before], dossiers, enterprises, cases }, _, today) {
    if (!draft) return []
    const items = new Map([...before?.status === 'published' ? before.items : [], ...draft.items].map(item => [item.id, item]))
    const factsOf = new Map(dossiers.map(({ id, facts }) => [id, facts]))
    return enterprises.flatMap(({ id, name }) => [...items.values()].flatMap((item): AmendmentDocument[] => {
      const facts = factsOf.get(id) ?? {}
      const was = standOf(before?.status === 'published' ? before.items.find(one => one.id === item.id) : undefined, facts, today)
      const now = standOf(draft.items.find(one => one.id === item.id), facts, today)
      const open = cases.filter(one => one.enterprise === id && one.item === item.id).length
      const changes = differ(was, now) && (hopeful.includes(was?.standing) || hopeful.includes(now?.standing))
      return open || changes
        ? [{ id: `${id}~${item.id}`, enterprise: id, name, item: item.id, itemTitle: item.title, open, changes, before: was, after: now }] : []
    })).toSorted((a, b) => b.open - a.open)
  },
}
