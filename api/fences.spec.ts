import { projections, views } from '@qinqing/projections/catalogue'
import { sheets } from '@qinqing/projections/service/export-sheets'
import { parser } from '@qinqing/realtime/encoding'
import ExcelJS from 'exceljs'
import { io } from 'socket.io-client'
import { liuzhou } from './kernel/city.ts'
import { operatorAsker } from './operator/asker.ts'
import { found, plainAnswers, plainItem, publish, settle, type Town, town, Visit } from './spec.ts'

const other = { ...liuzhou, id: 'nanning', prefix: 'NN', hosts: ['localhost'] }
const paper = new TextEncoder().encode('%PDF-1.4\n示例材料')
const octets = { 'content-type': 'application/octet-stream' }
const tus = { 'tus-resumable': '1.0.0' }

/** What the office says among itself. */
const inside = '内部示例话'
const sent = 'the-case'

let it_: Town
const visits: Record<string, Visit> = {}
const on = (who: string): Visit => visits[who]!
const ok = async (answer: Promise<{ status: number; body: unknown }>) => expect(await answer).toMatchObject({ status: 200 })

beforeAll(async () => {
  it_ = await town({ cities: [liuzhou, other] })
  const abroad = { ask: (...[aggregate, id, type, data, asker = operatorAsker('spec', other.id, 'work')]: Parameters<Town['ask']>) => it_.ask(aggregate, id, type, data, asker) }
  // Two cities with people, offices, policies and enterprises of the same ids.
  for (const { ask, tenant } of [{ ask: it_.ask, tenant: liuzhou.id }, { ask: abroad.ask, tenant: other.id }]) {
    for (const id of ['a', 'b']) await ask('office', id, 'EstablishOffice', { bureau: '示例局', name: `示例${id}`, phone: '0772-1' })
    await publish({ ask }, 'policy', plainItem('a', { materials: [{ id: 'proof', name: '登记证明', required: false }] }), tenant)
    for (const firm of ['x', 'y']) await found({ ask }, firm, { employees: 86 }, tenant)
    await settle({ ask }, 'agentx', { enterprises: ['x'], tenant })
    await settle({ ask }, 'official', { posts: [{ office: 'a', roles: ['reviewer', 'lead', 'editor', 'admin'] }], tenant })
  }
  await settle(it_, 'agenty', { enterprises: ['y'] })
  await settle(it_, 'colleague', { posts: [{ office: 'a', roles: ['reviewer'] }] })
  await settle(it_, 'elsewhere', { posts: [{ office: 'b', roles: ['reviewer', 'lead', 'editor', 'admin'] }] })
  for (const name of ['agentx', 'agenty', 'official', 'colleague', 'elsewhere']) visits[name] = await new Visit(it_.url).signIn(name)
  const far = it_.url.replace('127.0.0.1', 'localhost')
  for (const name of ['agentx', 'official']) visits[`far ${name}`] = await new Visit(far).signIn(name)
  for (const who of ['agentx', 'far agentx']) for (const id of [sent, 'the-draft']) await ok(on(who).ask('application', id, 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' }))
  await ok(on('agentx').ask('application', sent, 'PatchAnswers', { patch: plainAnswers }))
  await ok(on('agentx').ask('application', sent, 'SubmitApplication', {}))
}, 60_000)
afterAll(() => it_.end())

describe('another city with the same ids', () => {
  test('gets no file, and does not go on with an upload', async () => {
    const files = '/api/applications/the-draft/files'
    const { body } = await on('agentx').send('POST', files, paper, octets)
    const patch = { 'material.proof': { ...body, name: '证明.pdf' } }
    expect(await on('far agentx').ask('application', 'the-draft', 'PatchAnswers', { patch })).toMatchObject({ status: 409, body: { code: 'file/not-uploaded' } })
    await ok(on('agentx').ask('application', 'the-draft', 'PatchAnswers', { patch }))
    expect((await on('agentx').get(`${files}/${String(body.hash)}`)).status).toBe(200)
    expect((await on('far agentx').get(`${files}/${String(body.hash)}`)).status).toBe(404)
    const begun = await on('agentx').send('POST', '/api/applications/the-draft/uploads', undefined, { ...tus, 'upload-length': '100' })
    const address = begun.headers.get('location')!
    expect((await on('far agentx').send('HEAD', address, undefined, tus)).status).toBe(404)
    expect((await on('far agentx').send('DELETE', address, undefined, tus)).status).toBe(404)
    expect((await on('agentx').send('HEAD', address, undefined, tus)).status).toBe(200)
    // Its own are kept for itself.
    await on('far agentx').send('POST', files, paper, octets)
    await ok(on('far agentx').ask('application', 'the-draft', 'PatchAnswers', { patch }))
    expect((await on('far agentx').get(`${files}/${String(body.hash)}`)).status).toBe(200)
  })

  test('acts upon nothing here, whatever its people may do at home', async () => {
    const before = await it_.opened.running.kernel.log.page({ after: 0, limit: 10_000 })
    const device = on('agentx').cookies.split('=')[1]!.split('.')[0]!
    const asked: [string, string, string, object][] = [
      ['application', sent, 'ApproveApplication', { opinion: '材料齐全，同意' }], ['application', sent, 'AddNote', { text: inside }], ['application', sent, 'ClaimCase', {}],
      ['person', 'agenty', 'SuspendPerson', { reason: '离岗' }], ['session', device, 'CloseSession', { reason: 'revoked' }], ['person', 'colleague', 'TakePost', { office: 'a' }],
    ]
    const answers = await Promise.all(asked.map(async ([aggregate, id, type, data]) => [type, (await on('far official').ask(aggregate, id, type, data)).status]))
    expect(answers.filter(([, status]) => status === 200)).toEqual([])
    expect((await on('far official').send('POST', '/api/people/agenty/password')).status).toBe(404)
    const after = await it_.opened.running.kernel.log.page({ after: before.position, limit: 10_000 })
    expect(after.events.filter(({ stream }) => stream.startsWith(`${liuzhou.id}.`))).toEqual([])
  })
})

/** All that somebody can get to by reading, with what failed left out. */
async function everything(who: Visit): Promise<string> {
  const words = new URLSearchParams({ text: inside, limit: '200' })
  const paths = [
    ...Object.keys(projections).flatMap(name => [`rows/${name}?limit=200`, `rows/${name}?${words}`, `counts/${name}`, `documents/${name}/${sent}`]),
    ...Object.keys(views).map(name => `views/${name}?enterprise=x&policy=policy`), `applications/${sent}/past?at=2999-01-01T00:00:00.000Z`, 'session', 'system',
  ]
  const read = await Promise.all(paths.map(async path => JSON.stringify((await who.get(`/api/${path}`)).body)))
  const exported = await Promise.all(Object.keys(sheets).map(async name => {
    const answer = await fetch(`${it_.url}/api/exports/${name}`, {
      method: 'POST', headers: { 'origin': it_.url, 'cookie': who.cookies, 'content-type': 'application/json' }, body: JSON.stringify(name === 'matches' ? { params: { enterprise: 'x' } } : {}),
    })
    if (answer.status !== 200) return ''
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await answer.arrayBuffer())
    return JSON.stringify(book.worksheets[0]!.getSheetValues())
  }))
  return [...read, ...exported].join('\n')
}

/** All that somebody is told over a socket who watches everything. */
async function overheard(who: Visit, ready: () => void, said: Promise<number>): Promise<string> {
  const heard: unknown[] = []
  const socket = io(who.url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: who.cookies, origin: who.url } })
  socket.onAny((...said: unknown[]) => {
    heard.push(said)
    const received = said.at(-1)
    if (typeof received === 'function') received()
  })
  for (const projection of Object.keys(projections)) {
    for (const topic of [
      { kind: 'document', projection, id: sent }, { kind: 'query', projection, where: ['always'], sort: [], limit: 50 }, { kind: 'count', projection, where: ['always'] }, { kind: 'presence', projection },
    ]) heard.push(await socket.emitWithAck('watch', topic, null))
  }
  heard.push(await socket.emitWithAck('attend', 'applications', sent))
  ready()
  heard.push(await socket.emitWithAck('reach', await said))
  socket.disconnect()
  return JSON.stringify(heard)
}

