import type { Topic } from './client.ts'
import { allTasks, City, connected, live, roundTrip, until, viewer } from './spec.ts'

let city: City
beforeEach(async () => {
  city = await City.open({ beatMs: 60_000 })
  await city.set('mine')
  await city.set('theirs', { office: 'south' })
})
afterEach(() => city.close())

const document = (id: string, projection = 'tasks'): Topic => ({ kind: 'document', projection, id })
const all = (projection: string): Topic => ({ ...allTasks, projection } as Topic)
const number: Topic = { kind: 'count', projection: 'tasks', where: ['always'] }
const load: Topic = { kind: 'view', view: 'load', params: { least: '0' } }
const ids = (topic: Topic, client: ReturnType<City['client']>) => client.snapshot(topic).rows.map(({ id }) => id)

/** Everything that goes over a socket, as text. */
const overheard = (session: string, topics: readonly Topic[]) => {
  const words: unknown[] = []
  const socket = city.raw(session)
  socket.onAny((...said) => words.push(said))
  socket.on('push', (_frames, _beat, received) => received())
  const answers = topics.map(topic => socket.emitWithAck('watch', topic, null).then(answer => words.push(answer)))
  return {
    opened: Promise.all(answers),
    reached: (position: number) => socket.emitWithAck('reach', position),
    roundTrip: () => roundTrip(socket),
    text: () => JSON.stringify(words),
  }
}

test.each<[string, Topic, unknown]>([
  ['a document of another office is not there', document('theirs'), { ids: [], total: 0 }],
  ['nor does one that never was look different', document('never'), { ids: [], total: 0 }],
  ['nor one of a projection that is for others', document('mine', 'secrets'), { ids: [], total: 0 }],
  ['a list is of the own office', allTasks, { ids: ['mine'], total: 1 }],
  ['a count too', number, { total: 1 }],
  ['and a view', load, { ids: ['north'] }],
  ['a projection for others is refused', all('secrets'), { status: 403, code: 'FORBIDDEN', needs: ['admin'] }],
  ['and its count', { kind: 'count', projection: 'secrets', where: ['always'] }, { status: 403 }],
  ['an unknown projection is no projection', all('constructor'), { status: 400, code: 'MALFORMED' }],
  ['an unknown view is no view', { kind: 'view', view: 'constructor', params: {} }, { status: 400 }],
  ['a view knows its parameters', { kind: 'view', view: 'load', params: { least: 'x' } }, { status: 400, faults: [{ path: 'params.least' }] }],
  ['what is not indexed cannot be asked', { ...allTasks, where: ['eq', 'id', 'mine'] } as Topic, { status: 400, faults: [{ path: 'where.id' }] }],
  ['nor sorted by', { ...allTasks, sort: [['id', 'asc']] } as Topic, { status: 400, faults: [{ path: 'sort.0' }] }],
])('%s', async (_, topic, expected) => {
  expect(await city.raw('wang').emitWithAck('watch', topic, null)).toMatchObject(expected as object)
})

test('a view that is not for a guest is refused', async () => {
  city.gate.sessions.set('guest', viewer({ roles: ['guest'] }))
  expect(await city.raw('guest').emitWithAck('watch', load, null)).toMatchObject({ status: 403 })
})

test.each([
  ['a foreign origin', 'wang', { origin: 'http://evil.example' }],
  ['no origin', 'wang', { origin: '' }],
  ['no session', 'nobody', {}],
])('%s is turned away at the handshake', async (_, session, headers) => {
  const socket = city.raw(session, headers)
  const refusal = await new Promise<Error & { data?: unknown }>(resolve => { socket.on('connect_error', resolve) })
  expect(refusal.data).toMatchObject({ status: 401, code: 'SESSION_ENDED' })
  expect(city.gateway.state()).toMatchObject({ sockets: 0, refused: 1 })
})

test('no byte of another office or tenant arrives, whatever is asked', async () => {
  const topics = [document('theirs'), document('mine'), allTasks, number, load, all('secrets'), document('mine', 'secrets')]
  const [south, elsewhere] = [overheard('south', topics), overheard('elsewhere', topics)]
  await Promise.all([south.opened, elsewhere.opened])
  for (const office of ['north', 'west']) await city.set('mine', { office, title: '机密甲' })
  await city.set('theirs', { office: 'north', title: '机密乙' })
  await city.drop('mine')
  await city.set('theirs', { title: '机密丙', office: 'west' }, 'liuzhou')
  const position = await city.set('own', { title: '我的', office: 'north' }, 'guilin')
  await Promise.all([south.reached(position), elsewhere.reached(position)])
  expect(south.text()).toContain('theirs')
  expect(south.text()).not.toMatch(/机密|我的|west/)
  expect(elsewhere.text()).toContain('我的')
  expect(elsewhere.text()).not.toMatch(/机密|theirs.*rank|south|west/)
})

