import { deciders, personalOf, upcast } from '@qinqing/domain/catalogue'
import { lives } from '@qinqing/domain/fulfilment/application/examples.conformance'
import type { Recorded } from '@qinqing/domain/kernel/message'
import { open as openPolicy } from '@qinqing/domain/policy/policy/examples.conformance'
import { golden } from '@qinqing/domain/rules.conformance'
import { projections, views } from './catalogue.ts'
import { at, bind, fieldsOf, type Predicate, type Rule } from './kernel/predicate.ts'
import { documentOf, viewers } from './viewers.conformance.ts'

const all = Object.entries(projections)
const known = Object.values(deciders).flatMap(({ aggregate, events }) => Object.keys(events.schemas).map(type => [type, aggregate] as const))
const aggregateOf = new Map(known)
const golds = golden().filter(({ type }) => aggregateOf.has(type)).map(one => ({ ...one, data: upcast(one as Recorded).data }))

const fieldsIn = (rule: Rule): string[] => {
  if (rule[0] === 'every' || rule[0] === 'some') return rule[1].flatMap(fieldsIn)
  if (rule[0] === 'mine' || rule[0] === 'shares' || rule[0] === 'post') return [rule[1]]
  return rule[0] === 'role' ? [] : fieldsOf(rule as Predicate)
}

/** Every path of a document, a list counting as one value. */
const pathsOf = (value: unknown, path = ''): string[] =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length
    ? Object.entries(value).flatMap(([key, one]) => [path + key, ...pathsOf(one, `${path}${key}.`)]) : [])

const heardOf = (name: string) => golds.filter(({ type }) => Object.hasOwn(projections[name]!.evolve, type))

describe.each(all)('%s', (name, projection) => {
  test('has a name of its own, that a path can hold, and a version', () => {
    expect(projection.name).toBe(name)
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(projection.version).toBeGreaterThan(0)
  })

  test('hears only what can happen, and all of it in one aggregate', () => {
    const heard = Object.keys(projection.evolve)
    expect(heard.filter(type => !aggregateOf.has(type))).toEqual([])
    expect(new Set(heard.map(type => aggregateOf.get(type))).size).toBe(1)
  })

  test('names in indexed all that decides who sees it', () => {
    expect(fieldsIn(projection.visible).filter(field => !projection.indexed.includes(field))).toEqual([])
    expect(new Set(projection.indexed).size).toBe(projection.indexed.length)
  })

  test('begins with every field that is indexed or searched, as a value that stores can index', () => {
    const document = projection.initial('it')
    expect(document.id).toBe('it')
    const indexed = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every(one => typeof one === 'string'))
    expect(projection.indexed.filter(field => !indexed(at(document, field)))).toEqual([])
    const searched = (value: unknown) => value === null || typeof value === 'string' || (Array.isArray(value) && value.every(one => typeof one === 'string'))
    expect(projection.searched.filter(field => !searched(at(document, field)))).toEqual([])
  })

  test('leaves a document as it found it', () => {
    const frozen = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
      return value
    }
    const before = frozen(projection.initial('it')) as { id: string }
    expect(() => heardOf(name).forEach(({ type, data }) => documentOf({ ...projection, initial: () => before }, aggregateOf.get(type)!, [{ type, data }]))).not.toThrow()
  })

  test('keeps the shape of its document, whatever golden event comes and whoever was erased', () => {
    const kind = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value)
    const initial = projection.initial('it') as unknown as Record<string, unknown>
    const misfits = heardOf(name).flatMap(({ type, data }) => {
      const erased = { ...data as object, ...Object.fromEntries(personalOf(type).map(({ field }) => [field, null])) }
      return [data, erased].flatMap(one => {
        const document = documentOf(projection, aggregateOf.get(type)!, [{ type, data: one }]) as Record<string, unknown> | null
        if (!document) return []
        const wrong = Object.keys(initial).filter(field => initial[field] !== null && kind(document[field]) !== kind(initial[field]) && document[field] !== undefined)
        const gone = Object.keys(initial).filter(field => !Object.hasOwn(document, field))
        const nulls = pathsOf(document).filter(path => at(document, path) === null && at(initial, path) !== null && Object.hasOwn(initial, path.split('.')[0]!))
        return [...wrong, ...gone, ...nulls.filter(path => !nullable.includes(path))].map(field => `${type}: ${field}`)
      })
    })
    expect(misfits).toEqual([])
  })
})

