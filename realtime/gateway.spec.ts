import type { AddressInfo } from 'node:net'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { Test } from '@nestjs/testing'
import { MemoryDocumentStore } from '@qinqing/projections/store/memory'
import { Progress } from '@qinqing/projections/kernel/progress'
import { Reader } from '@qinqing/projections/kernel/reader'
import { io } from 'socket.io-client'
import { LiveClient } from './client.ts'
import { Gate } from './gate.ts'
import { LiveGateway } from './gateway.ts'
import { LiveSettings } from './settings.ts'
import { catalogue } from './sample/spec.ts'
import { allTasks, connected, live, TableGate, viewer, world } from './spec.ts'

let app: NestFastifyApplication
let port: number
const gate = new TableGate()

beforeAll(async () => {
  gate.sessions.set('wang', viewer())
  const documents = new MemoryDocumentStore()
  const module = await Test.createTestingModule({
    providers: [
      LiveGateway,
      { provide: Gate, useValue: gate },
      { provide: LiveSettings, useValue: new LiveSettings(world, () => '2026-03-02') },
      {
        provide: Reader,
        useFactory: async () => new Reader({
          documents, search: null, catalogue, progress: await Progress.read(documents, Object.values(catalogue.projections), 'log', world.timers),
        }),
      },
    ],
  }).compile()
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter())
  app.enableShutdownHooks()
  for (const projection of Object.keys(catalogue.projections)) app.get(Reader).progress.advance({ projection, position: 5, log: 'log' })
  await app.listen(0, '127.0.0.1')
  port = (app.getHttpServer().address() as AddressInfo).port
})
afterAll(() => app.close())

const transport = () => io(`http://127.0.0.1:${port}`, {
  path: '/live', transports: ['websocket'], reconnection: false, forceNew: true,
  extraHeaders: { cookie: 'session=wang', origin: `http://127.0.0.1:${port}` },
})

test('what was announced before the door opened is known', async () => {
  const socket = transport()
  const beat = await new Promise(resolve => { socket.on('welcome', resolve) })
  expect(beat).toMatchObject({ log: 'log', position: 5 })
  socket.disconnect()
})

test('Nest opens the door on the server of the pages, and closes it with a word', async () => {
  const client = new LiveClient({ transport, backoffMs: 10_000 })
  client.watch(allTasks, () => {})
  expect((await live(client, allTasks)).rows).toEqual([])
  expect(app.get(LiveGateway).state()).toMatchObject({ topics: 1 })
  app.get(LiveGateway).beforeApplicationShutdown()
  await connected(client, ({ state, problem }) => state === 'connecting' && problem?.code === 'RESTARTING')
  expect(client.snapshot(allTasks).phase).toBe('stale')
  client.stop()
})

test('long polling is not spoken', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/live/?EIO=4&transport=polling`)
  expect(answer.status).toBe(400)
})
