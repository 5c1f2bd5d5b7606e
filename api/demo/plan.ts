import { deriveForm } from '@qinqing/domain/language/form'
import type { World } from '@qinqing/domain/kernel/world'
import { governmentServices, officeName } from '../import/office.ts'
import { policyIdOf } from '../import/take-in.ts'
import { demoCases, type Target } from './cases.ts'
import { agents, type DemoPerson, offices, officials, officialsOf } from './cast.ts'
import { chance } from './chance.ts'
import { back, moment, type Present, presentAt, shifted } from './days.ts'
import { batchesOf, factsAt } from './dossiers.ts'
import { type DemoEnterprise, enterprises } from './enterprises.ts'
import { type Imported, importedItems } from './imported.ts'
import { type DemoPolicy, demoPolicies } from './policies.ts'
import { Askers, type Chain, type Step } from './step.ts'
import { Story } from './story.ts'

/** How far the demo looks back. */
const lookback = 60

/** What is asked to make a demo city: phases one after the other, chains of a phase side by side. */
export type Plan = readonly (readonly Chain[])[]

/** The last moment at which a demo that began then is to be filled: so that going on later makes the same city. */
export const endOf = (beginning: string): string => new Date(Date.parse(beginning) + lookback * 86_400_000).toISOString()
const beginningOf = (now: string): string => new Date(Date.parse(now) - lookback * 86_400_000).toISOString()

type Making = (aggregate: string, id: string, type: string, data: unknown) => Step

/** Commands of one asker, some minutes apart. */
function following(asker: Step['asker'], from: string, minutes: number): Making {
  let time = Date.parse(from)
  return (aggregate, id, type, data) => {
    const at = new Date(time).toISOString()
    time += minutes * 60_000
    return { at, asker, aggregate, id, command: { type, data } }
  }
}

function draftOf(make: Making, { id, title, number, summary, office, officeName: name, clauses, items }: DemoPolicy, { today }: Present): Chain {
  const validUntil = `${Number(today.slice(0, 4)) + 1}-12-31`
  return [
    make('policy', id, 'DraftPolicy', { title, number, summary, validUntil, office, officeName: name, sample: true }),
    make('policy', id, 'ReviseClauses', { clauses }),
    ...items.map(item => make('policy', id, 'PutItem', { item })),
    make('policy', id, 'PublishPolicy', {}),
  ]
}

const takenIn = (make: Making, id: string, { policy, clauses, item }: Imported): Chain => [
  make('policy', id, 'DraftPolicy', policy), ...clauses.length ? [make('policy', id, 'ReviseClauses', { clauses })] : [], make('policy', id, 'PutItem', { item }),
]

const enlisted = (make: Making, person: DemoPerson): Chain => {
  const { id, username, name, post, also, enterprise } = person
  const firm = enterprise === undefined ? undefined : enterprises[enterprise]!
  return [
    make('person', id, 'RegisterPerson', { username, name }),
    ...[post, also].flatMap(one => (one ? [make('person', id, 'GivePost', one)] : [])),
    ...firm ? [make('person', id, 'JoinEnterprise', { enterprise: firm.id, enterpriseName: firm.name, capacity: agents.indexOf(person) % 8 ? 'agent' : 'legal' })] : [],
  ]
}

const registered = (make: Making, { id, name, creditCode }: DemoEnterprise): Step => make('enterprise', id, 'RegisterEnterprise', { name, creditCode, sample: true })

const targetOf = ({ policy, clauses, item, imported }: Target): Target => ({ policy, clauses, imported, item: { ...item, form: { ...item.form ?? deriveForm(item), version: 1 } } })

/** Imported items that can be applied for without a heap of papers, and are promised within reason. */
const isHandy = ({ published, clauses, item: { limit, materials } }: Imported): boolean =>
  published && clauses.length > 0 && limit.days >= 5 && limit.days <= 30 && materials.length >= 1 && materials.length <= 5

/** All that is asked, by whom and when, to make a city that looks back on so many days at this time. */
export function demoPlan(now: string, tenant: string, demoData: string, ids: World['ids']): Plan {
  const present = presentAt(now)
  const askers = new Askers(tenant)
  const operator = askers.operator()
  const begin = beginningOf(now)
  const opening = moment(back(shifted(present.today, -lookback + 1), -1), 9 * 60 + 20)
  const policies = demoPolicies(present)
  const imported = importedItems(demoData, { id: governmentServices.id, name: officeName(governmentServices.data) })
    .map(one => ({ ...one, id: policyIdOf(ids, one.code) }))

  const founding = offices.map(({ id, ...data }) => following(operator, begin, 1)('office', id, 'EstablishOffice', { ...data, sample: true }))
  const services = following(operator, begin, 1)('office', governmentServices.id, 'EstablishOffice', governmentServices.data)
  const [servicesEditor] = officialsOf(governmentServices.id, 'editor')
  const town: Chain[] = [
    ...founding.slice(1).map(step => [step]), [services],
    ...[...officials, ...agents].map((one, n) => enlisted(following(operator, new Date(Date.parse(begin) + (n + 2) * 60_000).toISOString(), 1), one)),
    ...enterprises.map((one, n) => [registered(following(operator, new Date(Date.parse(begin) + (n + 75) * 60_000).toISOString(), 1), one)]),
    ...policies.map((one, n) => draftOf(following(askers.official(officialsOf(one.office, 'editor')[0]!), new Date(Date.parse(opening) + n * 41 * 60_000).toISOString(), 9), one, present)),
    ...imported.map((one, n) => [
      ...takenIn(following(operator, new Date(Date.parse(opening) - 30 * 60_000 + n * 20_000).toISOString(), 0), one.id, one),
      ...one.published ? [following(askers.official(servicesEditor!), new Date(Date.parse(opening) + (n * 12 + 30) * 60_000).toISOString(), 1)('policy', one.id, 'PublishPolicy', {})] : [],
    ]),
  ]

  const targets = [
    ...policies.flatMap(({ id, clauses, items }) => items.map(item => targetOf({ policy: id, clauses, item, imported: false }))),
    ...imported.filter(isHandy).map(({ id, clauses, item }) => targetOf({ policy: id, clauses, item, imported: true })),
  ]
  return [[founding.slice(0, 1)], town, businesses(targets, present, askers)]
}

/** What each enterprise lived through, in order: what was told of it, and its applications. */
function businesses(targets: readonly Target[], present: Present, askers: Askers): Chain[] {
  const dossiers = enterprises.map(one => batchesOf(one, present))
  const cases = demoCases(targets, dossiers.map(batches => factsAt(batches, present.now)), present)
  const stories = cases.map((one, n) => ({
    enterprise: one.enterprise,
    steps: new Story(`demo-application-${String(n + 1).padStart(3, '0')}`, one, {
      askers, present, enterprise: enterprises[one.enterprise]!, batches: dossiers[one.enterprise]!, next: chance(`${present.today}/${n}`),
    }).tell(),
  }))
  return enterprises.map((enterprise, n) => {
    const facts = dossiers[n]!.map(({ at, facts: told }): Step => ({ at, asker: askers.system(), aggregate: 'dossier', id: enterprise.id, command: { type: 'RecordFacts', data: { facts: told } } }))
    const applied = stories.filter(one => one.enterprise === n).flatMap(({ steps }) => steps)
    return [...facts, ...applied].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  })
}
