import type { Snapshot, Topic } from './client.ts'
import { count, someEvent } from './sample/spec.ts'
import { allTasks, City, connected, live, until, viewer } from './spec.ts'

let city: City
beforeEach(async () => { city = await City.open() })
afterEach(() => city.close())

const document = (id: string): Topic => ({ kind: 'document', projection: 'tasks', id })
const number: Topic = { kind: 'count', projection: 'tasks', where: ['always'] }
const firstThree: Topic = { ...allTasks, limit: 3 } as Topic
const load: Topic = { kind: 'view', view: 'load', params: { least: '1' } }
const patience = count(30_000, 600_000)
const ids = ({ rows }: Snapshot) => rows.map(({ id }) => id)

test('what happened while the sockets were cut is caught up by position', async () => {
  for (let n = 0; n < 200; n++) await city.happen([someEvent(300)])
  const topics = [allTasks, firstThree, number, load, ...Array.from({ length: 300 }, (_, n) => document(`t${n}`))]
  const client = city.client('wang')
  for (const topic of topics) city.watch(client, topic)
  await Promise.all(topics.map(topic => until(client, topic, ({ phase }) => phase !== 'loading')))

  for (let n = 0; n < count(1_000, 10_000); n++) {
    if (n % 100 === 10) city.cut()
    await city.happen([someEvent(300)])
    if (n === 500) {
      await city.stop()
      await city.start()
    }
  }
  await connected(client, ({ state }) => state === 'live')
  await client.reached(city.position, city.log)

  const fresh = city.client('wang')
  for (const topic of topics) {
    const { rows, total, phase } = await until(fresh, topic, snapshot => snapshot.phase !== 'loading')
    const caughtUp = client.snapshot(topic)
    expect([caughtUp.phase, caughtUp.total]).toEqual([phase, total])
    expect(caughtUp.rows.map(row => row.document)).toEqual(rows.map(row => row.document))
    // A row of a view is as old as its evaluation, whoever asks when.
    if (topic.kind !== 'view') expect(caughtUp.rows).toEqual(rows)
  }
  expect(city.backwards).toEqual([])
}, patience)

test('a count equals the length of the list at every position', async () => {
  const client = city.client('wang')
  const where = ['all', [['gte', 'weight', 1], ['not', ['eq', 'rank', 3]]]] as const
  const list: Topic = { kind: 'query', projection: 'tasks', where, sort: [], limit: 500 }
  const counted: Topic = { kind: 'count', projection: 'tasks', where }
  for (const topic of [list, counted, firstThree]) city.watch(client, topic)
  for (let n = 0; n < count(200, 1_000); n++) {
    const position = await city.happen([someEvent()])
    if (n % 10) continue
    await client.reached(position, city.log)
    const expected = await city.reader.query({ projection: 'tasks', where, sort: [], limit: 500 }, viewer())
    expect(client.snapshot(list).rows.map(({ id }) => id)).toEqual(expected.rows.map(({ id }) => id))
    expect(client.snapshot(counted).total).toBe(client.snapshot(list).rows.length)
    const window = await city.reader.query({ projection: 'tasks', where: ['always'], sort: [['rank', 'asc']], limit: 3 }, viewer())
    expect(ids(client.snapshot(firstThree))).toEqual(window.rows.map(({ id }) => id))
  }
  expect(city.backwards).toEqual([])
}, patience)

test('twenty clients see the same under a hundred changes a second', async () => {
  const clients = Array.from({ length: 20 }, (_, n) => city.client(n % 2 ? 'wang' : 'li'))
  for (const client of clients) for (const topic of [allTasks, firstThree, number]) city.watch(client, topic)
  await Promise.all(clients.map(client => live(client, number)))
  const changes = count(200, 2_000)
  await new Promise<void>((resolve, reject) => {
    let happening = Promise.resolve(0)
    let begun = 0
    const timer = setInterval(() => {
      happening = happening.then(() => city.happen([someEvent()]))
      if (++begun < changes) return
      clearInterval(timer)
      happening.then(() => resolve(), reject)
    }, 10)
  })
  await Promise.all(clients.map(client => client.reached(city.position, city.log)))
  const expected = await city.reader.query({ projection: 'tasks', where: ['always'], sort: [['rank', 'asc']], limit: 500 }, viewer())
  for (const client of clients) {
    expect(client.snapshot(allTasks).rows).toEqual(expected.rows)
    expect(client.snapshot(number).total).toBe(expected.rows.length)
    expect(ids(client.snapshot(firstThree))).toEqual(expected.rows.slice(0, 3).map(({ id }) => id))
  }
  expect(city.gateway.state()).toMatchObject({ sockets: 20, people: 2, channels: 3 })
  expect(city.backwards).toEqual([])
}, patience)
