import type { DossierEvent } from '@qinqing/domain/data/dossier/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { dossiers } from './dossiers.ts'

const insured = { predicate: 'insured', value: 86, source: '人社局', validFrom: '2026-02-01', receivedAt: '2026-02-20T02:00:00.000Z' }
const revenue = {
  predicate: 'lastYearRevenue', value: 2_000_000_000, source: '税务局', validFrom: '2026-01-01', receivedAt: '2026-02-20T02:00:00.000Z',
}
const recorded = (...facts: (typeof insured)[]): DossierEvent => ({ type: 'FactsRecorded', data: { facts } })
const disputed = (predicate: string): DossierEvent => ({ type: 'FactDisputed', data: { predicate, note: '二月新招的 4 人没有算进去' } })
const enjoyment = {
  application: 'first', policy: 'policy', item: 'smart', title: '智能化改造设备补助', fen: 12_860_000, at: '2026-03-20T02:00:00.000Z',
}
const enjoyed = (over: Partial<typeof enjoyment> = {}): DossierEvent => {
  const { fen, ...data } = { ...enjoyment, ...over }
  return { type: 'EnjoymentRecorded', data: { ...data, amount: { fen, currency: 'CNY' } } }
}
const as = { at: '2026-03-02T01:00:00.000Z', by: '示例某' }
const dispute = { note: '二月新招的 4 人没有算进去', by: '示例某', at: '2026-03-02T01:00:00.000Z' }

specifyDocument(dossiers, 'dossier', {
  'facts are kept by name': {
    given: [recorded(insured, revenue)], as, then: {
      id: 'it', facts: { insured, lastYearRevenue: revenue }, disputes: {}, enjoyed: [], updatedAt: '2026-03-02T01:00:00.000Z',
    },
  },
  'a newer fact takes the place of the one before': {
    given: [recorded(insured, revenue), recorded({ ...insured, value: 90 })],
    then: { facts: { insured: { ...insured, value: 90 }, lastYearRevenue: revenue } },
  },
  'a dispute stands beside the fact, with who and when': {
    given: [recorded(insured), disputed('insured')], as, then: { facts: { insured }, disputes: { insured: dispute } },
  },
  'disputes stand beside one another': {
    given: [recorded(insured, revenue), disputed('insured'), disputed('lastYearRevenue')], as, then: { disputes: { insured: dispute, lastYearRevenue: dispute } },
  },
  'a newer fact settles the dispute about it, and no other': {
    given: [recorded(insured, revenue), disputed('insured'), disputed('lastYearRevenue'), recorded({ ...insured, value: 90 })], as, then: { disputes: { lastYearRevenue: dispute } },
  },
  'what was approved is listed': {
    given: [enjoyed(), enjoyed({ application: 'second', item: 'title' })],
    then: { enjoyed: [enjoyment, { ...enjoyment, application: 'second', item: 'title' }] },
  },
  'what was approved is listed once per application': {
    given: [enjoyed(), enjoyed({ fen: 1 })], then: { enjoyed: [{ ...enjoyment, fen: 1 }] },
  },
})

test('a settled dispute leaves nothing behind', () => {
  const document = documentOf(dossiers, 'dossier', [recorded(insured), disputed('insured'), recorded({ ...insured, value: 90 })]) as { disputes: object }
  expect(document.disputes).toStrictEqual({})
})

test('its own people see it, and those who edit and review', () => {
  expect(seenBy(dossiers, documentOf(dossiers, 'dossier', [recorded(insured)], 'enterprise'))).toEqual([
    'own agent', 'agent of several', 'reviewer of the office', 'reviewer of another office', 'editor of the office', 'editor of another office',
  ])
})
