import { streamOf } from '@qinqing/domain/kernel/stream'
import { liuzhou } from '../kernel/city.ts'
import { password, settle, type Town, town, Visit } from '../spec.ts'

const other = { ...liuzhou, id: 'nanning', prefix: 'NN', hosts: ['localhost'] }

let city: Town
let admin: Visit

beforeAll(async () => {
  city = await town({ cities: [liuzhou, other] })
  await settle(city, 'admin', { posts: [{ office: 'a', roles: ['admin'] }] })
  await settle(city, 'lead', { posts: [{ office: 'a', roles: ['lead', 'reviewer', 'editor'] }] })
  await settle(city, 'somebody', {})
  await settle(city, 'elsewhere', { tenant: other.id })
  admin = await new Visit(city.url).signIn('admin')
})
afterAll(() => city.end())

const give = (who: Visit, id: string) => who.send('POST', `/api/people/${id}/password`)

test('an administrator gets a new password once, and with it and no other one signs in', async () => {
  const { status, body } = await give(admin, 'somebody')
  expect(status).toBe(200)
  expect(body).toEqual({ username: 'somebody', password: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/) })
  await expect(new Visit(city.url).signIn('somebody')).rejects.toThrow('401')
  const visit = await new Visit(city.url).signIn('somebody', String(body.password))
  expect(await visit.get('/api/session')).toMatchObject({ status: 200, body: { person: { id: 'somebody' } } })
})

test('each one is another, and the one before is worth nothing', async () => {
  const [first, second] = [await give(admin, 'somebody'), await give(admin, 'somebody')]
  expect(second.body.password).not.toBe(first.body.password)
  await expect(new Visit(city.url).signIn('somebody', String(first.body.password))).rejects.toThrow('401')
})

test('the log names the administrator as the cause, and holds no password', async () => {
  const { body } = await give(admin, 'somebody')
  const set = (await city.opened.running.kernel.log.read(streamOf(liuzhou.id, 'person', 'somebody'))).at(-1)
  expect(set).toMatchObject({ type: 'PasswordSet', actor: 'system', causationId: 'person:admin' })
  expect(JSON.stringify(set)).not.toContain(String(body.password))
  expect(city.journal.join('')).not.toContain(String(body.password))
})

test('who is no administrator gets none, not even an own one', async () => {
  const lead = await new Visit(city.url).signIn('lead')
  expect(await give(lead, 'somebody')).toMatchObject({ status: 403 })
  expect(await give(lead, 'lead')).toMatchObject({ status: 403 })
  expect(await new Visit(city.url).signIn('lead', password)).toBeDefined()
})

test('somebody of another city is not there', async () => {
  expect(await give(admin, 'elsewhere')).toMatchObject({ status: 404 })
})

test('a suspended account is restored first', async () => {
  await settle(city, 'left', {})
  await city.ask('person', 'left', 'SuspendPerson', { reason: '离岗' })
  expect(await give(admin, 'left')).toMatchObject({ status: 409, body: { code: 'person/suspended' } })
  await city.ask('person', 'left', 'RestorePerson', {})
  expect(await give(admin, 'left')).toMatchObject({ status: 200 })
})
