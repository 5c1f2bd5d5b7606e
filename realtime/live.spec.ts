import { Projected } from '@qinqing/projections/kernel/projected'
import type { Snapshot, Topic } from './client.ts'
import type { Held, Opened } from './contract.ts'
import { catalogue, type Task } from './sample/spec.ts'
import { allTasks, City, connected, live, roundTrip, until, viewer } from './spec.ts'

let city: City
beforeEach(async () => { city = await City.open() })
afterEach(() => city.close())

const document = (id: string): Topic => ({ kind: 'document', projection: 'tasks', id })
const number: Topic = { kind: 'count', projection: 'tasks', where: ['always'] }
const firstThree: Topic = { ...allTasks, limit: 3 } as Topic
const load: Topic = { kind: 'view', view: 'load', params: { least: '1' } }
const ids = ({ rows }: Snapshot) => rows.map(({ id }) => id)

test('a document is brought, changed, taken away and brought back', async () => {
  await city.set('a', { title: '一' })
  const client = city.client('wang')
  city.watch(client, document('a'))
  expect((await live(client, document('a'))).rows).toEqual([{ id: 'a', position: 1, document: { id: 'a', office: 'north', title: '一', rank: null, weight: 1 } }])
  await city.set('a', { title: '二' })
  await until(client, document('a'), ({ rows }) => rows[0]?.position === 2)
  await city.drop('a')
  expect((await until(client, document('a'), ({ phase }) => phase === 'missing')).rows).toEqual([])
  await city.set('a', { title: '三' })
  expect((await live(client, document('a'))).rows[0]).toMatchObject({ position: 4, document: { title: '三' } })
})

test('a document that is not there comes when it is made', async () => {
  const client = city.client('wang')
  await until(client, document('new'), ({ phase }) => phase === 'missing')
  await city.set('new')
  expect((await live(client, document('new'))).total).toBe(1)
})

test('a list is in the order of the store: nulls, numbers, rare characters, ties', async () => {
  const titles = ['乙', '甲', '𠮷', 'Ａ', 'a', '']
  for (const [n, title] of titles.entries()) await city.set(`t${n}`, { title, rank: n % 3 === 0 ? null : n % 2 })
  const client = city.client('wang')
  for (const direction of ['asc', 'desc'] as const) {
    for (const sort of [[['rank', direction]], [['rank', 'asc'], ['title', direction]], [['title', direction]], []] as const) {
      const topic: Topic = { kind: 'query', projection: 'tasks', where: ['always'], sort, limit: 10 }
      const expected = await city.reader.query({ projection: 'tasks', where: ['always'], sort, limit: 10 }, viewer())
      expect(ids(await live(client, topic))).toEqual(expected.rows.map(({ id }) => id))
    }
  }
})

test('who leaves a window makes room for the next, who comes pushes the last one out', async () => {
  for (const [id, rank] of [['a', 1], ['b', 2], ['c', 3], ['d', 4], ['e', 5]] as const) await city.set(id, { rank })
  const client = city.client('wang')
  city.watch(client, firstThree)
  expect(await live(client, firstThree)).toMatchObject({ total: 5, rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] })
  await city.drop('b')
  await until(client, firstThree, snapshot => ids(snapshot).join() === 'a,c,d' && snapshot.total === 4)
  await city.set('b', { rank: 0 })
  await until(client, firstThree, snapshot => ids(snapshot).join() === 'b,a,c' && snapshot.total === 5)
  await city.set('b', { rank: 9 })
  await until(client, firstThree, snapshot => ids(snapshot).join() === 'a,c,d' && snapshot.total === 5)
  await city.set('a', { office: 'south' })
  await until(client, firstThree, snapshot => ids(snapshot).join() === 'c,d,e' && snapshot.total === 4)
  await city.drop('b')
  await until(client, firstThree, snapshot => snapshot.total === 3)
  await city.set('f', { rank: 1 })
  expect(ids(await until(client, firstThree, ({ total }) => total === 4))).toEqual(['f', 'c', 'd'])
  expect(city.backwards).toEqual([])
})

test('a view is told only where it has changed, in its own order', async () => {
  await city.set('a', { weight: 3 })
  await city.set('b', { office: 'south', weight: 2 })
  const client = city.client('admin')
  const first = await live(client, load)
  expect(first.rows.map(({ document }) => document)).toMatchObject([{ id: 'north', weight: 3 }, { id: 'south', weight: 2 }])
  await city.set('c', { office: 'south', weight: 4 })
  const second = await until(client, load, ({ rows }) => rows[0]?.id === 'south')
  expect(second.rows.map(({ document }) => document)).toMatchObject([{ id: 'south', weight: 6 }, { id: 'north', weight: 3 }])
  expect(second.byId.get('north')).toBe(first.byId.get('north'))
  await city.drop('c')
  expect((await until(client, load, ({ rows }) => rows[0]?.id === 'north')).rows[1]?.document).toMatchObject({ id: 'south', weight: 2 })
  const reads = city.gateway.state()['reads']
  await city.set('light', { weight: 0 })
  await client.reached(city.position, city.log)
  expect(city.gateway.state()['reads']).toBe(reads)
})