test('what the office says among itself is in nothing that anybody else reads, is told, exports or finds', async () => {
  const outsiders = ['agentx', 'agenty', 'elsewhere', 'far agentx', 'far official']
  let done = (_: number) => {}
  const said = new Promise<number>(resolve => { done = resolve })
  const listeners = [...outsiders, 'colleague'].map(who => {
    let ready = () => {}
    const begun = new Promise<void>(resolve => { ready = resolve })
    return { begun, heard: overheard(on(who), ready, said).then(heard => [who, heard] as const) }
  })
  await Promise.all(listeners.map(({ begun }) => begun))
  await ok(on('official').ask('application', sent, 'ClaimCase', {}))
  await ok(on('official').ask('application', sent, 'AddNote', { text: `${inside}一` }))
  await ok(on('official').ask('application', sent, 'HandOverCase', { to: 'colleague', reason: `${inside}二` }))
  const { body } = await on('colleague').ask('application', sent, 'ReturnCase', { to: 'pool', reason: `${inside}三` })
  await it_.opened.running.reader.atLeast(Number(body.position), 5_000)
  done(Number(body.position))
  // The same look finds it where it belongs: so it can find.
  const told = Object.fromEntries(await Promise.all(listeners.map(({ heard }) => heard)))
  expect([told['colleague']!.includes(inside), (await everything(on('colleague'))).includes(`${inside}二`)]).toEqual([true, true])
  // Nobody but the office is seen looking.
  expect(Object.keys(told).filter(who => told[who]!.includes('forMs'))).toEqual(['colleague'])
  for (const who of outsiders) {
    const read = await everything(on(who))
    expect([who, told[who]!.includes(inside), read.includes(inside), read.includes('NoteAdded')]).toEqual([who, false, false, false])
  }
}, 60_000)
