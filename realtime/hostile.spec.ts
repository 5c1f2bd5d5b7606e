import { Logger } from '@nestjs/common'
import type { LiveTransport, Topic } from './client.ts'
import type { Beat, Frame } from './contract.ts'
import { Written } from './encoding.ts'
import { allTasks, City, live, roundTrip, until, viewer } from './spec.ts'

let city: City
const opened = async (...bounds: Parameters<typeof City.open>) => { city = await City.open(...bounds) }
afterEach(() => city.close())

/** Says things that the contract does not know. */
const say = (socket: LiveTransport, event: string, ...words: unknown[]) => (socket as unknown as { emit(event: string, ...words: unknown[]): void }).emit(event, ...words)
const ask = (socket: LiveTransport, event: string, ...words: unknown[]) => new Promise<unknown>(resolve => say(socket, event, ...words, resolve))
const gone = (socket: LiveTransport) => new Promise<string>(resolve => { socket.on('disconnect', resolve) })
const bye = (socket: LiveTransport) => new Promise<{ code: string }>(resolve => { socket.on('bye', resolve) })
const welcome = (socket: LiveTransport) => new Promise<Beat>(resolve => { socket.on('welcome', resolve) })

/** Deeper than our own side of the socket could write it. */
const deep = (depth: number) => new Written('["not",'.repeat(depth) + '["always"]' + ']'.repeat(depth))
const deepQuery = (depth: number) => new Written(JSON.stringify(query).replace('["always"]', deep(depth).text))
const query = { kind: 'query', projection: 'tasks', where: ['always'], sort: [], limit: 10 }

test('whatever is said, the answer is a problem and the door stays open', async () => {
  await opened()
  const socket = city.raw('wang')
  const topics: unknown[] = [
    0, 1, 'tasks', [], {}, { kind: 'constructor' }, { kind: '__proto__' }, { ...query, projection: 1 }, { ...query, projection: '__proto__' },
    { ...query, projection: 'constructor' }, { ...query, projection: 'toString' }, { ...query, where: {} }, { ...query, where: { $where: '1' } },
    { ...query, where: ['eq', 'title', { $gt: '' }] }, { ...query, where: ['eq', '__proto__', 1] }, { ...query, where: ['eq', 'constructor', 1] },
    { ...query, where: ['eq', 'office.constructor', 1] }, { ...query, where: ['in', 'title', Array.from({ length: 201 }, String)] },
    { ...query, where: ['all', Array.from({ length: 41 }, () => ['always'])] }, deepQuery(6), deepQuery(10_000), deep(10_000), new Written('{"kind":'.repeat(10_000) + '1' + '}'.repeat(10_000)),
    { ...query, where: ['mine', 'office', 'offices'] }, { ...query, where: ['role', ['admin']] }, { ...query, sort: [['title', 'up']] },
    { ...query, sort: 'title' }, { ...query, limit: 0 }, { ...query, limit: 501 }, { ...query, limit: 1.5 }, { ...query, limit: 'a' }, { ...query, more: 1 },
    { kind: 'document', projection: 'tasks', id: '' }, { kind: 'document', projection: 'tasks', id: { a: 1 } }, { kind: 'document', projection: 'tasks', id: 'x'.repeat(251) },
    { kind: 'view', view: 'load', params: JSON.parse('{"__proto__":{"least":"1"}}') as unknown }, { kind: 'view', view: 'load', params: { least: '1', constructor: '1' } },
    { kind: 'view', view: 'load', params: null }, { kind: 'view', view: 'toString', params: {} },
  ]
  for (const topic of topics) {
    const answer = await ask(socket, 'watch', topic, null)
    expect([topic instanceof Written ? topic.text.slice(0, 99) : topic, answer]).toEqual([expect.anything(), expect.objectContaining({ status: 400, code: 'MALFORMED' })])
  }
  for (const held of [1, 'log-1', [], {}, { log: 'log-1', position: -1, ids: [] }, { log: 'log-1', position: '1', ids: [] }, { log: 'log-1', position: 0, ids: [1] }]) {
    expect(await ask(socket, 'watch', query, held)).toMatchObject({ status: 400 })
  }
  for (const position of [-1, '1', null, 1e300, {}, [[]]]) expect(await ask(socket, 'reach', position)).toMatchObject({ status: 400 })
  expect(city.gateway.state()).toMatchObject({ sockets: 1, topics: 0, failures: 0 })
})