test('a view is told anew when the day has changed', async () => {
  await city.set('a')
  const client = city.client('wang')
  expect((await live(client, load)).rows[0]?.document).toMatchObject({ day: '2026-03-02' })
  city.today = '2026-03-03'
  await until(client, load, ({ rows }) => (rows[0]?.document as { day: string } | undefined)?.day === '2026-03-03')
})

test('watchers of the same topic share one subscription, also over a short absence', async () => {
  const client = city.client('wang')
  const stop = [client.watch({ ...number }, () => {}), client.watch({ ...number }, () => {})]
  await live(client, number)
  expect(city.gateway.state()).toMatchObject({ topics: 1, channels: 1 })
  stop.forEach(one => one())
  await city.set('a')
  expect((await until(client, { ...number }, ({ total }) => total === 1)).phase).toBe('live')
  expect(city.gateway.state()).toMatchObject({ topics: 1, reads: 2 })
})

test('when the last watcher has gone the server forgets the topic', async () => {
  const client = city.client('wang', 0)
  const stop = client.watch(number, () => {})
  await live(client, number)
  stop()
  // The grace of this client is over at once; the next answer shows that the server has heard of it.
  await live(client, allTasks)
  await client.reached(0)
  await city.set('a')
  await until(client, allTasks, ({ total }) => total === 1)
  expect(client.snapshot(number).phase).toBe('loading')
})

test('reached: everything that was watched has come', async () => {
  const client = city.client('wang')
  client.watch(allTasks, () => {})
  client.watch(number, () => {})
  await live(client, allTasks)
  for (let n = 1; n <= 20; n++) {
    const position = await city.set(`t${n}`)
    await client.reached(position, city.log)
    expect([client.snapshot(allTasks).rows.length, client.snapshot(number).total]).toEqual([n, n])
  }
})

test('coming back brings only what is different, and says how much', async () => {
  for (let n = 0; n < 30; n++) await city.set(`t${n}`)
  const client = city.client('wang')
  city.watch(client, allTasks)
  const before = await live(client, allTasks)
  city.cut()
  await connected(client, ({ state }) => state !== 'live')
  expect(client.snapshot(allTasks)).toMatchObject({ phase: 'stale', rows: { length: 30 } })
  await city.set('t3', { title: '新' })
  await city.drop('t4')
  await city.set('t30')
  await connected(client, ({ caughtUp }) => caughtUp === 3)
  const after = client.snapshot(allTasks)
  expect(after).toMatchObject({ phase: 'live', total: 30 })
  expect(after.byId.get('t5')).toBe(before.byId.get('t5'))
})

test('another log is another history: everything is loaded afresh', async () => {
  await city.set('old')
  const client = city.client('wang')
  city.watch(client, allTasks)
  await live(client, allTasks)
  await city.stop()
  city.forget('log-2')
  city.documents.hold.close()
  await city.start()
  await city.documents.hold.asked
  expect(client.snapshot(allTasks)).toMatchObject({ phase: 'loading', rows: [] })
  city.documents.hold.end()
  await city.set('new')
  expect(ids(await until(client, allTasks, snapshot => snapshot.phase === 'live' && ids(snapshot).includes('new')))).toEqual(['new'])
})

test('a server that is behind what the client holds makes it wait instead of going back', async () => {
  await city.set('a', { title: '一' })
  const held = { log: city.log, position: 2, ids: ['a'] }
  const socket = city.raw('wang')
  const answers: unknown[] = []
  const answer = socket.emitWithAck('watch', document('a'), held).then(opened => answers.push(opened))
  await roundTrip(socket)
  expect(answers).toEqual([])
  await city.set('a', { title: '二' })
  await answer
  expect(answers).toMatchObject([{ continued: true, position: 2, rows: [], ids: ['a'] }])
})

test('and when it takes too long it says so, and the client asks again', async () => {
  await city.close()
  city = await City.open({ patienceMs: 20 })
  await city.set('a')
  expect(await city.raw('wang').emitWithAck('watch', document('a'), { log: city.log, position: 2, ids: ['a'] })).toMatchObject({ status: 503, code: 'BEHIND' })
  expect(await city.raw('wang').emitWithAck('watch', document('a'), { log: 'another', position: 2, ids: ['a'] })).toMatchObject({ continued: false, rows: [{ id: 'a' }] })
})

