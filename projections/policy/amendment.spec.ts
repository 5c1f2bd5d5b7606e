import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { Item } from '@qinqing/domain/language/item'
import { cny } from '@qinqing/domain/language/money'
import { open, ready, retired, smart } from '@qinqing/domain/policy/policy/examples.conformance'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import type { PolicyCaseDocument, PolicyDocument, PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { documentOf, type Kind, viewers } from '../viewers.conformance.ts'
import { amendment } from './amendment.ts'
import { policies } from './policies.ts'
import { policyDrafts } from './policy-drafts.ts'

const published = open.filter(event => Object.hasOwn(policies.evolve, event.type))
const dossier = (id: string, facts: Record<string, number>): DossierDocument => ({
  id, disputes: {}, enjoyed: [], updatedAt: '',
  facts: Object.fromEntries(Object.entries(facts).map(([predicate, value]) =>
    [predicate, { predicate, value, source: '示例局', validFrom: '2026-01-01', receivedAt: '2026-02-20T02:00:00.000Z' }])),
})
const facts = (insured: number) => ({ lastYearRevenue: 2_000_000_000, insured, smartEquipment: 10_000_000 })
const dossiers = [dossier('large', facts(86)), dossier('small', facts(25)), dossier('tiny', { lastYearRevenue: 1, insured: 1 })]
const enterprises = ['large', 'small', 'tiny'].map(id => ({ id, name: `示例${id}`, creditCode: '', sample: true }))
const put = (item: Item): PolicyEvent => ({ type: 'ItemPut', data: { item } })

function told(edits: readonly PolicyEvent[], cases: readonly PolicyCaseDocument[] = [], past: readonly PolicyEvent[] = open) {
  const inputs = {
    drafts: [documentOf(policyDrafts, 'policy', [...past, ...edits]) as PolicyDraftDocument],
    published: past === open ? [documentOf(policies, 'policy', published) as PolicyDocument] : [], dossiers, enterprises, cases,
  }
  return amendment.evaluate(inputs, { policy: 'it' }, '2026-03-02').map(({ enterprise, item, open: cases, before, after, changes }) =>
    [enterprise, item, before?.standing ?? null, after?.standing ?? null, after?.fen ?? null, cases, changes])
}
const lower = put({ ...smart, conditions: [smart.conditions[0]!, { ...smart.conditions[1]!, value: 20 }] })
const dearer = put({ ...smart, amount: { kind: 'fixed', money: cny(9_000_000) } })
const its = (enterprise: string): PolicyCaseDocument => ({ id: 'a', policy: 'it', item: 'smart', version: 1, status: 'open', office: 'office', enterprise })

test.each<[string, readonly PolicyEvent[], ReturnType<typeof told>]>([
  ['an unchanged copy concerns nobody', [], []],
  ['a lower threshold concerns those who come in', [lower], [['small', 'smart', 'near', 'eligible', 1_000_000, 0, true]]],
  ['another sum concerns those who may have it', [dearer], [
    ['large', 'smart', 'eligible', 'eligible', 9_000_000, 0, true], ['small', 'smart', 'near', 'near', 9_000_000, 0, true],
  ]],
  ['an item that goes concerns those who lose it', [{ type: 'ItemRemoved', data: { item: 'smart' } }], [
    ['large', 'smart', 'eligible', null, null, 0, true], ['small', 'smart', 'near', null, null, 0, true],
  ]],
])('%s', (_, edits, then) => {
  expect(told(edits)).toEqual(then)
})

test('who has an open case is told in any case, and first', () => {
  expect(told([lower], [its('tiny')])).toEqual([['tiny', 'smart', 'ineligible', 'ineligible', null, 1, false], ['small', 'smart', 'near', 'eligible', 1_000_000, 0, true]])
})

test('a condition that is not finished judges nobody', () => {
  const half = put({ ...smart, conditions: [{ ...smart.conditions[0]!, fact: '' }] })
  expect(told([half]).map(([, , , after]) => after)).toEqual(['unverified', 'unverified'])
})

test('a first version concerns those who may have it', () => {
  expect(told([], [], ready).map(([enterprise, , before, after]) => [enterprise, before, after]))
    .toEqual([['large', null, 'eligible'], ['small', null, 'near']])
})

test('only editors ask', () => {
  expect((Object.keys(viewers) as Kind[]).filter(one => amendment.inputs({ policy: 'it' }, viewers[one]) !== null)).toEqual(
    (Object.keys(viewers) as Kind[]).filter(one => /editor/.test(one)))
  expect(documentOf(policies, 'policy', [...published, retired])).toMatchObject({ status: 'retired' })
})
