import type { ApplicationDocument, CasefileDocument } from '@qinqing/domain/fulfilment/application/contract'
import { LiveClient, type Snapshot, type Topic } from '@qinqing/realtime/client'
import { parser } from '@qinqing/realtime/encoding'
import { io } from 'socket.io-client'
import { documentOf, plainItem, publish, settle, submitted, type Town, town, Visit } from '../spec.ts'

/** A busy machine takes its time. */
const patience = 60_000

let it_: Town
let first: Visit
let second: Visit
let head: Visit
const clients: LiveClient[] = []

beforeAll(async () => {
  it_ = await town()
  await publish(it_, 'jobs', plainItem('labour'))
  await settle(it_, 'first', { posts: [{ office: 'labour', roles: ['reviewer'] }] })
  await settle(it_, 'second', { posts: [{ office: 'labour', roles: ['reviewer'] }] })
  await settle(it_, 'head', { posts: [{ office: 'labour', roles: ['lead'] }] })
  ;[first, second, head] = await Promise.all(['first', 'second', 'head'].map(name => new Visit(it_.url).signIn(name))) as [Visit, Visit, Visit]
}, patience)
afterAll(async () => {
  for (const client of clients) client.stop()
  await it_.end()
})

const live = (visit: Visit): LiveClient => {
  const client = new LiveClient({
    transport: () => io(visit.url, {
      path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: visit.cookies, origin: visit.url },
    }),
  })
  clients.push(client)
  return client
}
const until = (client: LiveClient, topic: Topic, wanted: (snapshot: Snapshot) => boolean) => new Promise<void>(resolve => {
  const look = () => { if (wanted(client.snapshot(topic))) resolve() }
  client.watch(topic, look)
  look()
})
const caseOf = async (visit: Visit, id: string) => await documentOf(visit, 'applications', id) as unknown as ApplicationDocument
const fileOf = async (visit: Visit, id: string) => await documentOf(visit, 'casefiles', id) as unknown as CasefileDocument
const item = (id: string, field: string) => ({ id, field, text: '请写完整' })

test('what the office notes reaches the office, and nothing of it the enterprise: not by any door, and not live', async () => {
  const { id, who } = await submitted(it_, 'jobs')
  const before = await who.get(`/api/documents/applications/${id}`)
  const heard: unknown[] = []
  const socket = io(it_.url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: who.cookies, origin: it_.url } })
  socket.onAny((...said: unknown[]) => {
    heard.push(said)
    const received = said.at(-1)
    if (typeof received === 'function') received()
  })
  const topics = [
    { kind: 'document', projection: 'applications', id }, { kind: 'document', projection: 'casefiles', id }, { kind: 'presence', projection: 'applications' },
    { kind: 'query', projection: 'casefiles', where: ['always'], sort: [], limit: 10 }, { kind: 'count', projection: 'casefiles', where: ['always'] },
  ]
  for (const topic of topics) heard.push(await socket.emitWithAck('watch', topic, null))
  const colleague = live(second)
  const casefile: Topic = { kind: 'document', projection: 'casefiles', id }
  const there: Topic = { kind: 'presence', projection: 'applications' }
  await until(colleague, casefile, ({ phase }) => phase === 'live')
  const looking = live(first)
  looking.watch(there, () => {})
  looking.attending.begin('applications', id)
  await until(colleague, there, ({ byId }) => byId.has(id))
  const asked = await first.ask('application', id, 'AddNote', { text: '机密备注：电话问过税务局' })
  expect(asked).toMatchObject({ status: 200 })
  await until(colleague, casefile, ({ byId }) => (byId.get(id)?.document as CasefileDocument | undefined)?.notes === 1)
  heard.push(await socket.emitWithAck('reach', Number(asked.body.position)))
  socket.disconnect()
  expect(JSON.stringify(heard)).not.toMatch(/机密备注|NoteAdded|示例first/)
  expect((await who.get(`/api/documents/applications/${id}`)).body.row).toEqual(before.body.row)
  for (const path of [`documents/casefiles/${id}`, 'rows/casefiles', 'counts/casefiles']) {
    const { status, body } = await who.get(`/api/${path}`)
    expect([path, [403, 404].includes(status), JSON.stringify(body).includes('机密')]).toEqual([path, true, false])
  }
  // A refusal names whoever was faster, but never one who only took a note.
  expect((await who.ask('application', id, 'AnswerCorrection', {}, { basis: 2 })).body).not.toHaveProperty('winner')
}, patience)

