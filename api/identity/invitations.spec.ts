import { beginning } from '@qinqing/domain/identity/invitation/contract'
import type { Recorded } from '@qinqing/domain/kernel/message'
import { partsOf, streamOf } from '@qinqing/domain/kernel/stream'
import { documentOf, found, settle, type Town, town, Visit } from '../spec.ts'
import { liuzhou } from '../kernel/city.ts'
import { beginningLink } from './beginning.ts'
import { hashed } from './doorkeeper.ts'

const own = 'a long one of my own'
const me = { username: 'shili.guan', name: '示例管理员', phone: '13800000000', password: own }
const office = { bureau: '示例政务服务局', name: '综合科', phone: '0772-2800100' }

let city: Town
beforeAll(async () => { city = await town() })
afterAll(() => city.end())

const look = (link: string) => new Visit(city.url).send('POST', '/api/invitations/look', { link })
const accept = (link: string, over: object = {}, visit = new Visit(city.url)) => visit.send('POST', '/api/invitations/accept', { link, ...me, ...over })
const events = (aggregate: string, id: string): Promise<Recorded[]> => city.opened.running.kernel.log.read(streamOf(liuzhou.id, aggregate, id))

/** Resolves when the reactions to what has happened have happened, too. */
async function until(true_: () => Promise<boolean>): Promise<void> {
  while (!await true_()) await city.opened.running.reader.atLeast(await city.opened.running.kernel.log.head() + 1, 20)
}

let secrets = 0
const newSecret = () => `secret-${++secrets}-that-nobody-guesses`

/** An invitation by the operator; answers its link. */
async function invited(id: string, type: 'InviteOfficial' | 'InviteAgent', data: object, secret = newSecret()): Promise<string> {
  await city.ask('invitation', id, type, { invitee: '示例某', days: 7, ...data, secretHash: hashed(secret) })
  return `${id}.${secret}`
}

describe('the beginning of a city', () => {
  test('one link makes the first administrator, an office, and nothing else', async () => {
    const before = await beginningLink(city.opened.running)
    const link = await beginningLink(city.opened.running)
    expect(await look(before!)).toMatchObject({ status: 404, body: { code: 'person/bad-invitation' } })
    expect(await look(link!)).toMatchObject({ status: 200, body: { kind: 'administrator', city: liuzhou.name } })
    expect(await accept(link!)).toMatchObject({ status: 409, body: { code: 'person/no-first-office' } })

    const answer = await accept(link!, { office })
    expect(answer.status).toBe(200)
    const admin = await new Visit(city.url).signIn(me.username, own)
    expect(await admin.get('/api/session')).toMatchObject({ body: { person: { name: '示例管理员', temporary: false }, viewer: { roles: ['admin'] } } })
    const id = String(answer.body.person)
    await until(async () => (await events('office', `office-${id}`)).length > 0)
    await until(async () => (await admin.get(`/api/documents/offices/office-${id}`)).status === 200)
    expect(await documentOf(admin, 'offices', `office-${id}`)).toMatchObject({ ...office, sample: false })
    expect(await documentOf(admin, 'accounts', id)).toMatchObject({ phone: '13800000000' })
  })

  test('afterwards the link is dead, and none is made any more', async () => {
    const [last] = (await events('invitation', beginning)).slice(-1)
    expect(last!.type).toBe('InvitationAccepted')
    expect(await beginningLink(city.opened.running)).toBeNull()
  })

  test('the secret stands nowhere: only its hash does', async () => {
    const link = 'never'.repeat(8)
    await invited('secretly', 'InviteOfficial', { office: await anyOffice(), title: '审核', roles: ['reviewer'] }, link)
    expect(JSON.stringify(await events('invitation', 'secretly'))).not.toContain(link)
    await accept(`secretly.${link}`, { username: 'shili.geheim' })
    const { events: all } = await city.opened.running.kernel.log.page({ after: 0, limit: 500 })
    expect(JSON.stringify(all)).not.toContain(link)
    expect(JSON.stringify(all)).not.toContain(own)
    expect(city.journal.join('')).not.toMatch(new RegExp(`${link}|${own}`))
  })
})

