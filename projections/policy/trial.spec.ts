import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import { ready, smart } from '@qinqing/domain/policy/policy/examples.conformance'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { documentOf, type Kind, viewers } from '../viewers.conformance.ts'
import { policyDrafts } from './policy-drafts.ts'
import { trial } from './trial.ts'

const draft = documentOf(policyDrafts, 'policy', ready) as PolicyDraftDocument
const params = { policy: 'it', item: 'smart', enterprises: 'fits,small,unknown' }
const enterprise = (id: string): EnterpriseDocument => ({ id, name: `示例${id}`, creditCode: '', sample: true })
const dossier = (id: string, facts: Record<string, number>): DossierDocument => ({
  id, disputes: {}, enjoyed: [], updatedAt: '',
  facts: Object.fromEntries(Object.entries(facts).map(([predicate, value]) =>
    [predicate, { predicate, value, source: '示例局', validFrom: '2026-01-01', receivedAt: '2026-02-20T02:00:00.000Z' }])),
})
const known = {
  drafts: [draft], enterprises: [enterprise('fits'), enterprise('small'), enterprise('unknown')],
  dossiers: [
    dossier('small', { lastYearRevenue: 100, insured: 40 }),
    dossier('fits', { lastYearRevenue: 1_000_000_000, insured: 30, smartEquipment: 10_000 }),
  ],
}
const told = (over: Partial<typeof known> = {}, item = 'smart') =>
  trial.evaluate({ ...known, ...over }, { ...params, item }, '2026-03-02').map(({ name, standing, verdicts, estimateFen }) =>
    [name, standing, verdicts.map(({ result }) => result).join(' '), estimateFen])

test('an item as it is being edited is tried on each enterprise', () => {
  expect(told()).toEqual([
    ['示例fits', 'eligible', 'met met', 1_000], ['示例small', 'ineligible', 'failed met', null], ['示例unknown', 'near', 'unknown unknown', null],
  ])
})

test('it is tried as it was edited last', () => {
  const edited = { ...draft, items: [{ ...smart, conditions: [smart.conditions[1]!], amount: { kind: 'none' as const } }] }
  expect(told({ drafts: [edited] })).toEqual([
    ['示例fits', 'eligible', 'met', null], ['示例small', 'eligible', 'met', null], ['示例unknown', 'near', 'unknown', null],
  ])
})

test('an item without conditions is to be verified for all', () => {
  expect(told({}, 'title').map(([, standing]) => standing)).toEqual(['unverified', 'unverified', 'unverified'])
})

test('nothing is tried of an item or a draft that is not there', () => {
  expect(told({}, 'elsewhere')).toEqual([])
  expect(told({ drafts: [] })).toEqual([])
})

test('editors alone may try', () => {
  const may = (Object.keys(viewers) as Kind[]).filter(kind => trial.inputs(params, viewers[kind]))
  expect(may).toEqual(['editor of the office', 'editor of another office'])
})

test('it looks at one draft and at no more than ten enterprises', () => {
  const many = Array.from({ length: 12 }, (_, n) => `e${n}`)
  expect(trial.inputs({ ...params, enterprises: `,${many.join(',')},` }, viewers['editor of the office'])).toEqual({
    drafts: { projection: 'policy-drafts', where: ['eq', 'id', 'it'] },
    dossiers: { projection: 'dossiers', where: ['in', 'id', many.slice(0, 10)] },
    enterprises: { projection: 'enterprises', where: ['in', 'id', many.slice(0, 10)] },
  })
})

test('a condition that is still being written judges nobody, and says so', () => {
  const half = { ...smart, conditions: [...smart.conditions, { id: 'new', clause: { ref: '', text: '' }, fact: '', comparison: '', value: null }] }
  const [first] = trial.evaluate({ ...known, drafts: [{ ...draft, items: [half] }] }, params, '2026-03-02')
  expect(first).toMatchObject({ standing: 'unverified' })
  expect(first!.verdicts.at(-1)).toMatchObject({ result: 'unknown', sentence: { zh: '条件还没写完' }, advice: null })
})
