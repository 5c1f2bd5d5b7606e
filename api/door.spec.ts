import { deciders } from '@qinqing/domain/catalogue'
import { projections } from '@qinqing/projections/catalogue'
import type { Row } from '@qinqing/projections/kernel/reader'
import { LiveClient, type Topic } from '@qinqing/realtime/client'
import { parser } from '@qinqing/realtime/encoding'
import { io } from 'socket.io-client'
import { liuzhou, theSystem } from './kernel/city.ts'
import { operatorAsker } from './operator/asker.ts'
import { found, password, plainItem, publish, settle, type Town, town, Visit } from './spec.ts'

const other = { ...liuzhou, id: 'nanning', prefix: 'NN', hosts: ['localhost'] }

let it_: Town
const visits: Record<string, Visit> = {}

const draft = 'the-draft'
const sent = 'the-case'
const answers = {
  'contact.name': '示例联系人', 'contact.phone': '13800000000', 'payee.name': '柳州示例有限公司', 'payee.bank': '示例银行', 'payee.account': '6222020000000000008',
  'declaration.truth': true,
}

/** Everybody who may stand at the door: anonymous, both sides of every fence, the other city, and one who is no longer anybody. */
const principals = ['nobody', 'agentX', 'agentY', 'reviewerA', 'reviewerB', 'editorA', 'editorB', 'leadA', 'admin', 'stranger', 'suspended'] as const
type Principal = (typeof principals)[number]

beforeAll(async () => {
  it_ = await town({ cities: [liuzhou, other] })
  const abroad = { ask: (...[aggregate, id, type, data, asker = operatorAsker('spec', other.id, 'work')]: Parameters<Town['ask']>) => it_.ask(aggregate, id, type, data, asker) }
  for (const id of ['a', 'b']) await it_.ask('office', id, 'EstablishOffice', { bureau: '示例局', name: `示例${id}`, phone: '0772-1' })
  await publish(it_, 'policy', plainItem('a'))
  await it_.ask('policy', 'unpublished', 'DraftPolicy', { title: '还没有发布', number: '', summary: '', validUntil: null, office: 'a', officeName: '示例a' })
  await found(it_, 'x', { employees: 86 })
  await found(it_, 'y', { employees: 86 })
  await settle(it_, 'agentx', { enterprises: ['x'] })
  await settle(it_, 'agenty', { enterprises: ['y'] })
  await settle(it_, 'reviewera', { posts: [{ office: 'a', roles: ['reviewer'] }] })
  await settle(it_, 'reviewerb', { posts: [{ office: 'b', roles: ['reviewer'] }] })
  await settle(it_, 'editora', { posts: [{ office: 'a', roles: ['editor'] }] })
  await settle(it_, 'editorb', { posts: [{ office: 'b', roles: ['editor'] }] })
  await settle(it_, 'leada', { posts: [{ office: 'a', roles: ['lead'] }] })
  await settle(it_, 'admin', { posts: [{ office: 'b', roles: ['admin'] }] })
  await settle(it_, 'suspended', { posts: [{ office: 'a', roles: ['reviewer', 'lead', 'editor', 'admin'] }] })
  // The other city has people, an office and an enterprise with the very same ids.
  await abroad.ask('office', 'a', 'EstablishOffice', { bureau: '邻市示例局', name: '邻市示例a', phone: '0771-1' })
  await found(abroad, 'x', {}, other.id)
  await settle(abroad, 'agentx', { posts: [{ office: 'a', roles: ['reviewer', 'lead', 'editor', 'admin'] }], enterprises: ['x'], tenant: other.id })
  visits.nobody = new Visit(it_.url)
  for (const name of ['agentX', 'agentY', 'reviewerA', 'reviewerB', 'editorA', 'editorB', 'leadA', 'admin', 'suspended']) visits[name] = await new Visit(it_.url).signIn(name.toLowerCase())
  visits.stranger = await new Visit(it_.url.replace('127.0.0.1', 'localhost')).signIn('agentx')
  for (const id of [draft, sent]) await visits.agentX!.ask('application', id, 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' })
  await visits.agentX!.ask('application', sent, 'PatchAnswers', { patch: answers })
  expect(await visits.agentX!.ask('application', sent, 'SubmitApplication', {})).toMatchObject({ status: 200 })
  await visits.reviewerA!.ask('draft', 'reviewera.opinion', 'PatchDraft', { patch: { opinion: '还没写完' } })
  await it_.ask('person', 'suspended', 'SuspendPerson', { reason: '离岗' })
  const asked = [
    visits.reviewerA!.ask('application', sent, 'ClaimCase', {}), visits.agentX!.ask('inbox', 'agentx', 'NoteVisit', { shelf: 'desk' }),
    visits.admin!.ask('invitation', 'an-invitation', 'InviteOfficial', { invitee: '', days: 7, office: 'a', title: '审核', roles: ['reviewer'], secretHash: 'a'.repeat(64) }),
    visits.admin!.ask('readmodel', 'offices', 'AskRebuild', {}),
  ]
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 200))
  const editor = { ...operatorAsker('spec', liuzhou.id, 'work'), roles: ['editor' as const], offices: ['a'], postRoles: { a: ['editor' as const] } }
  await it_.ask('intake', 'intake-one', 'StageIntake', { file: { hash: '0'.repeat(64), name: '清单.csv', size: 1, type: 'text/csv' }, office: 'a', officeName: '示例a' }, editor)
  await it_.ask('session', 'a-device', 'OpenSession', { person: 'agentx', secretHash: 'a'.repeat(64), expiresAt: '2999-01-01T00:00:00.000Z', client: '示例浏览器' }, theSystem(liuzhou.id))
  const told = async () => (await it_.opened.running.kernel.log.read(`${liuzhou.id}.notice-accepted.${sent}`)).at(-1)
  while (!await told()) await it_.opened.running.reader.atLeast(await it_.opened.running.kernel.log.head() + 1, 20)
  await it_.opened.running.reader.atLeast((await told())!.position, 5_000)
}, 30_000)
afterAll(() => it_.end())