const anyOffice = async (): Promise<string> => {
  const { events: [first] } = await city.opened.running.kernel.log.page({ after: 0, types: ['OfficeEstablished'] })
  return partsOf(first!.stream).id
}

describe('an invitation', () => {
  beforeAll(async () => {
    await city.ask('office', 'a', 'EstablishOffice', office)
    await found(city, 'firm')
    await settle(city, 'the.admin', { posts: [{ office: 'a', roles: ['admin'] }] })
    await settle(city, 'reviewer', { posts: [{ office: 'a', roles: ['reviewer'] }] })
  })

  test('says to whoever opens it who invites to what, and lets in with all of it', async () => {
    const admin = await new Visit(city.url).signIn('the.admin')
    const asked = await admin.ask('invitation', 'to-office', 'InviteOfficial', { invitee: '示例某', days: 7, office: 'a', title: '审核', roles: ['reviewer'], secretHash: hashed('one') })
    expect(asked.status).toBe(200)
    expect(await look('to-office.one')).toMatchObject({
      status: 200, body: { kind: 'official', by: '示例the.admin', invitee: '示例某', place: '示例政务服务局综合科', title: '审核', roles: ['reviewer'] },
    })
    const visit = new Visit(city.url)
    const { status, cookie } = await accept('to-office.one', { username: 'Shili.Shen ', name: '示例审核' }, visit)
    expect({ status, cookie }).toEqual({ status: 200, cookie: expect.stringMatching(/^qq_session=.*HttpOnly/) })
    const colleague = await new Visit(city.url).signIn('shili.shen', own)
    expect(await colleague.get('/api/session')).toMatchObject({ body: { person: { posts: [{ office: 'a', officeName: '示例政务服务局综合科', title: '审核' }] }, viewer: { roles: ['reviewer'] } } })
    await until(async () => (await documentOf(admin, 'invitations', 'to-office')).status === 'accepted')
    expect(await look('to-office.one')).toMatchObject({ status: 410, body: { code: 'person/invitation-used' } })
    expect(await accept('to-office.one', { username: 'another' })).toMatchObject({ status: 410, body: { code: 'person/invitation-used' } })
  })

  test('of an enterprise lets its agent in', async () => {
    const link = await invited('to-firm', 'InviteAgent', { enterprise: 'firm', capacity: 'legal' })
    expect(await look(link)).toMatchObject({ body: { kind: 'agent', place: '柳州示例firm有限公司', capacity: 'legal' } })
    expect(await accept(link, { username: 'shili.fa' })).toMatchObject({ status: 200 })
    const agent = await new Visit(city.url).signIn('shili.fa', own)
    expect(await agent.get('/api/session')).toMatchObject({ body: { viewer: { roles: ['agent'], enterprises: ['firm'] } } })
  })

  test('is worth nothing when it was withdrawn, replaced, has expired, or was never there', async () => {
    const to = { office: 'a', title: '审核', roles: ['reviewer'] }
    const withdrawn = await invited('withdrawn', 'InviteOfficial', to)
    await city.ask('invitation', 'withdrawn', 'RevokeInvitation', {})
    const replaced = await invited('replaced', 'InviteOfficial', to)
    await city.ask('invitation', 'replaced', 'RenewInvitation', { secretHash: hashed('another'), days: 1 })
    const codes = async (link: string) => [await look(link), await accept(link, { username: 'nobody.new' })].map(({ status, body }) => `${status} ${String(body.code)}`)
    expect(await codes(withdrawn)).toEqual(Array(2).fill('410 person/invitation-revoked'))
    expect(await codes(replaced)).toEqual(Array(2).fill('404 person/bad-invitation'))
    expect(await look('replaced.another')).toMatchObject({ status: 200 })
    for (const wrong of ['never.there', 'replaced.', 'replaced', '', '.', 'withdrawn.guess', '../../x.y', 'constructor.constructor']) {
      expect(await codes(wrong)).toEqual(Array(2).fill('404 person/bad-invitation'))
    }
    expect((await events('claim', 'username/nobody.new')).length).toBe(0)
  })

  test('expires in time, for good', async () => {
    const { kernel } = city.opened.running
    const now = kernel.world.clock.now
    const link = await invited('short', 'InviteOfficial', { office: 'a', title: '审核', roles: ['reviewer'], days: 1 })
    kernel.world.clock.now = () => new Date(Date.parse(now()) + 24 * 3_600_000).toISOString()
    try {
      expect(await look(link)).toMatchObject({ status: 410, body: { code: 'person/invitation-expired' } })
      expect(await accept(link, { username: 'too.late' })).toMatchObject({ status: 410, body: { code: 'person/invitation-expired' } })
    } finally {
      kernel.world.clock.now = now
    }
    expect(await look(link)).toMatchObject({ status: 200 })
  })

  test('used by twenty at once makes exactly one person', async () => {
    const link = await invited('raced', 'InviteOfficial', { office: 'a', title: '审核', roles: ['reviewer'] })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => accept(link, { username: `racer.${n}` })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(new Set(['person/invitation-used']))
    const names = await Promise.all(Array.from({ length: 20 }, (_, n) => events('claim', `username/racer.${n}`)))
    expect(names.filter(one => one.length > 0)).toHaveLength(1)
  })

  test('is not spent by a user name that is taken', async () => {
    const link = await invited('again', 'InviteOfficial', { office: 'a', title: '审核', roles: ['reviewer'] })
    expect(await accept(link, { username: 'the.admin' })).toMatchObject({ status: 409, body: { code: 'person/username-taken' } })
    expect(await accept(link, { username: 'not.taken' })).toMatchObject({ status: 200 })
  })

  test('takes no password that is too short, or says the name', async () => {
    const link = await invited('weakly', 'InviteOfficial', { office: 'a', title: '审核', roles: ['reviewer'] })
    for (const [password, message] of [['short', 'short'], ['aaaaaaaaaaaaaa', 'plain'], ['my name is shili', 'plain']]) {
      expect(await accept(link, { username: 'shili', password })).toMatchObject({ status: 400, body: { faults: [{ path: 'password', message }] } })
    }
  })

  test('is sent by administrators only, and read by them', async () => {
    const reviewer = await new Visit(city.url).signIn('reviewer')
    const data = { invitee: '', days: 7, office: 'a', title: '审核', roles: ['admin'], secretHash: hashed('mine') }
    expect(await reviewer.ask('invitation', 'mine', 'InviteOfficial', data)).toMatchObject({ status: 403 })
    expect(await reviewer.get('/api/documents/invitations/to-office')).toMatchObject({ status: 404 })
    expect(await reviewer.ask('person', 'mine', 'AcceptInvitation', {})).toMatchObject({ status: 403 })
    const admin = await new Visit(city.url).signIn('the.admin')
    expect(await admin.ask('invitation', beginning, 'InviteAdministrator', { secretHash: hashed('mine'), days: 1 })).toMatchObject({ status: 403 })
    expect(JSON.stringify(await admin.get('/api/rows/invitations'))).not.toContain(hashed('one'))
  })
})

test('an administrator who is made otherwise ends the beginning', async () => {
  const other = await town()
  try {
    const link = await beginningLink(other.opened.running)
    await settle(other, 'made', { posts: [{ office: 'a', roles: ['admin'] }] })
    const { log } = other.opened.running.kernel
    const closed = async () => (await log.read(streamOf(liuzhou.id, 'invitation', beginning))).at(-1)!.type === 'InvitationRevoked'
    while (!await closed()) await other.opened.running.reader.atLeast(await log.head() + 1, 20)
    const answer = await new Visit(other.url).send('POST', '/api/invitations/accept', { link, ...me, office })
    expect(answer).toMatchObject({ status: 410, body: { code: 'person/invitation-revoked' } })
    expect(await beginningLink(other.opened.running)).toBeNull()
    // Who loses the last administrator begins again.
    await other.ask('person', 'made', 'SuspendPerson', { reason: '离岗' })
    expect(await beginningLink(other.opened.running)).toMatch(/^first-administrator\./)
  } finally {
    await other.end()
  }
})