test('of two who claim at once one gets the case, and the other hears who has it', async () => {
  const { id, revision } = await submitted(it_, 'jobs')
  const answers = await Promise.all([first, second].map(who => who.ask('application', id, 'ClaimCase', {}, { basis: revision })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const { claimant, timeline } = await caseOf(first, id)
  expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ winner: { by: claimant!.name, type: 'CaseClaimed' } })
  expect(timeline.map(({ type }) => type)).toEqual(['ApplicationStarted', 'ApplicationSubmitted', 'CaseClaimed'])
}, patience)

test('forty cases of somebody who has left are moved by the head of the office, and their history stays', async () => {
  await settle(it_, 'leaver', { posts: [{ office: 'labour', roles: ['reviewer'] }] })
  const leaver = await new Visit(it_.url).signIn('leaver')
  const ids: string[] = []
  for (let n = 0; n < 40; n++) {
    const { id } = await submitted(it_, 'jobs')
    await leaver.ask('application', id, 'ClaimCase', {})
    if (n % 4 === 0) await leaver.ask('application', id, 'RequestCorrection', { items: [item('a', 'payee.bank')], days: 5 })
    ids.push(id)
  }
  const before = await Promise.all(ids.map(id => caseOf(head, id)))
  await it_.ask('person', 'leaver', 'SuspendPerson', { reason: '离职' })
  expect(await head.ask('application', ids[0]!, 'HandOverCase', { to: 'leaver', reason: '先放着再说' })).toMatchObject({ body: { code: 'application/no-colleague' } })
  const moved = await Promise.all(ids.map((id, n) => (n % 2
    ? head.ask('application', id, 'HandOverCase', { to: 'second', reason: '示例同事离职' })
    : head.ask('application', id, 'ReturnCase', { to: 'pool', reason: '示例同事离职' }))))
  expect(moved.map(({ status }) => status)).toEqual(ids.map(() => 200))
  const after = await Promise.all(ids.map(id => caseOf(head, id)))
  expect(after.map(({ claimantId }) => claimantId)).toEqual(ids.map((_, n) => (n % 2 ? 'second' : null)))
  expect(after.map(({ status }) => status)).toEqual(ids.map((_, n) => (n % 4 === 0 ? 'correcting' : n % 2 ? 'claimed' : 'submitted')))
  after.forEach(({ timeline }, n) => {
    expect(timeline.slice(0, -1)).toEqual(before[n]!.timeline)
    expect(timeline.at(-1)).toMatchObject({ by: '示例head', type: n % 2 ? 'CaseHandedOver' : 'CaseReturned', note: null })
  })
  expect((await fileOf(second, ids[1]!)).entries).toMatchObject([{ type: 'CaseHandedOver', text: '示例同事离职', to: '示例second' }])
  expect(await second.ask('application', ids[3]!, 'ApproveApplication', { opinion: '材料齐全，同意' })).toMatchObject({ status: 200 })
}, patience)

test('a second correction for something that could be seen the first time raises a flag before the head of the office within two seconds', async () => {
  const { id, who } = await submitted(it_, 'jobs')
  await first.ask('application', id, 'RequestCorrection', { items: [item('a', 'payee.bank')], days: 5 })
  await who.ask('application', id, 'PatchAnswers', { patch: { 'payee.bank': '示例银行柳州支行' } })
  await who.ask('application', id, 'AnswerCorrection', {})
  expect(await first.ask('application', id, 'RequestCorrection', { items: [item('b', 'payee.account')], days: 5 })).toMatchObject({ body: { code: 'application/correct-once' } })
  const flags: Topic = { kind: 'query', projection: 'casefiles', where: ['eq', 'lateDemand', 'raised'], sort: [['raisedAt', 'asc']], limit: 100 }
  const lead = live(head)
  await until(lead, flags, ({ phase }) => phase === 'live')
  const from = performance.now()
  await first.ask('application', id, 'RequestCorrection', { items: [item('b', 'payee.account')], days: 5, late: '第一次漏看了账号' })
  await until(lead, flags, ({ byId }) => byId.has(id))
  expect(performance.now() - from).toBeLessThan(2_000)
  expect(await first.ask('application', id, 'ReviewLateDemand', { finding: '没有问题' })).toMatchObject({ status: 403 })
  expect(await head.ask('application', id, 'ReviewLateDemand', { finding: '已提醒一次性告知' })).toMatchObject({ status: 200 })
  await until(lead, flags, ({ byId }) => !byId.has(id))
}, patience)