test('who wants no answer gets none, and does no harm', async () => {
  await opened()
  const socket = city.raw('wang')
  await welcome(socket)
  for (const words of [[], [query], [query, null], [query, null, 'answer'], [query, null, { call: 1 }]]) say(socket, 'watch', ...words)
  for (const words of [[], [null], [{}], ['never opened'], ['__proto__']]) say(socket, 'unwatch', ...words)
  say(socket, 'reach')
  say(socket, 'nonsense', { a: 1 }, () => {})
  say(socket, 'push', [], {}, () => {})
  expect(await ask(socket, 'watch', query, null)).toMatchObject({ ids: [] })
  expect(city.gateway.state()).toMatchObject({ topics: 1, failures: 0 })
})

test('a message of a megabyte ends the connection and nothing else', async () => {
  await opened()
  const [socket, other] = [city.raw('wang'), city.raw('li')]
  await Promise.all([welcome(socket), welcome(other)])
  say(socket, 'watch', 'x'.repeat(1_000_000), null, () => {})
  await gone(socket)
  expect(await ask(other, 'watch', query, null)).toMatchObject({ ids: [] })
  expect(city.gateway.state()).toMatchObject({ sockets: 1, failures: 0 })
})

test('too many topics are refused, those that are open stay', async () => {
  await opened({ topics: 3 })
  const socket = city.raw('wang')
  const answers = await Promise.all(Array.from({ length: 5 }, (_, n) => ask(socket, 'watch', { kind: 'document', projection: 'tasks', id: `t${n}` }, null)))
  expect(answers.filter(answer => 'ids' in (answer as object))).toHaveLength(3)
  expect(answers.at(-1)).toMatchObject({ status: 429, code: 'TOO_MANY_TOPICS' })
  say(socket, 'unwatch', `{"id":"t0","kind":"document","projection":"tasks"}`)
  expect(await ask(socket, 'watch', query, null)).toMatchObject({ ids: [] })
})

test('the same topic again is one topic', async () => {
  await opened()
  const socket = city.raw('wang')
  for (let n = 0; n < 5; n++) await ask(socket, 'watch', query, null)
  expect(city.gateway.state()).toMatchObject({ topics: 1, channels: 1 })
})

test('a flood of messages ends the connection', async () => {
  await opened({ messages: { burst: 50, perSecond: 10 } })
  const socket = city.raw('wang')
  const farewell = bye(socket)
  await welcome(socket)
  for (let n = 0; n < 60; n++) say(socket, 'nonsense')
  expect(await farewell).toMatchObject({ code: 'TOO_MANY_MESSAGES' })
})

test('one person has so many sockets and no more', async () => {
  await opened({ socketsPerPerson: 3 })
  const sockets = Array.from({ length: 6 }, () => city.raw('wang'))
  const farewells = await Promise.all(sockets.map(socket => Promise.race([bye(socket), ask(socket, 'watch', query, null)])))
  expect(farewells.filter(answer => (answer as { code?: string }).code === 'TOO_MANY_SOCKETS')).toHaveLength(3)
  expect(await ask(city.raw('li'), 'watch', query, null)).toMatchObject({ ids: [] })
})

const long = (n: number) => ({ title: `${n} `.padEnd(4_000, '长') })

test('who acknowledges nothing is told so much and is then closed, and the others notice nothing', async () => {
  await opened({ inFlight: 4, backlogBytes: 20_000 })
  const slow = city.raw('wang')
  let pushes = 0
  slow.on('push', () => { pushes++ })
  const [farewell, ended] = [bye(slow), gone(slow)]
  await ask(slow, 'watch', query, null)
  const good = city.client('li')
  good.watch(allTasks, () => {})
  await live(good, allTasks)
  for (let n = 0; city.gateway.state()['ended'] === 0; n++) {
    await good.reached(await city.set(`t${n}`, long(n)))
  }
  expect(await farewell).toMatchObject({ code: 'TOO_SLOW' })
  await ended
  // Rows of 12 KB: two or a tick's worth are under way, two more wait. How many are written before the end is seen is the machine's affair.
  expect(pushes).toBeLessThanOrEqual(3)
  expect(city.position).toBeLessThan(100)
  expect(good.snapshot(allTasks)).toMatchObject({ phase: 'live', total: city.position })
})

