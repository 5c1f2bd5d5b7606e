import type { Recorded } from '@qinqing/domain/kernel/message'
import { streamOf } from '@qinqing/domain/kernel/stream'
import type { DeviceDocument } from '@qinqing/domain/identity/session/contract'
import { LiveClient } from '@qinqing/realtime/client'
import { parser } from '@qinqing/realtime/encoding'
import { io } from 'socket.io-client'
import { bounds } from '../kernel/bounds.ts'
import { liuzhou, theSystem } from '../kernel/city.ts'
import { password, settle, type Town, town, Visit } from '../spec.ts'
import { hashed, sessionCookie } from './doorkeeper.ts'
import { hashPassword } from './passwords.ts'

const own = 'a long one of my own'

let city: Town
beforeAll(async () => {
  city = await town()
  await settle(city, 'admin', { posts: [{ office: 'a', roles: ['admin'] }] })
})
afterAll(() => city.end())

let count = 0
/** Somebody new, at two browsers. */
async function somebody(): Promise<{ id: string; here: Visit; there: Visit }> {
  const id = await settle(city, `somebody${++count}`, { posts: [{ office: 'a', roles: ['reviewer'] }] })
  return { id, here: await new Visit(city.url).signIn(id), there: await new Visit(city.url).signIn(id) }
}
const change = (who: Visit, old: string, next: string) => who.send('POST', '/api/session/password', { old, password: next })
const isIn = async (who: Visit) => (await who.get('/api/session')).status === 200
const devicesOf = async (who: Visit) => ((await who.get('/api/rows/devices')).body as { rows: { document: DeviceDocument }[] }).rows.map(({ document }) => document)

describe('the own password', () => {
  test('is changed by whoever knows the old one; all other sessions end', async () => {
    const { id, here, there } = await somebody()
    expect(await change(here, password, own)).toMatchObject({ status: 204 })
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    await expect(new Visit(city.url).signIn(id)).rejects.toThrow('401')
    expect(await isIn(await new Visit(city.url).signIn(id, own))).toBe(true)
  })

  test.each([
    ['a wrong old one', 'not this one', own, { status: 403, body: { code: 'password/wrong-old' } }],
    ['the same again', password, password, { status: 400, body: { faults: [{ path: 'password', message: 'same' }] } }],
    ['a short one', password, 'too short', { status: 400, body: { faults: [{ path: 'password', message: 'short' }] } }],
    ['one that says the name', password, 'somebody2 somebody3 somebody4 somebody5 somebody6', { status: 400, body: { faults: [{ path: 'password', message: 'plain' }] } }],
  ])('is not changed with %s', async (_, old, next, answer) => {
    const { here, there } = await somebody()
    expect(await change(here, old, next)).toMatchObject(answer)
    expect([await isIn(here), await isIn(there)]).toEqual([true, true])
  })

  test('cannot be guessed at with somebody\'s open session', async () => {
    const { here } = await somebody()
    const tries = []
    for (let n = 0; n < 7; n++) tries.push((await change(here, `guess ${n}`, own)).status)
    expect(tries.slice(0, 5)).toEqual(Array(5).fill(403))
    expect(tries.at(-1)).toBe(429)
  })
})

describe('a password that an administrator gives', () => {
  test('ends what was opened before, lets in, and lets nothing be done until it was replaced', async () => {
    const { id, here, there } = await somebody()
    const admin = await new Visit(city.url).signIn('admin')
    const { body } = await admin.send('POST', `/api/people/${id}/password`)
    expect([await isIn(here), await isIn(there)]).toEqual([false, false])
    const again = await new Visit(city.url).signIn(id, String(body.password))
    expect(await again.get('/api/session')).toMatchObject({ body: { person: { temporary: true } } })
    const write = () => again.ask('draft', `${id}.note`, 'PatchDraft', { patch: { note: '示例' } })
    expect(await write()).toMatchObject({ status: 403, body: { code: 'password/temporary' } })
    expect(await change(again, String(body.password), own)).toMatchObject({ status: 204 })
    expect(await write()).toMatchObject({ status: 200 })
  })

  test('does not even let an administrator give others one, take files in or out, or begin an import', async () => {
    const id = await settle(city, 'second.admin', { posts: [{ office: 'a', roles: ['admin', 'editor'] }], enterprises: ['x'] })
    const admin = await new Visit(city.url).signIn('admin')
    const { body } = await admin.send('POST', `/api/people/${id}/password`)
    const first = await new Visit(city.url).signIn(id, String(body.password))
    const bytes = new TextEncoder().encode('[]')
    const doors: [string, string, unknown?, Record<string, string>?][] = [
      ['POST', '/api/people/admin/password'], ['POST', '/api/exports/people', {}], ['POST', '/api/imports/intake-first/file', bytes, { 'content-type': 'application/octet-stream' }],
      ['POST', '/api/applications/any/files', bytes, { 'content-type': 'application/octet-stream' }], ['POST', '/api/applications/any/uploads'],
    ]
    for (const door of doors) expect([door[1], (await first.send(...door)).body.code]).toEqual([door[1], 'password/temporary'])
    expect(await isIn(admin)).toBe(true)
    expect((await first.send('DELETE', '/api/session')).status).toBe(204)
  })
})