/** What may be empty although it begins otherwise. */
const nullable = [
  'origin', 'validUntil', 'item.form', 'item.window', 'item.source', 'decision.clause', 'decision.fen', 'decision.post', 'correction.post', 'claimant.from',
]

/** Pages filter and sort by these; one that is taken away breaks a list somewhere. */
const lists: Record<string, readonly string[]> = {
  'accounts': ['id'],
  'applications': [
    'claimantId', 'closedAt', 'dueAt', 'enterprise', 'itemId', 'number', 'office', 'policy', 'startedAt', 'status', 'submittedAt', 'updatedAt',
  ],
  'casefiles': ['lateDemand', 'number', 'office', 'raisedAt'],
  'devices': ['expiresAt', 'openedAt', 'person'],
  'dossiers': ['id', 'updatedAt'],
  'drafts': ['person'],
  'enterprises': ['creditCode', 'id', 'name'],
  'inboxes': ['person'],
  'intakes': ['office', 'stagedAt', 'status'],
  'invitations': ['expiresAt', 'kind', 'sentAt', 'status'],
  'items': ['item.lane', 'office', 'policy', 'publishedAt', 'title'],
  'notices': ['application', 'at', 'audience', 'enterprise', 'id', 'kind', 'office', 'person', 'policy'],
  'offices': ['bureau', 'name'],
  'people': ['id', 'offices', 'roles', 'status', 'username'],
  'policies': ['id', 'office', 'publishedAt', 'status', 'title'],
  'policy-cases': ['enterprise', 'item', 'office', 'policy', 'status'],
  'policy-drafts': ['dirty', 'id', 'imported', 'office', 'status', 'title', 'updatedAt'],
  'policy-versions': ['policy', 'version'],
  'readmodels': ['id', 'status'],
  'sessions': ['person'],
}

test('lists may filter and sort by what they always could', () => {
  expect(Object.keys(lists)).toEqual(Object.keys(projections).sort())
  expect(Object.entries(lists).flatMap(([name, fields]) => fields.filter(field => !projections[name]!.indexed.includes(field)).map(field => `${name}: ${field}`))).toEqual([])
})

test('every event that people can read of is heard by a document', () => {
  const heard = new Set(all.flatMap(([, { evolve }]) => Object.keys(evolve)))
  expect(known.map(([type]) => type).filter(type => !heard.has(type))).toEqual(['InvitationRedeemed', 'CityFounded'])
})

test('documents have no more fields than they begin with', () => {
  const histories = { applications: ['application', lives.resubmitted], policies: ['policy', openPolicy], 'policy-drafts': ['policy', openPolicy] } as const
  expect(Object.entries(histories).flatMap(([name, [aggregate, events]]) => {
    const [document, initial] = [documentOf(projections[name]!, aggregate, events) as object, projections[name]!.initial('it')]
    return Object.keys(document).filter(field => !Object.hasOwn(initial, field))
  })).toEqual([])
})

describe.each(Object.entries(views))('view %s', (name, view) => {
  const params = { amendment: { policy: 'it' }, matches: { enterprise: 'enterprise' }, trial: { policy: 'it', item: 'smart', enterprises: 'enterprise' } }[name]
  const everyone = Object.values(viewers)

  test('is told apart from documents, and takes only what it declares', () => {
    expect(view.name).toBe(name)
    expect(Object.keys(projections)).not.toContain(name)
    expect(view.params.safeParse(params).success).toBe(true)
    expect(view.params.safeParse({ ...params, more: '1' }).success).toBe(false)
  })

  test('looks at documents by what is indexed', () => {
    const inputs = everyone.flatMap(viewer => Object.values(view.inputs(params, viewer) ?? {}) as { projection: string; where: Rule }[])
    expect(inputs.length).toBeGreaterThan(0)
    expect(inputs.flatMap(({ projection, where }) => fieldsIn(bind(where, everyone[0]!)).filter(field => !projections[projection]?.indexed.includes(field)))).toEqual([])
  })

  test('is for nobody who is nobody', () => {
    expect(view.inputs(params, viewers.nobody)).toBeNull()
  })
})
