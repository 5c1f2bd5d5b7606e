import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { DossierEvent } from '@qinqing/domain/data/dossier/events'
import type { Projection } from '../kernel/projection.ts'

const without = <T>(table: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => !keys.includes(key)))

/** What is known of each enterprise: for its own people, and for officials who edit and review. */
export const dossiers: Projection<DossierDocument, DossierEvent> = {
  name: 'dossiers',
  version: 1,
  indexed: ['id', 'updatedAt'],
  searched: [],
  visible: ['some', [['mine', 'id', 'enterprises'], ['role', ['editor', 'reviewer']]]],
  initial: id => ({ id, facts: {}, disputes: {}, enjoyed: [], updatedAt: '' }),
  evolve: {
    FactsRecorded: (dossier, { facts }, { recordedAt }) => ({
      ...dossier,
      facts: { ...dossier.facts, ...Object.fromEntries((facts ?? []).map(one => [one.predicate, one])) },
      // A newer fact settles what was disputed about the one before.
      disputes: without(dossier.disputes, (facts ?? []).map(one => one.predicate)),
      updatedAt: recordedAt,
    }),
    FactDisputed: (dossier, { predicate, note }, { by, recordedAt }) =>
      ({ ...dossier, disputes: { ...dossier.disputes, [predicate]: { note: note ?? '', by, at: recordedAt } }, updatedAt: recordedAt }),
    EnjoymentRecorded: (dossier, { amount, ...data }, { recordedAt }) => ({
      ...dossier,
      enjoyed: [...dossier.enjoyed.filter(one => one.application !== data.application), { ...data, fen: amount?.fen ?? null }],
      updatedAt: recordedAt,
    }),
  },
}
