import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'
import { factData, factFault, type Facts } from '../../language/fact.ts'

export type DossierStatus = 'absent' | 'kept'

const id = z.string().min(1).max(120)

export const dossierCommands = {
  /** What a source says of the enterprise; a list, since sources deliver in batches. */
  RecordFacts: z.strictObject({
    facts: z.array(z.strictObject({ predicate: z.string().max(60), value: factData, source: z.string().trim().min(1).max(60), validFrom: z.iso.date() })
      .refine(one => !factFault({ ...one, receivedAt: '2000-01-01T00:00:00Z' }), '没有这一项数据，或者值不对')).min(1).max(60),
  }),
  /** 信息有误: the enterprise says that a fact is wrong; the source bureau and reviewers see it. */
  DisputeFact: z.strictObject({ predicate: z.string().max(60), note: z.string().trim().min(2).max(300) }),
  /** An application was approved here, so the item counts as enjoyed (已享). */
  RecordEnjoyment: z.strictObject({ application: id, policy: id, item: id, title: z.string().max(200), fen: z.int().min(0).nullable(), at: z.iso.datetime() }),
}
export type DossierCommand = Messages<typeof dossierCommands>

export const dossierMoves: Moves<DossierStatus, DossierCommand> = {
  absent: ['RecordFacts', 'RecordEnjoyment'],
  kept: ['RecordFacts', 'DisputeFact', 'RecordEnjoyment'],
}

export const dossierRoles: Roles<DossierCommand> = {
  RecordFacts: ['operator', 'system'],
  DisputeFact: ['agent'],
  RecordEnjoyment: ['system'],
}

export const dossierRefusals = {
  noFact: { code: 'dossier/no-such-fact', zh: '平台上没有这一项信息，不需要更正', en: 'The platform holds no such fact, so there is nothing to correct.' },
} as const

export interface Enjoyment {
  application: string
  policy: string
  item: string
  title: string
  fen: number | null
  at: string
}

export interface Dispute {
  note: string
  by: string
  at: string
}

/** What the platform knows of an enterprise, each fact with source and date. */
export interface DossierDocument {
  id: string
  facts: Facts
  disputes: Readonly<Record<string, Dispute>>
  enjoyed: readonly Enjoyment[]
  updatedAt: string
}

/** The folded dossier as other aggregates get it when they declare it as a fact. */
export interface DossierFact {
  facts: Facts
}
