import type { Json } from '@qinqing/api/openapi/schema'
import { schemaOf } from '@qinqing/api/openapi/schema'
import { description, faultOf } from '@qinqing/api/openapi/answers.conformance'
import { pick, sample, spoilt } from '@qinqing/api/openapi/samples.conformance'
import { found, plainItem, publish, settle, submitted, type Town, town, Visit } from '@qinqing/api/spec'
import { keyOf, type Topic } from '@qinqing/realtime/contract'
import { parser, Written } from '@qinqing/realtime/encoding'
import { LiveGateway } from '@qinqing/realtime/gateway'
import { liveMessages } from '@qinqing/realtime/messages'
import { io, type Socket } from 'socket.io-client'
import { chance, count, seed } from './count.ts'

const times = count(25, 1_000)
const long = count(60_000, 3_600_000)

let city: Town
let agent: Visit
let ids: readonly string[]

beforeAll(async () => {
  city = await town()
  await publish(city, 'policy', plainItem('a'))
  for (const id of ['x', 'y']) await found(city, id, { employees: 86 })
  await settle(city, 'agent', { enterprises: ['x'] })
  agent = await new Visit(city.url).signIn('agent')
  ids = ['x', 'y', 'policy', 'agent', 'no-such-thing', (await submitted(city, 'policy')).id]
}, long)
afterAll(() => city.end())

const components = description.components as unknown as Json
type Word = keyof typeof liveMessages
const asking = (Object.keys(liveMessages) as Word[]).filter(word => Object.hasOwn(liveMessages, `${word}.answer`))
const payloads = Object.fromEntries(Object.entries(liveMessages).map(([word, { payload }]) => [word, schemaOf(payload)])) as Record<Word, Json>

const opened = async (): Promise<Socket> => {
  const socket: Socket = io(city.url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: agent.cookies, origin: city.url } })
  socket.on('push', (_frames, _beat, received: () => void) => received())
  await new Promise(resolve => { socket.once('welcome', resolve) })
  return socket
}

/** Names that mean something here, so that not everything is about nothing. */
const known = (words: unknown, by: () => number): unknown => {
  const [topic] = words as [Record<string, unknown>]
  if (typeof topic === 'number') return [pick([0, 1, 2], by)]
  if (typeof topic !== 'object' || topic === null || by() < 0.3) return words
  if ('projection' in topic) topic['projection'] = pick(['applications', 'items', 'people', 'drafts', 'sessions'], by)
  if ('id' in topic) topic['id'] = pick(ids, by)
  return words
}

/** What is answered, or the word at the end of the connection. */
const say = (socket: Socket, word: string, words: readonly unknown[]) => new Promise<unknown>(resolve => {
  socket.once('bye', resolve)
  socket.emit(word, ...words, (answer: unknown) => {
    socket.off('bye', resolve)
    resolve(answer)
  })
})

const isProblem = (answer: unknown): answer is { status: number; code: string } => typeof answer === 'object' && answer !== null && 'status' in answer

async function everything(hostile: boolean): Promise<string[]> {
  const by = chance(seed + (hostile ? 1 : 0))
  const faults: string[] = []
  let socket = await opened()
  for (let n = 0; n < times * asking.length; n++) {
    const word = asking[n % asking.length]!
    const schema = payloads[word]
    const sampled = sample(schema, components, by)
    if (sampled === undefined) continue
    const words = known(sampled, by) as unknown[]
    // The number of words is the sender's to say; the message itself is what is spoilt.
    const changed = hostile ? spoilt(words[0], { ...(schema['prefixItems'] as Json[])[0]! }, by) : undefined
    if (hostile && !changed) continue
    const said = changed ? [new Written(changed.text), ...words.slice(1)] : words
    const answer = await say(socket, word, said)
    const refused = isProblem(answer) && answer.status >= 400 && answer.status < 500 || isProblem(answer) && answer.status === 503
    const fault = faultOf(payloads[`${word}.answer` as Word], [answer]) ?? (isProblem(answer) && !refused ? `answered ${answer.status}` : hostile && !refused ? 'was answered' : null)
    if (fault) faults.push(`${word} ${changed?.what ?? 'as described'} ${JSON.stringify(words).slice(0, 300)}: ${fault}`)
    if (word === 'watch' && !refused) socket.emit('unwatch', keyOf(words[0] as Topic))
    if (!socket.connected || n % 300 === 299) {
      socket.disconnect()
      socket = await opened()
    }
  }
  socket.disconnect()
  return faults
}

test('what is not as described is refused in the acknowledgement, or with the last word of a connection, and leaves nothing', async () => {
  const { log } = city.opened.running.kernel
  const before = await log.head()
  const faults = await everything(true)
  expect({ faults: faults.slice(0, 20), more: faults.length }).toEqual({ faults: [], more: 0 })
  // Reactions to what happened before may still be under way.
  const { events } = await log.page({ after: before, limit: 500 })
  expect(events.filter(({ actor }) => !actor.startsWith('reaction:'))).toEqual([])
}, long)

test('what is as described gets an answer that is described', async () => {
  const faults = await everything(false)
  expect({ faults: faults.slice(0, 20), more: faults.length }).toEqual({ faults: [], more: 0 })
  expect(city.served.app.get(LiveGateway).state()).toMatchObject({ failures: 0 })
  expect(city.journal).toEqual([])
}, long)
