import { canonical } from '../../kernel/canonical.ts'
import type { Decider } from '../../kernel/decider.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import type { Facts } from '../../language/fact.ts'
import { cny } from '../../language/money.ts'
import { type DossierCommand, dossierCommands, dossierMoves, dossierRefusals, dossierRoles, type DossierStatus } from './contract.ts'
import { type DossierEvent, dossierEvents } from './events.ts'

export interface Dossier {
  status: DossierStatus
  facts: Facts
  enjoyed: readonly string[]
}

/** 企业档案: what is known of one enterprise, from which source, since when; its id is the enterprise's. */
export const dossier: Decider<Dossier, DossierCommand, DossierEvent> = {
  system: 'data',
  aggregate: 'dossier',
  initial: { status: 'absent', facts: {}, enjoyed: [] },
  commands: dossierCommands,
  events: dossierEvents,
  moves: dossierMoves,
  roles: dossierRoles,
  merges: ['RecordFacts', 'DisputeFact', 'RecordEnjoyment'],

  decide: {
    RecordFacts({ facts }, data, { at }) {
      const news = data.facts.filter(one => {
        const known = Object.hasOwn(facts, one.predicate) ? facts[one.predicate] : undefined
        return !known || known.source !== one.source || known.validFrom !== one.validFrom || canonical(known.value) !== canonical(one.value)
      })
      return news.length ? [{ type: 'FactsRecorded', data: { facts: news.map(one => ({ ...one, receivedAt: at })) } }] : []
    },
    DisputeFact({ facts }, { predicate, note }, { id, enterprises }) {
      ensureThere(enterprises.includes(id))
      ensure(Object.hasOwn(facts, predicate), dossierRefusals.noFact)
      return [{ type: 'FactDisputed', data: { predicate, note } }]
    },
    RecordEnjoyment: ({ enjoyed }, { fen, ...data }) =>
      (enjoyed.includes(data.application) ? [] : [{ type: 'EnjoymentRecorded', data: { ...data, amount: fen === null ? null : cny(fen) } }]),
  },

  evolve: {
    FactsRecorded: (dossier, { facts }) =>
      ({ ...dossier, status: 'kept', facts: { ...dossier.facts, ...Object.fromEntries((facts ?? []).map(one => [one.predicate, one])) } }),
    FactDisputed: dossier => dossier,
    EnjoymentRecorded: (dossier, { application }) => ({ ...dossier, status: 'kept', enjoyed: [...dossier.enjoyed, application] }),
  },
}