test('of many changes of one row a slow client gets the last, and is not closed for them', async () => {
  await opened({ inFlight: 2 })
  const socket = city.raw('wang')
  const unheard: (() => void)[] = []
  const frames: Frame[] = []
  socket.on('push', (some, _, received) => {
    frames.push(...some)
    unheard.push(received)
  })
  await ask(socket, 'watch', query, null)
  const good = city.client('li')
  good.watch(allTasks, () => {})
  await live(good, allTasks)
  for (let n = 1; n <= 50; n++) {
    await city.set('one', { title: String(n) })
    await until(good, allTasks, ({ rows }) => rows[0]?.position === n)
  }
  await roundTrip(socket)
  expect(unheard.length).toBeLessThanOrEqual(2)
  unheard.forEach(received => received())
  expect(await ask(socket, 'reach', 50)).toMatchObject({ position: 50 })
  expect(frames.length).toBeLessThanOrEqual(3)
  expect(frames.at(-1)?.rows).toMatchObject([{ id: 'one', position: 50, document: { title: '50' } }])
  expect(city.gateway.state()).toMatchObject({ ended: 0 })
})

test('who takes nothing in gets no more answers either', async () => {
  await opened({ backlogBytes: 10_000, openings: 2 })
  await city.set('a', long(0))
  const socket = city.raw('wang')
  const unheard: (() => void)[] = []
  socket.on('push', (_frames, _beat, received) => { unheard.push(received) })
  let answers = 0
  const all = Array.from({ length: 10 }, (_, n) => ask(socket, 'watch', { ...query, limit: n + 1 }, null).then(() => answers++))
  await all[0]
  for (let n = 0; n < 20; n++) await roundTrip(socket)
  expect(answers).toBe(2)
  while (answers < 10) {
    unheard.splice(0).forEach(received => received())
    await roundTrip(socket)
  }
  await Promise.all(all)
})

test('who stays silent for too long is closed', async () => {
  await opened({ beatMs: 20, silenceMs: 100 })
  const socket = city.raw('wang')
  const farewell = bye(socket)
  await ask(socket, 'watch', query, null)
  expect(await farewell).toMatchObject({ code: 'TOO_SLOW' })
})

test('a client that could not keep up comes back by position and has everything', async () => {
  await opened({ inFlight: 1, backlogBytes: 10_000 })
  const client = city.client('wang')
  city.watch(client, allTasks)
  await live(client, allTasks)
  // All at once and without a pause, so that no acknowledgement can come in between.
  await city.happen(Array.from({ length: 40 }, (_, n) => [`t${n}`, { type: 'TaskSet', data: { office: 'north', rank: n, weight: 1, ...long(n) } }] as const))
  await city.happen(Array.from({ length: 40 }, (_, n) => [`t${n}`, { type: 'TaskSet', data: { office: 'north', rank: n, weight: 2, ...long(n) } }] as const))
  await until(client, allTasks, ({ phase, rows }) => phase === 'live' && rows.length === 40 && rows.every(({ position }) => position > 40))
  const expected = await city.reader.query({ projection: 'tasks', where: ['always'], sort: [['rank', 'asc']], limit: 500 }, viewer())
  expect(client.snapshot(allTasks).rows).toEqual(expected.rows)
  expect(city.backwards).toEqual([])
})

test('a store that cannot be read for a while costs time and nothing else', async () => {
  await opened()
  const errors: unknown[] = []
  Logger.overrideLogger({ log: () => {}, warn: () => {}, error: (message: unknown) => errors.push(message) })
  await city.set('a')
  const find = city.documents.find.bind(city.documents)
  city.documents.find = async () => { throw new Error('the disk is away') }
  expect(await ask(city.raw('wang'), 'watch', query, null)).toMatchObject({ status: 503, code: 'UNAVAILABLE' })
  const client = city.client('li')
  client.watch(query as unknown as Topic, () => {})
  await client.reached(0)
  city.documents.find = find
  expect((await live(client, query as unknown as Topic)).total).toBe(1)
  Logger.overrideLogger(['error'])
  expect(errors).toEqual([expect.stringContaining('the disk is away'), expect.stringContaining('the disk is away')])
})

test('a message that cannot be read ends the connection with a word', async () => {
  await opened()
  const [socket, other] = [city.raw('wang'), city.raw('li')]
  await Promise.all([welcome(socket), welcome(other)])
  const farewell = bye(socket)
  say(socket, 'watch', new Written('{"kind":'), null)
  expect(await farewell).toMatchObject({ status: 400, code: 'MALFORMED' })
  expect(await ask(other, 'watch', query, null)).toMatchObject({ ids: [] })
  expect(city.gateway.state()).toMatchObject({ sockets: 1, failures: 0 })
})