test('who loses an office loses its documents at once, and hears of nothing more', async () => {
  const client = city.client('wang')
  const topics = [document('mine'), allTasks, number, load]
  for (const topic of topics) client.watch(topic, () => {})
  await Promise.all(topics.map(topic => live(client, topic)))
  const since = performance.now()
  city.gate.become('wang', viewer({ offices: ['south'] }))
  await until(client, document('mine'), ({ phase }) => phase === 'refused')
  await until(client, allTasks, ({ rows }) => rows.map(({ id }) => id).join() === 'theirs')
  await until(client, load, ({ rows }) => rows.map(({ id }) => id).join() === 'south')
  expect(performance.now() - since).toBeLessThan(2_000)
  expect(client.snapshot(document('mine')).rows).toEqual([])
  await city.set('mine', { title: '不再看得到' })
  await city.set('also theirs', { office: 'south' })
  await client.reached(city.position, city.log)
  expect(ids(allTasks, client)).toEqual(['also theirs', 'theirs'])
  expect(client.snapshot(number).total).toBe(2)
})

test('from the moment of the loss nothing is told until it is known what may be', async () => {
  const heard = overheard('wang', [allTasks, document('mine')])
  await heard.opened
  city.gate.hold.close()
  city.gate.become('wang', viewer({ offices: ['south'] }))
  const reached = heard.reached(await city.set('mine', { title: '机密' }))
  await heard.roundTrip()
  city.documents.hold.close()
  city.gate.hold.end()
  // The list is being read under the new rights, and what was waiting to be sent must not slip out meanwhile.
  await city.documents.hold.asked
  await heard.reached(0)
  await city.set('mine', { title: '机密' })
  city.documents.hold.end()
  await reached
  expect(heard.text()).not.toContain('机密')
  expect(heard.text()).toContain('theirs')
})

test('a topic that is being opened while rights are lost is opened under the new ones', async () => {
  const socket = city.raw('wang')
  await roundTrip(socket)
  city.documents.hold.close()
  const answer = socket.emitWithAck('watch', allTasks, null)
  await city.documents.hold.asked
  city.gate.hold.close()
  city.gate.become('wang', viewer({ offices: ['south'] }))
  city.documents.hold.end()
  await roundTrip(socket)
  city.gate.hold.end()
  expect(await answer).toMatchObject({ ids: ['theirs'] })
})

test('the latest word about rights counts, also when an earlier one arrives after it', async () => {
  const client = city.client('wang')
  client.watch(allTasks, () => {})
  await live(client, allTasks)
  city.gate.hold.close()
  city.gate.become('wang', viewer({ offices: ['north', 'south'] }))
  await city.gate.hold.asked
  city.gate.hold.pass()
  city.gate.become('wang', viewer({ offices: ['south'] }))
  await until(client, allTasks, ({ rows }) => rows.map(({ id }) => id).join() === 'theirs')
  city.gate.hold.end()
  await client.reached(await city.set('mine'), city.log)
  expect(ids(allTasks, client)).toEqual(['theirs'])
})

test('a session that ends during the handshake does not come in', async () => {
  city.gate.hold.close()
  const socket = city.raw('wang')
  const farewell = new Promise(resolve => { socket.on('bye', resolve) })
  await city.gate.hold.asked
  city.gate.become('wang', null)
  city.gate.hold.end()
  expect(await farewell).toMatchObject({ code: 'SESSION_ENDED' })
})

test('a role that is lost closes what was for that role', async () => {
  const client = city.client('admin')
  client.watch(all('secrets'), () => {})
  expect((await live(client, all('secrets'))).total).toBe(2)
  city.gate.become('admin', viewer({ person: 'admin' }))
  expect(await until(client, all('secrets'), ({ phase }) => phase === 'refused')).toMatchObject({ rows: [], problem: { code: 'FORBIDDEN' } })
})

test('a right that is gained shows more without asking again', async () => {
  const client = city.client('wang')
  client.watch(allTasks, () => {})
  await live(client, allTasks)
  city.gate.become('wang', viewer({ offices: ['north', 'south'] }))
  await until(client, allTasks, ({ total }) => total === 2)
  expect(ids(allTasks, client)).toEqual(['mine', 'theirs'])
})

test('an ended session ends its sockets, and nothing stays on the page', async () => {
  const client = city.client('wang')
  client.watch(allTasks, () => {})
  await live(client, allTasks)
  const since = performance.now()
  city.gate.become('wang', null)
  await connected(client, ({ state, problem }) => state === 'offline' && problem?.code === 'SESSION_ENDED')
  expect(performance.now() - since).toBeLessThan(2_000)
  expect(client.snapshot(allTasks)).toMatchObject({ phase: 'refused', rows: [] })
  city.gate.become('wang', viewer())
  client.start()
  expect((await live(client, allTasks)).total).toBe(1)
})

test('a session that ended by time is found at the next beat', async () => {
  await city.close()
  city = await City.open({ beatMs: 50 })
  const client = city.client('wang')
  client.watch(allTasks, () => {})
  await live(client, allTasks)
  city.gate.sessions.delete('wang')
  await connected(client, ({ problem }) => problem?.code === 'SESSION_ENDED')
})

test('rights that were lost while away are not in what is caught up', async () => {
  const client = city.client('wang')
  client.watch(allTasks, () => {})
  client.watch(document('mine'), () => {})
  await live(client, allTasks)
  city.cut()
  city.gate.become('wang', viewer({ offices: ['south'] }))
  await until(client, allTasks, ({ phase, rows }) => phase === 'live' && rows[0]?.id === 'theirs')
  await until(client, document('mine'), ({ phase }) => phase === 'missing')
})