describe('a suspended account', () => {
  test('says so to whoever has the right password, and to nobody else', async () => {
    const { id } = await somebody()
    await city.ask('person', id, 'SuspendPerson', { reason: '离岗' })
    const signIn = (secret: string) => new Visit(city.url).send('POST', '/api/session', { username: id, password: secret })
    expect(await signIn(password)).toMatchObject({ status: 403, cookie: null, body: { code: 'sign-in/suspended' } })
    expect(await signIn('not this one')).toMatchObject({ status: 401, body: { code: 'sign-in/wrong' } })
  })
})

describe('sessions', () => {
  test('are seen by their person and by nobody else, without what would let anybody in', async () => {
    const { id, here, there } = await somebody()
    const [mine, other] = [await devicesOf(here), await devicesOf((await somebody()).here)]
    expect(mine.map(({ person }) => person)).toEqual([id, id])
    expect(other.map(({ person }) => person)).not.toContain(id)
    expect(JSON.stringify(mine)).not.toContain('Hash')
    expect(await isIn(there)).toBe(true)
  })

  test('are nobody\'s who knows their name alone, whatever stands behind it', async () => {
    const { here } = await somebody()
    const [id, secret] = here.cookies.split('=')[1]!.split('.') as [string, string]
    const wrong = ['', '.', `.${secret.slice(1)}x`, `.${secret}x`, `.${hashed(secret)}`, '.undefined'].map(end => `${sessionCookie}=${id}${end}`)
    for (const cookie of wrong) expect([cookie, (await new Visit(city.url).send('GET', '/api/rows/devices', undefined, { cookie })).status]).toEqual([cookie, 401])
    expect(await isIn(here)).toBe(true)
  })

  test('that are being opened with a password that is replaced meanwhile are not opened', async () => {
    const { id } = await somebody()
    const { log } = city.opened.running.kernel
    const append = log.append.bind(log)
    log.append = async (...args: Parameters<typeof append>) => {
      log.append = append
      await city.ask('person', id, 'SetPassword', { hash: await hashPassword(own) }, theSystem(liuzhou.id))
      return append(...args)
    }
    expect(await new Visit(city.url).send('POST', '/api/session', { username: id, password })).toMatchObject({ status: 401, cookie: null, body: { code: 'sign-in/wrong' } })
  })

  test('end all when the password changes, however many there are and however old', async () => {
    const { id, here, there } = await somebody()
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const opened = Array.from({ length: bounds.page + 5 }, (_, n) =>
      city.ask('session', `${id}-${n}`, 'OpenSession', { person: id, secretHash: hashed(`${id} ${n}`), expiresAt, client: '示例浏览器' }, theSystem(liuzhou.id)))
    await Promise.all(opened)
    expect(await isIn(there)).toBe(true)
    expect((await change(here, password, own)).status).toBe(204)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect(await devicesOf(here)).toHaveLength(1)
  })

  test('are ended from elsewhere by their person only; ending one twice is no fault', async () => {
    const { here, there } = await somebody()
    const stranger = (await somebody()).here
    const id = there.cookies.split('=')[1]!.split('.')[0]!
    expect(await stranger.ask('session', id, 'CloseSession', { reason: 'revoked' })).toMatchObject({ status: 404 })
    expect(await here.ask('session', id, 'CloseSession', { reason: 'revoked' })).toMatchObject({ status: 200 })
    expect(await here.ask('session', id, 'CloseSession', { reason: 'revoked' })).toMatchObject({ status: 200 })
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    const closed: Recorded[] = await city.opened.running.kernel.log.read(streamOf(liuzhou.id, 'session', id))
    expect(closed.map(({ type }) => type)).toEqual(['SessionOpened', 'SessionClosed'])
  })

  test('that are past their time end their sockets within two seconds', async () => {
    const { id } = await somebody()
    const secret = 'for-this-spec'
    const expiresAt = new Date(Date.now() + 700).toISOString()
    await city.ask('session', 'brief', 'OpenSession', { person: id, secretHash: hashed(secret), expiresAt, client: '示例浏览器' }, theSystem(liuzhou.id))
    await city.opened.running.reader.atLeast(await city.opened.running.kernel.log.head(), 5_000, ['sessions'])
    const client = new LiveClient({
      transport: () => io(city.url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: `${sessionCookie}=brief.${secret}`, origin: city.url } }),
    })
    client.start()
    const state = (wanted: (now: ReturnType<LiveClient['connection']>) => boolean) => new Promise<void>(done => {
      const look = () => wanted(client.connection()) && done()
      client.watchConnection(look)
      look()
    })
    await state(now => now.state === 'live')
    await state(now => now.problem?.status === 401)
    expect(Date.now() - Date.parse(expiresAt)).toBeLessThan(2_000)
    client.stop()
  })
})
