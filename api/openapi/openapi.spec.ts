import { Validator } from '@seriousme/openapi-schema-validator'
import { deciders } from '@qinqing/domain/catalogue'
import { projections, views } from '@qinqing/projections/catalogue'
import { found, plainItem, publish, settle, submitted, type Town, town, Visit } from '../spec.ts'
import { answerFault, description, faultOf, operationAt } from './answers.conformance.ts'
import { refusalsOf } from './commands.ts'
import { documentSchemas, viewSchemas } from './documents.ts'
import type { Json } from './schema.ts'
import { commandWords, documentWords, roleWords, viewWords } from './words.ts'

let city: Town
let agent: Visit
let official: Visit

beforeAll(async () => {
  city = await town()
  await city.ask('office', 'a', 'EstablishOffice', { bureau: '示例局', name: '示例a', phone: '0772-1' })
  await publish(city, 'policy', plainItem('a'))
  await settle(city, 'official', { posts: [{ office: 'a', roles: ['reviewer', 'lead', 'editor', 'admin'] }] })
  official = await new Visit(city.url).signIn('official')
  const { id, who, firm } = await submitted(city, 'policy')
  agent = who
  await official.ask('application', id, 'ClaimCase', {})
  await official.ask('application', id, 'JudgeCondition', { condition: 'staff', result: 'met', note: '核对过社保人数' })
  await official.ask('draft', 'official.note', 'PatchDraft', { patch: { opinion: '写到一半' } })
  await official.ask('inbox', 'official', 'NoteVisit', { shelf: 'desk' })
  await official.ask('readmodel', 'offices', 'AskRebuild', {})
  await agent.ask('dossier', firm, 'DisputeFact', { predicate: 'employees', note: '人数不对' })
  const told = new Promise<void>(resolve => city.opened.running.projector.listen(({ projection, changes }) => {
    if (projection === 'notices' && changes.some(({ document }) => JSON.stringify(document).includes('"approved"'))) resolve()
  }))
  await official.ask('application', id, 'ApproveApplication', { opinion: '材料齐全，同意' })
  await told
  await city.ask('office', 'later', 'EstablishOffice', { bureau: '示例局', name: '示例later', phone: '0772-1' })
  for (const visit of [agent, official]) expect(await visit.get(`/api/documents/offices/later?atLeast=${await city.opened.running.kernel.log.head()}`)).toMatchObject({ status: 200 })
  await found(city, 'empty')
})
afterAll(() => city.end())

const isPage = (route: string) => /^(HEAD|OPTIONS) |^\w+ \/\*?$/.test(route)
const isAt = (pattern: string, path: string): boolean => {
  const [parts, wanted] = [path.split('/'), pattern.split('/')]
  return parts.length === wanted.length && wanted.every((one, n) => one.startsWith(':') || one === parts[n])
}

const described = Object.entries(description.paths).flatMap(([path, methods]) => Object.keys(methods).map(method => ({ method: method.toUpperCase(), path })))

test('every route is described, and nothing is described that is no route', () => {
  const routes = city.served.routes.filter(route => !isPage(route))
  const undescribed = routes.filter(route => !described.some(({ method, path }) => route.startsWith(`${method} `) && isAt(route.split(' ')[1]!, path)))
  const unrouted = described.filter(({ method, path }) => !city.served.routes.some(route => route.startsWith(`${method} `) && isAt(route.split(' ')[1]!, path)))
  expect({ undescribed, unrouted }).toEqual({ undescribed: [], unrouted: [] })
})

test('every command, document and view is there under its own address', () => {
  for (const decider of Object.values(deciders)) {
    for (const type of Object.keys(decider.commands)) expect(operationAt('POST', `/api/ask/${decider.aggregate}/x/${type}`)).toMatchObject({ operationId: `${decider.aggregate}.${type}`, 'x-roles': decider.roles[type] })
  }
  for (const name of Object.keys(projections)) {
    for (const path of [`/api/documents/${name}/x`, `/api/rows/${name}`, `/api/counts/${name}`]) expect(operationAt('GET', path)?.operationId).toMatch(name)
  }
  for (const name of Object.keys(views)) expect(operationAt('GET', `/api/views/${name}`)?.operationId).toBe(`view.${name}`)
})

