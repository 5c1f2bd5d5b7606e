import { LiveClient, type Topic } from '@qinqing/realtime/client'
import { parser } from '@qinqing/realtime/encoding'
import { io } from 'socket.io-client'
import type { Served } from './served.ts'

/** Who a page is, by the cookie of a session. */
export async function cookieOf(city: Served, username: string): Promise<string> {
  const answer = await fetch(`${city.url}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: city.url }, body: JSON.stringify({ username, password: city.passwordOf(username) }),
  })
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${await answer.text()}`)
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

const open = (url: string, cookie: string): LiveClient => new LiveClient({
  transport: () => io(url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie, origin: url } }),
})

/** Resolves when everything that is watched is here. */
const live = (client: LiveClient, topics: readonly Topic[]): Promise<void> => new Promise((resolve, fail) => {
  const look = () => {
    const all = topics.map(topic => client.snapshot(topic))
    const refused = all.find(({ phase }) => phase === 'refused')
    if (refused) fail(new Error(JSON.stringify(refused.problem)))
    else if (all.every(({ phase }) => phase === 'live')) resolve()
  }
  for (const topic of topics) client.watch(topic, look)
  look()
})

/** A socket as a page has it, that watches what pages watch. */
export async function joins(city: Served, cookie: string, topics: readonly Topic[]): Promise<LiveClient> {
  const client = open(city.url, cookie)
  const here = live(client, topics)
  client.start()
  await here
  return client
}

const perPerson = 30

/** So many open pages of enterprises and officials, each with the list of applications before it. */
export async function crowd(city: Served, size: number): Promise<LiveClient[]> {
  const topics: Topic[] = [{ kind: 'query', projection: 'applications', where: ['always'], sort: [], limit: 50 }]
  const people = Array.from({ length: Math.ceil(size / perPerson) }, (_, n) => (n === 0 ? 'shenpi2' : `qiye${n + 1}`))
  const cookies: string[] = []
  for (const username of people) cookies.push(await cookieOf(city, username))
  const clients: LiveClient[] = []
  for (let n = 0; n < size; n++) clients.push(await joins(city, cookies[Math.floor(n / perPerson)]!, topics))
  return clients
}
