import { tell } from '@qinqing/domain/reactions/tell'
import type { NoticeDocument } from '@qinqing/domain/service/notice/contract'
import { partsOf } from '@qinqing/domain/kernel/stream'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { plainItem, publish, settle, submitted, type Town, town, until, Visit } from '../spec.ts'

let it_: Town
const visits: Record<string, Visit> = {}
const cases: { id: string; firm: string; who: Visit }[] = []

const log = async () => (await it_.opened.running.kernel.log.page({ after: 0, limit: 10_000 })).events
const sources = async () => (await log()).filter(({ type, data }) => Object.hasOwn(tell.on, type) && !(type === 'PolicyPublished' && (data as { version: number }).version === 1))

/** Everything that happened has been told, and can be read. */
async function told(town = it_) {
  const last = (await sources()).at(-1)!.position
  await until(async () => ((await town.opened.running.documents.checkpoint({ name: 'reaction-tell', version: 1, indexed: [], searched: [] }))?.position ?? 0) >= last)
  expect(await town.opened.running.reader.atLeast(await town.opened.running.kernel.log.head(), 5_000)).toBe(true)
}

const notices = async (who: Visit, where: unknown = ['always']): Promise<NoticeDocument[]> => {
  const query = new URLSearchParams({ where: JSON.stringify(where), sort: '[["at","asc"]]', limit: '200' })
  return ((await who.get(`/api/rows/notices?${query}`)).body.rows as { document: NoticeDocument }[]).map(({ document }) => document)
}
const kinds = async (who: string) => (await notices(visits[who]!)).map(({ kind }) => kind)

const act = async (who: Visit, id: string, type: string, data: object = {}) => expect(await who.ask('application', id, type, data)).toMatchObject({ status: 200 })

beforeAll(async () => {
  it_ = await town()
  for (const id of ['a', 'b']) await it_.ask('office', id, 'EstablishOffice', { bureau: '示例局', name: `示例${id}`, phone: '0772-1' })
  await publish(it_, 'policy', plainItem('a'))
  await publish(it_, 'elsewhere', plainItem('b'))
  await settle(it_, 'wang', { posts: [{ office: 'a', roles: ['reviewer'] }] })
  await settle(it_, 'lead', { posts: [{ office: 'a', roles: ['lead'] }] })
  await settle(it_, 'other', { posts: [{ office: 'b', roles: ['reviewer'] }] })
  await settle(it_, 'admin', { posts: [{ office: 'b', roles: ['admin'] }] })
  for (let n = 0; n < 3; n++) cases.push(await submitted(it_, 'policy'))
  for (const name of ['wang', 'lead', 'other', 'admin']) visits[name] = await new Visit(it_.url).signIn(name)
  const [one, two] = [cases[0]!, cases[1]!]
  Object.assign(visits, { one: one.who, two: two.who, three: cases[2]!.who })
  await act(visits.wang!, one.id, 'ClaimCase')
  await act(visits.wang!, one.id, 'RequestCorrection', { items: [{ id: 'i', field: 'contact.name', text: '请写全名' }], days: 5 })
  await act(one.who, one.id, 'PatchAnswers', { patch: { 'contact.name': '示例联系人二' } })
  await act(one.who, one.id, 'AnswerCorrection')
  await act(visits.wang!, one.id, 'ReleaseCase')
  await act(visits.wang!, one.id, 'ClaimCase')
  await act(visits.wang!, one.id, 'ApproveApplication', { opinion: '材料齐全，同意' })
  await act(two.who, two.id, 'WithdrawApplication', { reason: '计划有变' })
  await it_.ask('policy', 'policy', 'ReviseClauses', { clauses: [{ ref: '第一条', text: '从业人数不低于 10 人，含劳务派遣' }] })
  await it_.ask('policy', 'policy', 'PublishPolicy', { why: '写明劳务派遣' })
  await told()
}, 30_000)
afterAll(() => it_.end())

test('everybody hears what concerns them, once, and nobody else does', async () => {
  const amended = 'amended'
  expect({ one: await kinds('one'), two: await kinds('two'), wang: await kinds('wang'), lead: await kinds('lead'), other: await kinds('other'), admin: await kinds('admin') }).toEqual({
    one: ['accepted', 'correction', 'approved', amended],
    two: [amended],
    wang: ['arrived', 'arrived', 'arrived', 'answered', 'withdrawn'],
    lead: ['arrived', 'arrived', 'arrived', 'withdrawn'],
    other: [],
    admin: [],
  })
  const [first] = await notices(visits.one!)
  expect(first).toMatchObject({ application: cases[0]!.id, enterprise: cases[0]!.firm, title: '新增就业岗位补贴', number: expect.stringMatching(/^LZ-/) })
})

test('what is new since a visit is the difference of the events since then, at every moment', async () => {
  const concern = ['CaseClaimed', 'CorrectionRequested', 'ApplicationApproved', 'ApplicationRefused']
  const own = (await log()).filter(({ stream, type }) => partsOf(stream).id === cases[0]!.id && concern.includes(type))
  // That it is taken up again is no second news.
  const events = own.filter(({ type }, n) => type !== 'CaseClaimed' || own.findIndex(one => one.type === type) === n)
  const moments = ['2020-01-01T00:00:00.000Z', ...(await log()).map(({ recordedAt }) => recordedAt)]
  for (const since of new Set(moments)) {
    const heard = await notices(visits.one!, ['all', [['gt', 'at', since], ['eq', 'audience', 'enterprise']]])
    expect(heard.map(({ at }) => at)).toEqual(events.filter(({ recordedAt }) => recordedAt > since).map(({ recordedAt }) => recordedAt))
  }
  expect(events).toHaveLength(3)
})

test('what is read is read on every device, and nobody reads for another', async () => {
  const phone = await new Visit(it_.url).signIn('wang')
  const [notice] = await notices(visits.wang!)
  const { body } = await phone.ask('inbox', 'wang', 'MarkRead', { shelf: 'desk', notices: [{ id: notice!.id, at: notice!.at }] })
  const seen = await visits.wang!.get(`/api/documents/inboxes/wang?atLeast=${String(body.position)}`)
  expect(seen.body.row).toMatchObject({ document: { shelves: { desk: { read: [{ id: notice!.id }] } } } })
  expect(await visits.lead!.ask('inbox', 'wang', 'MarkAllRead', { shelf: 'desk', through: notice!.at })).toMatchObject({ status: 404 })
  expect(await visits.lead!.get('/api/documents/inboxes/wang')).toMatchObject({ status: 404 })
})

test('documents that are made again tell nobody anything', async () => {
  const [before, events] = [await notices(visits.wang!), await log()]
  await it_.stop()
  for (const file of ['documents.db', 'documents.db-wal', 'documents.db-shm']) rmSync(join(it_.folder, file), { force: true })
  const folder = it_.folder
  it_ = await town({ folder })
  await told()
  expect((await log()).map(({ id }) => id)).toEqual(events.map(({ id }) => id))
  expect(await notices(await new Visit(it_.url).signIn('wang'))).toEqual(before)
}, 30_000)