test('each has its words in both languages, and each document its schema', () => {
  const nameless = [
    ...Object.values(deciders).flatMap(({ aggregate, commands }) => Object.keys(commands).filter(type => !commandWords[aggregate]?.[type]).map(type => `${aggregate}.${type}`)),
    ...Object.keys(projections).filter(name => !documentWords[name] || !documentSchemas[name]),
    ...Object.keys(views).filter(name => !viewWords[name] || !viewSchemas[name]),
    ...Object.values(deciders).flatMap(({ roles }) => Object.values(roles as Record<string, readonly string[]>).flat()).filter(role => !roleWords[role]),
  ]
  expect(nameless).toEqual([])
})

test('each aggregate says why it may say no', async () => {
  const silent: string[] = []
  for (const { system, aggregate } of Object.values(deciders)) {
    const contract = await import(`@qinqing/domain/${system}/${aggregate}/contract`) as Record<string, unknown>
    const own = Object.entries(contract).find(([name]) => name.endsWith('Refusals'))?.[1]
    if (own !== refusalsOf[aggregate]) silent.push(aggregate)
  }
  expect(silent).toEqual([])
})

test('it is OpenAPI as its makers define it', async () => {
  expect(await new Validator().validate(JSON.parse(JSON.stringify(description)) as Record<string, unknown>)).toEqual({ valid: true })
})

test('whatever stands in it is a schema', () => {
  for (const methods of Object.values(description.paths)) {
    for (const { parameters = [], requestBody, responses } of Object.values(methods)) {
      for (const { schema, content } of parameters) faultOf(schema ?? (content as Record<string, { schema: Json }>)['application/json']!.schema, null)
      for (const { schema } of [requestBody, ...Object.values(responses)].flatMap(one => Object.values(one?.content ?? {}))) faultOf(schema, null)
    }
  }
})

/** Nobody sees any here: they are of servers, or have specs of their own with the same description. */
const elsewhere = ['sessions', 'invitations', 'intakes', 'policy-cases', 'readmodels', 'accounts', 'devices']

const seen = async (visit: Visit, path: string) => {
  const { status, headers, body } = await visit.get(path)
  return { fault: answerFault('GET', path, { status, type: headers.get('content-type') ?? '', body }, 'closed'), status, body }
}

test('what documents and views really say is what is described, field by field', async () => {
  const shown = new Set<string>()
  for (const name of Object.keys(projections)) {
    for (const visit of [agent, official]) {
      const { fault, body } = await seen(visit, `/api/rows/${name}`)
      expect(fault).toBeNull()
      const rows = (body as { rows?: { id: string }[] }).rows ?? []
      if (rows.length) shown.add(name)
      for (const { id } of rows) expect((await seen(visit, `/api/documents/${name}/${id}`)).fault).toBeNull()
    }
  }
  expect(Object.keys(projections).filter(name => !shown.has(name) && !elsewhere.includes(name))).toEqual([])
  for (const path of [`/api/views/matches?enterprise=${(await agent.get('/api/session') as unknown as { body: { viewer: { enterprises: string[] } } }).body.viewer.enterprises[0]}`, '/api/session']) {
    expect(await seen(agent, path)).toMatchObject({ fault: null, status: 200 })
  }
  expect(await seen(official, '/api/views/trial?policy=policy&item=item&enterprises=firm1,empty')).toMatchObject({ fault: null, status: 200, body: { rows: [{}, {}] } })
})

test('an answer that is not as described is found', () => {
  const type = 'application/json'
  expect(answerFault('GET', '/api/counts/offices', { status: 200, type, body: { log: 'x', position: 1, total: 2 } })).toBeNull()
  expect(answerFault('GET', '/api/counts/offices', { status: 200, type, body: { log: 'x', position: 1, total: '2' } })).toContain('/total')
  expect(answerFault('GET', '/api/counts/offices', { status: 418, type, body: {} })).toContain('418')
  expect(answerFault('GET', '/api/documents/offices/a', { status: 200, type, body: { log: 'x', position: 1, row: { id: 'a', position: 1, document: { id: 'a' } } } })).toContain('required')
})

test('the page is ours alone', async () => {
  const { headers, body } = await agent.get('/api/docs')
  expect(headers.get('content-security-policy')).toContain('script-src \'self\'')
  expect(String(body)).not.toMatch(/https?:/)
  expect((await agent.get('/api/docs/start.js')).headers.get('content-type')).toMatch('javascript')
  expect(await agent.get('/api/docs/package.json')).toMatchObject({ status: 404, body: { code: 'absent' } })
})
