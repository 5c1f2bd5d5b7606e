import { found, plainItem, publish, settle, type Town, town, Visit } from '../spec.ts'

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
