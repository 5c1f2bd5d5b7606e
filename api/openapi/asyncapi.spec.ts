import specs from '@asyncapi/specs'
import type { Topic } from '@qinqing/realtime/client'
import { parser } from '@qinqing/realtime/encoding'
import { liveMessages } from '@qinqing/realtime/messages'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { io, type Socket } from 'socket.io-client'
import { found, plainItem, publish, settle, type Town, town, Visit } from '../spec.ts'
import { asyncApi } from './asyncapi.ts'
import type { Json } from './schema.ts'

const ajv = () => addFormats.default(new Ajv({ strict: false }))
const description = JSON.parse(JSON.stringify(asyncApi())) as Json & {
  components: Json
  channels: { live: { messages: Readonly<Record<string, { payload: Json }>> } }
}

const faultOf = (name: string, words: unknown): string | null => {
  const check = ajv().compile({ ...description.channels.live.messages[name]!.payload, components: description.components })
  return check(words) ? null : `${name}${check.errors?.[0]?.instancePath} ${check.errors?.[0]?.message}`
}

let city: Town
beforeAll(async () => {
  city = await town()
  await publish(city, 'policy', plainItem('a'))
  await found(city, 'x', { employees: 86 })
  await settle(city, 'agent', { enterprises: ['x'] })
})
afterAll(() => city.end())

test('it is AsyncAPI as its makers define it', () => {
  const check = ajv().compile(specs.schemasWithoutId['3.0.0'] as Json)
  expect([check(description), check.errors]).toEqual([true, null])
})

const topics: readonly Topic[] = [
  { kind: 'document', projection: 'enterprises', id: 'x' },
  { kind: 'document', projection: 'enterprises', id: 'nothing' },
  { kind: 'query', projection: 'applications', where: ['all', [['eq', 'enterprise', 'x'], ['not', ['in', 'status', ['approved', null]]]]], sort: [['startedAt', 'desc']], limit: 20 },
  { kind: 'count', projection: 'applications', where: ['always'] },
  { kind: 'presence', projection: 'applications' },
  { kind: 'view', view: 'matches', params: { enterprise: 'x' } },
  { kind: 'view', view: 'matches', params: { enterprise: 'y' } },
]

/** A socket of which everything is noted that it says and hears. */
function noted(visit: Visit) {
  const socket: Socket = io(visit.url, { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true, parser, extraHeaders: { cookie: visit.cookies, origin: visit.url } })
  const heard: { name: string; words: unknown[] }[] = []
  const note = (name: string, said: unknown[]) => heard.push({ name, words: JSON.parse(JSON.stringify(said.filter(one => typeof one !== 'function'))) as unknown[] })
  socket.onAny((name: string, ...said: unknown[]) => {
    note(name, said)
    const received = said.at(-1)
    if (typeof received === 'function') received()
  })
  const say = async (name: string, ...words: unknown[]) => {
    note(name, words)
    const answer: unknown = await socket.emitWithAck(name, ...words)
    note(`${name}.answer`, [answer])
    return answer
  }
  return { socket, heard, note, say }
}

test('everything that goes over the sockets is as it is described', async () => {
  const agent = await new Visit(city.url).signIn('agent')
  const { socket, heard, note, say } = noted(agent)
  for (const topic of topics) await say('watch', topic, null)
  await say('watch', topics[0], { log: 'another', position: 1, ids: ['x'] })
  const refused: unknown = await socket.emitWithAck('watch', { kind: 'constructor' }, null)
  note('watch.answer', [refused])
  expect(refused).toMatchObject({ code: 'MALFORMED' })
  const { body } = await agent.ask('application', 'the-case', 'StartApplication', { policy: 'policy', item: 'item', enterprise: 'x' })
  await say('reach', Number(body.position))
  await say('attend', 'applications', 'the-case')
  note('leave', ['applications', 'the-case'])
  socket.emit('leave', 'applications', 'the-case')
  note('unwatch', [JSON.stringify(topics[3])])
  socket.emit('unwatch', JSON.stringify(topics[3]))
  const ended = new Promise(resolve => { socket.on('disconnect', resolve) })
  await city.ask('person', 'agent', 'LeaveEnterprise', { enterprise: 'x' })
  await city.ask('person', 'agent', 'SuspendPerson', { reason: '离岗' })
  await ended
  expect(heard.map(({ name, words }) => faultOf(name, words)).filter(Boolean)).toEqual([])
  const named = new Set(heard.map(({ name }) => name))
  expect(Object.keys(liveMessages).filter(name => !named.has(name) && name !== 'beat' && name !== 'closed')).toEqual([])
})

test('a message that is not as described is found', () => {
  expect(faultOf('reach', [1])).toBeNull()
  expect(faultOf('reach', [-1])).not.toBeNull()
  expect(faultOf('push', [[{ topic: 'x', position: 1, rows: [{ id: 'a' }] }], { log: 'x', position: 1, at: '2026-01-01T00:00:00Z' }])).not.toBeNull()
  expect(faultOf('watch', [{ kind: 'query', projection: 'a', where: ['or', []], sort: [], limit: 1 }, null])).not.toBeNull()
})