test('a case opened at ten past instants is as it was recorded then, for those who could see it', async () => {
  const { id, who } = await submitted(it_, 'jobs')
  const draft = (await caseOf(who, id)).startedAt
  const snapshots: { at: string; document: ApplicationDocument }[] = []
  const steps: readonly (readonly [Visit, string, unknown])[] = [
    [first, 'ClaimCase', {}], [first, 'JudgeCondition', { condition: 'staff', result: 'failed', note: '台账不符' }],
    [first, 'HandOverCase', { to: 'second', reason: '请接着办' }], [second, 'RequestCorrection', { items: [item('a', 'payee.bank')], days: 5 }],
    [who, 'PatchAnswers', { patch: { 'payee.bank': '示例银行柳州支行' } }], [who, 'AnswerCorrection', {}],
    [second, 'JudgeCondition', { condition: 'staff', result: 'met', note: '补正后相符' }], [second, 'ReturnCase', { to: 'pool', reason: '不熟悉这个事项' }],
    [first, 'ClaimCase', {}], [first, 'ApproveApplication', { opinion: '材料齐全，同意' }],
  ]
  for (const [visit, type, data] of steps) {
    // Instants of which each has one event at most.
    while (new Date().toISOString() <= (snapshots.at(-1)?.at ?? '')) await new Promise(resolve => setImmediate(resolve))
    expect(await visit.ask('application', id, type, data)).toMatchObject({ status: 200 })
    const document = await caseOf(head, id)
    snapshots.push({ at: document.updatedAt, document })
  }
  expect(new Set(snapshots.map(({ at }) => at)).size).toBe(10)
  for (const { at, document } of snapshots) {
    for (const visit of [head, who]) expect(await visit.get(`/api/applications/${id}/past?at=${at}`)).toMatchObject({ status: 200, body: { at, document } })
    expect((await head.get(`/api/applications/${id}/past?at=${at}`)).body.document).toEqual(document)
  }
  expect(await who.get(`/api/applications/${id}/past?at=${draft}`)).toMatchObject({ status: 200, body: { document: { status: 'draft' } } })
  expect(await head.get(`/api/applications/${id}/past?at=${draft}`)).toMatchObject({ status: 404 })
  expect(await head.get(`/api/applications/${id}/past?at=2000-01-01T00:00:00.000Z`)).toMatchObject({ status: 404 })
  expect(await head.get(`/api/applications/${id}/past?at=yesterday`)).toMatchObject({ status: 400 })
}, patience)

test('an item without any clause is refused on a basis in words, and never without one', async () => {
  await it_.ask('policy', 'bare', 'DraftPolicy', { title: '示例旧办法', number: '', summary: '', validUntil: null, office: 'labour', officeName: '示例labour' })
  await it_.ask('policy', 'bare', 'PutItem', { item: plainItem('labour', { conditions: [] }) })
  await it_.ask('policy', 'bare', 'PublishPolicy', {})
  const { id, who } = await submitted(it_, 'bare')
  const reason = '申报的岗位不在补贴范围内'
  expect(await first.ask('application', id, 'RefuseApplication', { clause: '', reason })).toMatchObject({ status: 409, body: { code: 'application/refusal-needs-clause' } })
  expect(await first.ask('application', id, 'RefuseApplication', { clause: '', cited: { ref: '  ', text: '' }, reason })).toMatchObject({ status: 400 })
  expect(await first.ask('application', id, 'RefuseApplication', { clause: '', cited: { ref: '《示例管理办法》第十二条', text: '' }, reason })).toMatchObject({ status: 200 })
  expect((await caseOf(who, id)).decision).toMatchObject({ clause: { ref: '《示例管理办法》第十二条', text: '' }, opinion: reason })
}, patience)