const statuses = async (method: string, path: string, body: (who: Principal) => unknown = () => undefined) =>
  Object.fromEntries(await Promise.all(principals.map(async who => [who, (await visits[who]!.send(method, path, body(who))).status] as const))) as Record<Principal, number>

/** The same answer for all but those who are named. */
const all = (status: number, but: Partial<Record<Principal, number>> = {}): Record<Principal, number> =>
  ({ ...Object.fromEntries(principals.map(who => [who, status])) as Record<Principal, number>, nobody: 401, suspended: 401, ...but })

/** Every route there is, and what everybody hears there. A route that is not in this table fails the build. */
const routes: Record<string, { path: string; body?: (who: Principal) => unknown; answers: Record<Principal, number> }> = {
  'GET /api/city': { path: '/api/city', answers: all(200, { nobody: 200, suspended: 200 }) },
  'GET /api/session': { path: '/api/session', answers: all(200, { nobody: 204, suspended: 204 }) },
  // Each guesses at an account of its own: at one account they would be slowed down.
  'POST /api/session': { path: '/api/session', body: who => ({ username: `nobody-${who}`, password }), answers: all(401) },
  'POST /api/ask/:aggregate/:id/:command': { path: `/api/ask/application/${sent}/constructor`, body: () => ({ commandId: '018f0000-0000-7000-8000-000000000000', data: {} }), answers: all(400) },
  'GET /api/documents/:projection/:id': { path: `/api/documents/applications/${sent}`, answers: all(404, { agentX: 200, reviewerA: 200, leadA: 200 }) },
  'GET /api/rows/:projection': { path: '/api/rows/applications', answers: all(200) },
  'GET /api/counts/:projection': { path: '/api/counts/applications', answers: all(200) },
  'GET /api/views/:view': { path: '/api/views/matches?enterprise=x', answers: all(403, { agentX: 200, stranger: 200 }) },
  'POST /api/exports/:list': { path: '/api/exports/people', body: () => ({}), answers: all(200) },
  // Nobody of that name: an administrator hears that there is no such person, all others that it is not theirs to ask.
  'POST /api/session/password': { path: '/api/session/password', body: () => ({ old: 'not the password at all', password: 'a new password for all' }), answers: all(403) },
  // A link that is none, for everybody alike.
  'POST /api/invitations/look': { path: '/api/invitations/look', body: () => ({ link: 'it.none' }), answers: all(404, { nobody: 404, suspended: 404 }) },
  'POST /api/invitations/accept': {
    path: '/api/invitations/accept', body: who => ({ link: 'it.none', username: `invited-${who.toLowerCase()}`, name: '示例', password: 'a password of one\'s own' }),
    answers: all(404, { nobody: 404, suspended: 404 }),
  },
  // On the server's own machine; nothing in it is about anybody.
  'GET /health': { path: '/health', answers: all(200, { nobody: 200, suspended: 200 }) },
  'GET /metrics': { path: '/metrics', answers: all(200, { nobody: 200, suspended: 200 }) },
  'GET /api/system': { path: '/api/system', answers: all(403, { admin: 200, stranger: 200 }) },
  'POST /api/people/:id/password': { path: '/api/people/nobody-at-all/password', answers: all(403, { admin: 404, stranger: 404 }) },
  'POST /api/applications/:id/files': { path: `/api/applications/${sent}/files`, answers: all(404, { agentX: 409, reviewerA: 404, leadA: 404 }) },
  'GET /api/applications/:id/past': { path: `/api/applications/${sent}/past?at=2999-01-01T00:00:00.000Z`, answers: all(404, { agentX: 200, reviewerA: 200, leadA: 200 }) },
  'GET /api/applications/:id/files/:hash': { path: `/api/applications/${sent}/files/${'0'.repeat(64)}`, answers: all(404) },
  'GET /api/openapi.json': { path: '/api/openapi.json', answers: all(200) },
  'GET /api/asyncapi.json': { path: '/api/asyncapi.json', answers: all(200) },
  'GET /api/docs': { path: '/api/docs', answers: all(200) },
  'GET /api/docs/:file': { path: '/api/docs/swagger-ui.css', answers: all(200) },
  'POST /api/applications/:id/uploads': { path: `/api/applications/${sent}/uploads`, answers: all(404, { agentX: 409 }) },
  'PATCH /api/applications/:id/uploads/:upload': { path: `/api/applications/${sent}/uploads/none`, answers: all(404, { agentX: 409 }) },
  'DELETE /api/applications/:id/uploads/:upload': { path: `/api/applications/${sent}/uploads/none`, answers: all(404, { agentX: 409 }) },
  'POST /api/imports/:id/file': { path: '/api/imports/intake-nobody/file', answers: all(403, { editorA: 415, editorB: 415, stranger: 415 }) },
  'GET /api/imports/:id/faults': { path: '/api/imports/intake-nobody/faults', answers: all(404) },
  // Last, since it ends the session that it is asked with; only those who have one come in.
  'DELETE /api/session': { path: '/api/session', answers: all(204) },
}

