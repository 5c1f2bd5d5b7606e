import { found, settle, type Town, town, Visit } from '@qinqing/api/spec'
import { LiveClient, type Topic } from '@qinqing/realtime/client'
import { parser } from '@qinqing/realtime/encoding'
import { io } from 'socket.io-client'
import { chance } from './count.ts'

const watched = 300
const changes = 1_000

let first: Town
let second: Town | undefined
afterAll(() => (second ?? first).end())

const topicOf = (id: string): Topic => ({ kind: 'document', projection: 'dossiers', id })

const transport = (visit: Visit) => () =>
  io(visit.url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: visit.cookies, origin: visit.url } })

/** What a page shows of all topics. */
const shown = (client: LiveClient, topics: readonly Topic[]) => topics.map(topic => client.snapshot(topic).rows.map(({ id, position, document }) => ({ id, position, document })))

const settled = (client: LiveClient, topics: readonly Topic[], when: () => boolean) => new Promise<void>(resolve => {
  const look = () => { if (when()) resolve() }
  for (const topic of topics) client.watch(topic, look)
  client.watchConnection(look)
  look()
})

const record = (where: Town, id: string, value: number) =>
  where.ask('dossier', id, 'RecordFacts', { facts: [{ predicate: 'employees', value, source: '人社局', validFrom: '2025-01-01' }] })

test(`${watched} watched documents, sockets cut while ${changes} changes and a restart happen: pages equal a fresh load`, async () => {
  const random = chance()
  first = await town()
  const ids = Array.from({ length: watched }, (_, n) => `firm${n}`)
  for (const id of ids) await found(first, id, { employees: 1 })
  await settle(first, 'reviewer', { posts: [{ office: 'a', roles: ['reviewer'] }] })
  const visit = await new Visit(first.url).signIn('reviewer')

  const client = new LiveClient({ transport: transport(visit), backoffMs: 20 })
  const topics = ids.map(topicOf)
  const fell: string[] = []
  const highest = new Map<string, number>()
  const watchRising = (topic: Topic, id: string) => client.watch(topic, () => {
    const position = client.snapshot(topic).rows[0]?.position ?? 0
    if (position < (highest.get(id) ?? 0)) fell.push(id)
    highest.set(id, Math.max(position, highest.get(id) ?? 0))
  })
  ids.forEach((id, n) => watchRising(topics[n]!, id))
  client.start()
  await settled(client, topics, () => topics.every(topic => client.snapshot(topic).phase === 'live'))

  let last = 0
  const change = async (where: Town, n: number) => { last = (await record(where, ids[Math.floor(random() * watched)]!, 10 + n)).position }
  const third = Math.floor(changes / 3)
  for (let n = 0; n < third; n++) await change(first, n)
  first.served.app.getHttpServer().closeAllConnections()
  for (let n = third; n < 2 * third; n++) await change(first, n)
  const port = first.served.port
  await first.stop()
  second = await town({ folder: first.folder, port })
  for (let n = 2 * third; n < changes; n++) await change(second, n)

  await client.reached(last)
  await settled(client, topics, () => topics.every(topic => client.snapshot(topic).phase === 'live'))
  const fresh = new LiveClient({ transport: transport(visit) })
  fresh.start()
  await settled(fresh, topics, () => topics.every(topic => fresh.snapshot(topic).phase === 'live'))
  expect(shown(client, topics)).toEqual(shown(fresh, topics))
  expect(fell).toEqual([])
  expect([...highest.values()].filter(position => position > 0)).toHaveLength(watched)
  client.stop()
  fresh.stop()
}, 120_000)
