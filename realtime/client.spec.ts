import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { io } from 'socket.io-client'
import { LiveClient, type Topic } from './client.ts'
import type { Beat, ClientToServer, Held, Opened, Problem, ServerToClient } from './contract.ts'
import { connected, live, until } from './spec.ts'

type Talk = Socket<ClientToServer, ServerToClient>

interface Asked {
  topic: Topic
  held: Held | null
  answer: (opened: Opened | Problem) => void
}

/** A server that says what the test wants, when it wants it. */
class Script {
  readonly asked: Asked[] = []
  socket!: Talk
  private readonly http = createServer()
  private readonly server = new Server<ClientToServer, ServerToClient>(this.http, { transports: ['websocket'] })
  private heard: () => void = () => {}

  async open(): Promise<LiveClient> {
    this.server.on('connection', socket => {
      this.socket = socket
      socket.on('watch', (topic, held, answer) => {
        this.asked.push({ topic, held, answer })
        this.heard()
      })
      socket.on('reach', () => {})
      this.heard()
    })
    await new Promise<void>(resolve => this.http.listen(0, '127.0.0.1', resolve))
    const { port } = this.http.address() as AddressInfo
    return new LiveClient({ transport: () => io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false, forceNew: true }), backoffMs: 5 })
  }

  async until(met: () => boolean): Promise<void> {
    while (!met()) await new Promise<void>(resolve => { this.heard = resolve })
  }

  close = () => this.server.close()
}

const tasks: Topic = { kind: 'query', projection: 'tasks', where: ['always'], sort: [], limit: 5 }
const beat = (position: number, log = 'log'): Beat => ({ log, position, at: '2026-03-02T01:00:00.000Z' })
const row = (id: string, position: number) => ({ id, position, document: { id } })
const all = (position: number, ...rows: ReturnType<typeof row>[]): Opened =>
  ({ log: 'log', position, rows, ids: rows.map(({ id }) => id), total: rows.length, continued: false, stamp: '' })
const ids = (client: LiveClient) => client.snapshot(tasks).rows.map(({ id, position }) => `${id}${position}`).join()

let script: Script
let client: LiveClient
beforeEach(async () => {
  script = new Script()
  client = await script.open()
  client.watch(tasks, () => {})
  await script.until(() => script.socket !== undefined)
  script.socket.emit('welcome', beat(5))
  await script.until(() => script.asked.length === 1)
  script.asked[0]!.answer(all(5, row('a', 4), row('b', 5)))
  await live(client, tasks)
})
afterEach(async () => {
  client.stop()
  await script.close()
})

const comeBack = async (position: number, log = 'log') => {
  const before = script.socket
  before.disconnect(true)
  await script.until(() => script.socket !== before)
  script.socket.emit('welcome', beat(position, log))
  await script.until(() => script.asked.length === 2)
  return script.asked[1]!
}

test('comes back with what it holds and up to where', async () => {
  script.socket.emit('beat', beat(9))
  await client.reached(9)
  expect((await comeBack(12)).held).toEqual({ log: 'log', position: 9, ids: ['a', 'b'], stamp: '' })
})

test('a beat that was sent before the server heard what is watched promises nothing for it', async () => {
  const again = await comeBack(20)
  let reached = false
  const waiting = client.reached(15).then(() => { reached = true })
  for (const at of ['later', 'later still']) {
    script.socket.emit('beat', { ...beat(20), at })
    await connected(client, ({ asOf }) => asOf === at)
  }
  expect(reached).toBe(false)
  const before = script.socket
  before.disconnect(true)
  await script.until(() => script.socket !== before)
  script.socket.emit('welcome', beat(20))
  await script.until(() => script.asked.length === 3)
  expect(script.asked[2]!.held?.position).toBe(5)
  again.answer(all(1))
  script.asked[2]!.answer({ ...all(20, row('a', 4)), continued: true })
  await until(client, tasks, () => ids(client) === 'a4')
  script.socket.emit('beat', beat(20))
  await waiting
})

test('an answer that continues takes away what is not named and adds what is new', async () => {
  const again = await comeBack(9)
  again.answer({ log: 'log', position: 9, rows: [row('b', 8), row('c', 9)], ids: ['b', 'c'], total: 2, continued: true, stamp: '' })
  await connected(client, ({ caughtUp }) => caughtUp === 3)
  expect(ids(client)).toBe('b8,c9')
})

test('an answer that does not continue replaces everything, also by what is older', async () => {
  const again = await comeBack(3)
  again.answer(all(3, row('b', 2)))
  await until(client, tasks, () => ids(client) === 'b2')
})

test('an answer of another state of the documents takes back what was held, whatever positions say', async () => {
  const again = await comeBack(9)
  expect(again.held?.stamp).toBe('')
  again.answer({ ...all(9, row('a', 2)), continued: true, stamp: 'repaired' })
  await until(client, tasks, () => ids(client) === 'a2')
})

test('an answer that names what nobody has brought is asked for afresh', async () => {
  const again = await comeBack(9)
  again.answer({ log: 'log', position: 9, rows: [], ids: ['a', 'z'], total: 2, continued: true, stamp: '' })
  await script.until(() => script.asked.length === 3)
  expect(script.asked[2]!.held).toBeNull()
  script.asked[2]!.answer(all(9, row('a', 4), row('z', 1)))
  await until(client, tasks, () => ids(client) === 'a4,z1')
})

test('a row never goes back', async () => {
  script.socket.emit('push', [{ topic: '{"kind":"query","limit":5,"projection":"tasks","sort":[],"where":["always"]}', position: 7, rows: [row('a', 3), row('b', 7)] }], beat(7), () => {})
  await until(client, tasks, () => ids(client) === 'a4,b7')
})

test('a topic that is refused shows nothing, and says why', async () => {
  const again = await comeBack(9)
  again.answer({ type: '', title: '', status: 403, code: 'FORBIDDEN', detail: { zh: '无权', en: 'No' } })
  expect(await until(client, tasks, ({ phase }) => phase === 'refused')).toMatchObject({ rows: [], problem: { code: 'FORBIDDEN' } })
})

test('another log leaves nothing of the first', async () => {
  const again = await comeBack(9, 'log-2')
  expect([again.held, client.snapshot(tasks).phase, ids(client)]).toEqual([null, 'loading', ''])
})

test('who waits for a position of another log does not wait in vain', async () => {
  const waiting = client.reached(99)
  await comeBack(1, 'log-2')
  await waiting
  await client.reached(99, 'log')
})
