import { rules } from '../../rules.conformance.ts'
import { dossierRefusals } from './contract.ts'
import { dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'

const insured = { predicate: 'insured', value: 86, source: '人社局', validFrom: '2026-02-01' }
const revenue = { predicate: 'lastYearRevenue', value: 2_000_000_000, source: '税务局', validFrom: '2026-01-01' }
const certificates = { predicate: 'certificates', value: ['quality', 'energy'], source: '市场监管局', validFrom: '2025-06-01' }
const receivedAt = '2026-03-02T01:00:00.000Z'

const recorded = (...facts: { predicate: string; value: number | string | boolean | string[]; source: string; validFrom: string }[]): DossierEvent =>
  ({ type: 'FactsRecorded', data: { facts: facts.map(one => ({ ...one, receivedAt })) } })
const record = (...facts: Parameters<typeof recorded>) => ({ type: 'RecordFacts', data: { facts: facts as typeof facts } }) as const
const enjoyment = { application: 'it', policy: 'policy', item: 'smart', title: '智能化改造设备补助', fen: 12_860_000, at: receivedAt }
const { fen, ...enjoyable } = enjoyment
const noted = { ...enjoyable, amount: { fen, currency: 'CNY' } } as const
const enjoyed: DossierEvent = { type: 'EnjoymentRecorded', data: noted }
const disputing = { predicate: 'insured', note: '二月新招的 4 人没有算进去' }
const disputed: DossierEvent = { type: 'FactDisputed', data: disputing }
const own = { id: 'enterprise' }

rules(dossier, {
  refusals: dossierRefusals,
  lives: { absent: [], kept: [recorded(insured)] },
  asks: { RecordFacts: { facts: [revenue] }, DisputeFact: disputing, RecordEnjoyment: enjoyment },
  as: { DisputeFact: own },
  scenarios: {
    'begins with the first facts': { given: [], when: record(insured, revenue), then: [recorded(insured, revenue)] },
    'begins with the first approval': { given: [], when: { type: 'RecordEnjoyment', data: enjoyment }, then: [enjoyed] },
    'knows the fact already': { given: [recorded(insured)], when: record(insured), then: [] },
    'knows the fact still after others came': { given: [recorded(insured), recorded(revenue)], when: record(insured), then: [] },
    'knows the fact still after an approval': { given: [recorded(insured), enjoyed], when: record(insured), then: [] },
    'knows the list already': { given: [recorded(certificates)], when: record(certificates), then: [] },
    'takes what is new of a batch': { given: [recorded(insured)], when: record(insured, revenue), then: [recorded(revenue)] },
    'takes another value': {
      given: [recorded(insured)], when: record({ ...insured, value: 90 }), then: [recorded({ ...insured, value: 90 })],
    },
    'takes a shorter list': {
      given: [recorded(certificates)], when: record({ ...certificates, value: ['quality'] }), then: [recorded({
        ...certificates, value: ['quality'],
      })],
    },
    'takes the same value from a later day': {
      given: [recorded(insured)], when: record({ ...insured, validFrom: '2026-03-01' }), then: [recorded({
        ...insured, validFrom: '2026-03-01',
      })],
    },
    'takes the same value from another source': {
      given: [recorded(insured)], when: record({ ...insured, source: '统计局' }), then: [recorded({ ...insured, source: '统计局' })],
    },
    'compares with what it was told last': {
      given: [recorded(insured), recorded({ ...insured, value: 90 })], when: record(insured), then: [recorded(insured)],
    },
    'says when it received a fact': {
      given: [], when: record(insured), as: { at: '2026-03-05T08:00:00.000Z' },
      then: [{ type: 'FactsRecorded', data: { facts: [{ ...insured, receivedAt: '2026-03-05T08:00:00.000Z' }] } }],
    },

    'hears from the enterprise that a fact is wrong': {
      given: [recorded(insured)], when: { type: 'DisputeFact', data: disputing }, as: own, then: [disputed],
    },
    'hears it again': { given: [recorded(insured), disputed], when: { type: 'DisputeFact', data: disputing }, as: own, then: [disputed] },
    'holds no such fact': {
      given: [recorded(revenue)], when: { type: 'DisputeFact', data: disputing }, as: own, refused: 'dossier/no-such-fact',
    },
    'holds no fact by the name of an inner one': {
      given: [recorded(revenue)], when: { type: 'DisputeFact', data: { ...disputing, predicate: 'constructor' } }, as: own, refused: 'dossier/no-such-fact',
    },
    'is not there for other enterprises': {
      given: [recorded(insured)], when: { type: 'DisputeFact', data: disputing }, as: { id: 'other' }, absent: true,
    },
    'is not there before anything is known': { given: [], when: { type: 'DisputeFact', data: disputing }, as: own, absent: true },

    'notes an approval once': { given: [enjoyed], when: { type: 'RecordEnjoyment', data: enjoyment }, then: [] },
    'notes an approval once, whatever came since': {
      given: [enjoyed, recorded(insured), { type: 'EnjoymentRecorded', data: { ...noted, application: 'second' } }],
      when: { type: 'RecordEnjoyment', data: enjoyment }, then: [],
    },
    'notes each application': {
      given: [enjoyed], when: { type: 'RecordEnjoyment', data: { ...enjoyment, application: 'second' } },
      then: [{ type: 'EnjoymentRecorded', data: { ...noted, application: 'second' } }],
    },
    'notes an approval without money': {
      given: [recorded(insured)], when: { type: 'RecordEnjoyment', data: { ...enjoyment, fen: null } },
      then: [{ type: 'EnjoymentRecorded', data: { ...noted, amount: null } }],
    },
  },
})

test('whatever is told is true beside what came in between', () => {
  expect(dossier.merges!.toSorted()).toEqual(Object.keys(dossier.commands).sort())
})

test.each([
  ['a fact that nobody knows', { ...insured, predicate: 'luck' }],
  ['a fact by the name of an inner one', { ...insured, predicate: 'constructor' }],
  ['half a person', { ...insured, value: 8.6 }],
  ['fewer than nobody', { ...insured, value: -1 }],
  ['a number as text', { ...insured, value: '86' }],
  ['a choice that is not offered', { predicate: 'taxGrade', value: 'E', source: '税务局', validFrom: '2026-01-01' }],
  ['no source', { ...insured, source: ' ' }],
  ['no date', { ...insured, validFrom: '2026-02-30' }],
])('%s is malformed', (_, fact) => {
  expect(dossier.commands['RecordFacts']!.safeParse({ facts: [fact] }).success).toBe(false)
})