test('every route is in the table', () => {
  const known = it_.served.routes.filter(route => !route.startsWith('HEAD'))
  expect(known.toSorted()).toEqual(Object.keys(routes).toSorted())
})

test.each(Object.entries(routes).filter(([route]) => route !== 'DELETE /api/session'))('%s', async (route, { path, body, answers: expected }) => {
  expect(await statuses(route.split(' ')[0]!, path, body)).toEqual(expected)
})

/** Who may see which document; for all others it is simply not there. */
const documents: Record<string, Partial<Record<Principal, number>>> = {
  'accounts/agentx': { agentX: 200, stranger: 200 },
  [`applications/${draft}`]: { agentX: 200 },
  [`applications/${sent}`]: { agentX: 200, reviewerA: 200, leadA: 200 },
  [`casefiles/${sent}`]: { reviewerA: 200, leadA: 200 },
  'devices/a-device': { agentX: 200 },
  'dossiers/x': { agentX: 200, reviewerA: 200, reviewerB: 200, editorA: 200, editorB: 200 },
  'drafts/reviewera.opinion': { reviewerA: 200 },
  'enterprises/y': { agentY: 200, reviewerA: 200, reviewerB: 200, editorA: 200, editorB: 200, leadA: 200, admin: 200 },
  'inboxes/agentx': { agentX: 200 },
  'intakes/intake-one': { editorA: 200 },
  'invitations/an-invitation': { admin: 200 },
  [`notices/accepted.${sent}`]: { agentX: 200 },
  'offices/b': { agentX: 200, agentY: 200, reviewerA: 200, reviewerB: 200, editorA: 200, editorB: 200, leadA: 200, admin: 200 },
  'people/agentx': { agentX: 200, admin: 200, stranger: 200 },
  'people/reviewera': { reviewerA: 200, editorA: 200, leadA: 200, admin: 200 },
  'policies/policy': { agentX: 200, agentY: 200, reviewerA: 200, reviewerB: 200, editorA: 200, editorB: 200, leadA: 200, admin: 200 },
  'items/policy~item': { agentX: 200, agentY: 200, reviewerA: 200, reviewerB: 200, editorA: 200, editorB: 200, leadA: 200, admin: 200 },
  [`policy-cases/${sent}`]: { editorA: 200, leadA: 200 },
  'policy-drafts/unpublished': { editorA: 200, leadA: 200 },
  'policy-versions/policy~1': { agentX: 200, agentY: 200, reviewerA: 200, reviewerB: 200, editorA: 200, editorB: 200, leadA: 200, admin: 200 },
  'readmodels/offices': { admin: 200 },
  'sessions/a-device': {},
}