test('who holds something gets what is newer and what they do not hold', async () => {
  for (const [id, rank] of [['a', 1], ['b', 2], ['c', 3], ['d', 4]] as const) await city.set(id, { rank })
  await city.drop('a')
  await city.set('c', { rank: 3, title: '新' })
  const opened = await city.raw('wang').emitWithAck('watch', firstThree, { log: city.log, position: 4, ids: ['a', 'b', 'c'] })
  expect(opened).toMatchObject({ continued: true, ids: ['b', 'c', 'd'], rows: [{ id: 'c', position: 6 }, { id: 'd', position: 4 }], total: 3 })
})

test('whoever was away while a row was repaired gets it, although it stands where it stood, or before that', async () => {
  await city.set('a', { title: '错', rank: 1 })
  await city.set('a', { title: '更错', rank: 1 })
  const tasks = catalogue.projections['tasks']!
  const client = city.client('wang')
  await until(client, document('a'), ({ rows }) => (rows[0]?.document as Task | undefined)?.title === '更错')
  const before = await city.raw('wang').emitWithAck('watch', allTasks, null) as Opened
  const held: Held = { log: city.log, position: before.position, ids: ['a'], stamp: before.stamp }
  expect(await city.raw('wang').emitWithAck('watch', allTasks, held)).toMatchObject({ rows: [] })
  await city.documents.mend(tasks, 'liuzhou', 'a', { tenant: 'liuzhou', id: 'a', position: 1, document: { id: 'a', office: 'north', title: '对', rank: 1, weight: 1 } })
  await city.reader.editions.restamp(city.documents, 'tasks')
  expect(await city.raw('wang').emitWithAck('watch', allTasks, held)).toMatchObject({ continued: true, rows: [{ id: 'a', position: 1, document: { title: '对' } }] })
  city.gateway.announce(new Projected('tasks', [], 2, city.log, ['a']))
  await until(client, document('a'), ({ rows }) => (rows[0]?.document as Task | undefined)?.title === '对')
})

test('what changes while the store is being read is not lost', async () => {
  await city.set('a', { title: '一', rank: 1 })
  await city.set('b', { rank: 2 })
  const topics = [allTasks, number, load]
  const client = city.client('wang')
  city.documents.hold.close()
  for (const topic of topics) city.watch(client, topic)
  await city.documents.hold.asked
  await roundTrip(city.raw('wang'))
  await city.set('a', { title: '二', rank: 1 })
  await city.drop('b')
  await city.set('c', { rank: 3 })
  await city.set('d', { rank: 4 })
  city.documents.hold.end()
  await client.reached(city.position, city.log)
  expect(client.snapshot(allTasks).rows).toMatchObject([{ id: 'a', document: { title: '二' } }, { id: 'c' }, { id: 'd' }])
  expect([client.snapshot(number).total, client.snapshot(load).rows]).toMatchObject([3, [{ document: { tasks: 3 } }]])
})

test('what the store had already told is not told again when the announcement is late', async () => {
  await city.set('a')
  const tell = city.delay()
  await city.set('b')
  await city.set('c')
  await city.drop('b')
  const socket = city.raw('wang')
  const frames: unknown[] = []
  socket.on('push', (some, _beat, received) => {
    frames.push(...some)
    received()
  })
  for (const topic of [allTasks, number, load, document('b')]) await socket.emitWithAck('watch', topic, null)
  const reads = city.gateway.state()['reads']
  tell()
  await socket.emitWithAck('reach', city.position)
  expect([frames, city.gateway.state()['reads']]).toEqual([[], reads])
})

test('a position is not reached before what is being opened is there', async () => {
  await city.set('a')
  const socket = city.raw('wang')
  await roundTrip(socket)
  city.documents.hold.close()
  const answers: string[] = []
  const opened = socket.emitWithAck('watch', allTasks, null).then(() => answers.push('opened'))
  await city.documents.hold.asked
  const reached = socket.emitWithAck('reach', city.position).then(() => answers.push('reached'))
  await roundTrip(socket)
  expect(answers).toEqual([])
  city.documents.hold.end()
  await Promise.all([opened, reached])
  expect(answers).toEqual(['opened', 'reached'])
})

test('what changes beyond the window is told to nobody', async () => {
  for (const [id, rank] of [['a', 1], ['b', 2], ['c', 3], ['d', 4]] as const) await city.set(id, { rank })
  const socket = city.raw('wang')
  const frames: unknown[] = []
  socket.on('push', (some, _beat, received) => {
    frames.push(...some)
    received()
  })
  await socket.emitWithAck('watch', firstThree, null)
  await city.set('d', { rank: 5 })
  await socket.emitWithAck('reach', city.position)
  expect(frames).toEqual([])
  expect(city.gateway.state()['reads']).toBe(1)
})
