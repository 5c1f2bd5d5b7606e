import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { found, plainItem, publish, settle, type Town, town, until, Visit } from '../spec.ts'

let it_: Town
beforeAll(async () => {
  it_ = await town()
  await publish(it_, 'jobs', plainItem('labour'))
  await found(it_, 'firm', { employees: 20 })
  await settle(it_, 'admin', { posts: [{ office: 'labour', roles: ['admin'] }] })
})
afterAll(async () => {
  delete process.env['QQ_METRICS_TOKEN']
  await it_.end()
})

const asked = (path: string, headers: Record<string, string> = {}) => new Visit(it_.url).send('GET', path, undefined, headers)

test('says that it lives and is ready', async () => {
  expect(await asked('/health')).toMatchObject({ status: 200, body: { live: true, ready: true, standing: [] } })
})

test.each(['/health', '/metrics'])('%s is not for those for whom a proxy asks, but with the token it is', async path => {
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) expect(await asked(path, { [header]: '203.0.113.7' })).toMatchObject({ status: 403, body: { code: 'not-from-here' } })
  process.env['QQ_METRICS_TOKEN'] = 'a token for specs'
  expect((await asked(path, { via: '1.1 proxy', authorization: 'Bearer a token for specs' })).status).toBe(200)
  expect((await asked(path, { via: '1.1 proxy', authorization: 'Bearer another' })).status).toBe(403)
})

test('numbers name projections, routes and outcomes, and nothing that anybody typed', async () => {
  const admin = await new Visit(it_.url).signIn('admin')
  await admin.ask('office', 'labour', 'EstablishOffice', { bureau: '示例局', name: '示例科', phone: '0772-1' })
  await admin.ask('office', 'a-secret-id', 'constructor', {})
  await admin.get('/api/rows/offices?text=a-secret-text')
  const { body } = await asked('/metrics')
  const text = String(body)
  expect(text).toMatch(/^qinqing_projection_lag_events\{projection="applications"\} \d+$/m)
  expect(text).toMatch(/^qinqing_commands_total\{aggregate="office",command="EstablishOffice",outcome="done"\} 1$/m)
  expect(text).toMatch(/^qinqing_commands_total\{aggregate="unknown",command="unknown",outcome="malformed"\} 1$/m)
  expect(text).toMatch(/^qinqing_request_seconds_count\{method="GET",route="\/api\/rows\/:projection",status="200"\} 1$/m)
  expect(text).toMatch(/^qinqing_append_seconds_count [1-9]/m)
  expect(text).toMatch(/^qinqing_live\{what="sockets"\} 0$/m)
  expect(text).toMatch(/^qinqing_event_loop_delay_seconds\{quantile="0.99"\} /m)
  expect(text).not.toMatch(/a-secret|示例/)
})

test('administrators see how read models stand', async () => {
  const admin = await new Visit(it_.url).signIn('admin')
  const { body } = await admin.get('/api/system')
  expect(body['projections']).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'policies', documents: 1, edition: 0, standing: false, since: expect.stringMatching(/^20/) as unknown })]))
})

test('a log that cannot be reached is no health', async () => {
  const { log } = it_.opened.running.kernel
  const head = log.head.bind(log)
  log.head = async () => { throw new Error('the disk is away') }
  expect(await asked('/health')).toMatchObject({ status: 503 })
  log.head = head
})

// Last, since it lays hands on the file.
test('a read model that stumbles stands still by itself and says so, the others go on, and as soon as it is made right it catches up', async () => {
  const { kernel, reader, reconciler } = it_.opened.running
  const office = { bureau: '示例局', name: '示例科', phone: '0772-1' }
  await it_.ask('office', 'spoilt', 'EstablishOffice', office)
  await reader.atLeast(await kernel.log.head(), 10_000)
  const db = new DatabaseSync(join(it_.folder, 'documents.db'), { timeout: 5_000 })
  const { key } = db.prepare(`select key from targets where kind = 'documents' and name = 'offices'`).get() as { key: number }
  db.exec(`update d${key} set body = '{"id":' where id = 'spoilt'`)
  db.close()

  await it_.ask('office', 'spoilt', 'ReviseOffice', { ...office, phone: '0772-2' })
  await it_.ask('office', 'next', 'EstablishOffice', office)
  await found(it_, 'another', { employees: 20 })
  const head = await kernel.log.head()
  expect(await reader.atLeast(head, 10_000, ['enterprises', 'dossiers'])).toBe(true)
  await until(() => it_.journal.some(line => line.includes('offices stands still')))
  expect(await asked('/health')).toMatchObject({ status: 200, body: { standing: ['offices'] } })
  const admin = await new Visit(it_.url).signIn('admin')
  const { body } = await admin.get('/api/system')
  expect(body['projections']).toEqual(expect.arrayContaining([
    expect.objectContaining({ name: 'offices', standing: true }), expect.objectContaining({ name: 'enterprises', standing: false, lag: 0 }),
  ]))

  expect(await reconciler.compareAll()).toMatchObject([{ projection: 'offices', id: 'spoilt', kind: 'changed' }])
  expect(await reader.atLeast(head, 30_000)).toBe(true)
  expect((await reader.document('offices', 'spoilt', { tenant: 'liuzhou', person: 'admin', roles: ['admin'], offices: [], enterprises: [] }))?.row.document).toMatchObject({ phone: '0772-2' })
  expect(await asked('/health')).toMatchObject({ body: { standing: [] } })
}, 60_000)