test('a document of every kind is in the table', () => {
  expect([...new Set(Object.keys(documents).map(path => path.split('/')[0]))].toSorted()).toEqual(Object.keys(projections).toSorted())
})

test.each(Object.entries(documents))('%s is there only for those who may see it', async (path, seen) => {
  expect(await statuses('GET', `/api/documents/${path}`)).toEqual(all(404, seen))
})

test('no list, count, search or view brings a byte of another enterprise, office or city', async () => {
  for (const who of ['agentY', 'reviewerB', 'stranger'] as const) {
    for (const path of ['/api/rows/applications', '/api/rows/applications?text=LZ', '/api/rows/policy-drafts', '/api/rows/drafts', '/api/rows/dossiers', '/api/rows/people']) {
      const { status, body } = await visits[who]!.get(path)
      const own = (row: Row) => JSON.stringify(row).includes('enterprise') && who === 'agentY' && !JSON.stringify(row).includes('"x"')
      const strangers = status === 200 ? (body.rows as Row[]).filter(row => !own(row) && JSON.stringify(row).match(/LZ-2|the-case|reviewera|unpublished|柳州示例x/)) : []
      expect({ who, path, strangers }).toEqual({ who, path, strangers: [] })
    }
  }
})

test('every command refuses everybody who lacks the role, before it looks at anything else', async () => {
  const rolesOf: Record<string, string[]> = {
    agentX: ['agent'], reviewerA: ['reviewer'], editorA: ['editor'], leadA: ['lead'], admin: ['admin'],
  }
  const wrong: string[] = []
  let asked = 0
  for (const decider of Object.values(deciders)) {
    for (const type of Object.keys(decider.commands)) {
      for (const [who, roles] of Object.entries(rolesOf)) {
        if ((decider.roles[type] as readonly string[]).some(role => roles.includes(role))) continue
        asked += 1
        const { status } = await visits[who]!.ask(decider.aggregate, 'nothing', type, {})
        if (status !== 403) wrong.push(`${who} ${type} ${status}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(100)
})

test.each([
  ['a foreign page', { origin: 'http://evil.example' }],
  ['a page without an origin of its own', { origin: 'null' }],
])('%s may neither ask nor read', async (_, headers) => {
  expect(await visits.agentX!.send('POST', `/api/ask/application/${draft}/DiscardDraft`, { commandId: '018f0000-0000-7000-8000-000000000001', data: {} }, headers)).toMatchObject({ status: 403 })
  expect(await visits.agentX!.send('GET', '/api/session', undefined, headers)).toMatchObject({ status: 403 })
})

/** The live door as a browser of this visit has it. */
const live = (visit: Visit, origin = visit.url) => new LiveClient({
  transport: () => io(visit.url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: visit.cookies, origin } }),
})

const once = (client: LiveClient, topic: Topic, when: (phase: string) => boolean) => new Promise<string>(resolve => {
  const look = () => {
    const { phase } = client.snapshot(topic)
    if (when(phase)) resolve(phase)
  }
  client.watch(topic, look)
  look()
})

test.each(Object.entries(documents))('the live door gives %s only to those who may see it', async (path, seen) => {
  const [projection = '', id = ''] = path.split('/')
  for (const who of principals.filter(one => one !== 'nobody' && one !== 'suspended')) {
    const client = live(visits[who]!)
    client.start()
    const phase = await once(client, { kind: 'document', projection, id }, one => one !== 'loading')
    expect({ who, phase }).toEqual({ who, phase: seen[who] === 200 ? 'live' : 'missing' })
    client.stop()
  }
})

const ended = (client: LiveClient) => new Promise<number>(resolve => {
  const from = performance.now()
  const look = () => client.connection().state !== 'live' && resolve(performance.now() - from)
  client.watchConnection(look)
})

test('a right that is taken away closes its topic within two seconds, and an ended session the connection', async () => {
  const mine: Topic = { kind: 'document', projection: 'applications', id: sent }
  await settle(it_, 'leaving', { posts: [{ office: 'a', roles: ['reviewer'] }] })
  const visit = await new Visit(it_.url).signIn('leaving')
  const client = live(visit)
  client.start()
  await once(client, mine, phase => phase === 'live')
  const from = performance.now()
  await it_.ask('person', 'leaving', 'TakePost', { office: 'a' })
  await once(client, mine, phase => phase === 'missing' || phase === 'refused')
  expect(performance.now() - from).toBeLessThan(2_000)
  expect(await visit.get(`/api/documents/applications/${sent}`)).toMatchObject({ status: 404 })
  const over = ended(client)
  await it_.ask('person', 'leaving', 'SuspendPerson', { reason: '离岗' })
  expect(await over).toBeLessThan(2_000)
  client.stop()
})

test('roles of one office say nothing in another', async () => {
  await settle(it_, 'twohats', { posts: [{ office: 'b', roles: ['reviewer'] }, { office: 'a', roles: ['editor'] }] })
  const visit = await new Visit(it_.url).signIn('twohats')
  expect(await visit.get(`/api/documents/applications/${sent}`)).toMatchObject({ status: 404 })
  expect(await visit.get('/api/documents/policy-drafts/unpublished')).toMatchObject({ status: 200 })
  expect(await visit.ask('application', sent, 'ApproveApplication', { opinion: '同意' })).toMatchObject({ status: 404 })
  await it_.ask('policy', 'ofb', 'DraftPolicy', { title: '另一个处室的', number: '', summary: '', validUntil: null, office: 'b', officeName: '示例b' })
  expect(await visit.get('/api/documents/policy-drafts/ofb')).toMatchObject({ status: 404 })
  expect(await visit.ask('policy', 'ofb', 'RetirePolicy', { reason: '不要了' })).toMatchObject({ status: 404 })
})

test('a session survives a restart', async () => {
  const before = await town()
  await settle(before, 'somebody', {})
  const visit = await new Visit(before.url).signIn('somebody')
  await before.stop()
  const after = await town({ folder: before.folder })
  expect(await visit.at(after.url).get('/api/session')).toMatchObject({ status: 200, body: { person: { id: 'somebody' } } })
  await after.end()
})

test('signing out ends a session', async () => {
  const visit = await new Visit(it_.url).signIn('agentx')
  expect(await visit.get('/api/session')).toMatchObject({ status: 200, body: { person: { id: 'agentx' } } })
  expect(await visit.send('DELETE', '/api/session')).toMatchObject({ status: 204 })
  expect(await visit.get('/api/session')).toMatchObject({ status: 204 })
})

test('guessing is slowed down, and nobody is locked out for good', async () => {
  await settle(it_, 'guessed', { enterprises: ['y'] })
  const visit = new Visit(it_.url)
  const tries = []
  for (let n = 0; n < 7; n++) tries.push((await visit.send('POST', '/api/session', { username: 'guessed', password: `wrong ${n}` })).status)
  expect(tries.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
  expect(tries.at(-1)).toBe(429)
  expect((await visit.send('POST', '/api/session', { username: 'guessed', password })).headers.get('retry-after')).toMatch(/^\d+$/)
})
