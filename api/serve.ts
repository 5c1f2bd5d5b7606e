import 'reflect-metadata'
import fastifyStatic from '@fastify/static'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { IoAdapter } from '@nestjs/platform-socket.io'
import { LiveGateway } from '@qinqing/realtime/gateway'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { Readable } from 'node:stream'
import { AppModule } from './app.module.ts'
import { Intakes } from './import/intakes.ts'
import { bounds } from './kernel/bounds.ts'
import { Drain } from './kernel/drain.ts'
import { answerUnreadable, answerUnroutable, refuseUnknown } from './kernel/doorstep.ts'
import { headersOf } from './kernel/headers.ts'
import { type Journal, NestJournal } from './kernel/journal.ts'
import { parseJson } from './kernel/json.ts'
import { problem, Problematic } from './kernel/problem.ts'
import type { Running } from './kernel/running.ts'
import { type Control, serveControl } from './operator/control.ts'
import { Metrics } from './operator/metrics.ts'

export interface Serving {
  running: Running
  journal: Journal
  /** 0 for any free port. */
  port: number
  host?: string
  /** The folder with the built pages; none are served when it does not exist. */
  pages?: string
  /** The data folder, for the socket of command-line tools. */
  folder?: string
}

export interface Served {
  port: number
  app: NestFastifyApplication
  /** Every route there is, as `GET /api/session`. */
  routes: readonly string[]
  /** Takes no more, finishes what is under way, closes the sockets. */
  close(): Promise<void>
}

const ending = problem(503, 'ending', '服务正在重启，马上回来', 'The service restarts and will be back at once.', { retryAfter: 2 })

/** Serves API, sockets and pages on one port. */
export async function serve({ running, journal, port, host = '127.0.0.1', pages, folder }: Serving): Promise<Served> {
  const adapter = new FastifyAdapter({
    bodyLimit: bounds.bodyBytes, requestTimeout: bounds.requestMs, forceCloseConnections: true, trustProxy: false,
    frameworkErrors: answerUnroutable, clientErrorHandler: answerUnreadable,
  })
  const options = { logger: new NestJournal(journal), bodyParser: false, abortOnError: false }
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(running, journal), adapter, options)
  const fastify: FastifyInstance = adapter.getInstance()
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, text: string | Buffer) => parseJson(String(text)))
  fastify.addContentTypeParser(['application/octet-stream', 'application/offset+octet-stream'], { bodyLimit: bounds.uploadBytes + 1 }, async (_: unknown, content: Readable) => content)
  const routes: string[] = []
  const drain = new Drain(app.getHttpServer() as Server)
  fastify.addHook('onRoute', ({ method, url }) => { routes.push(...[method].flat().map(one => `${one} ${url}`)) })
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers(headersOf(request.url))
    if (drain.draining) throw new Problematic(ending)
    if (request.is404) refuseUnknown(routes, request)
  })
  app.get(Metrics).watch(fastify)
  fastify.addHook('onResponse', async ({ method, routeOptions: { url } }, reply) => {
    journal.note(`${method} ${url ?? 'no route'}`, { status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
  fastify.addHook('onSend', async (_request, reply) => { if (drain.draining) reply.header('connection', 'close') })
  if (pages && existsSync(pages)) await servePages(fastify, pages, routes)
  app.useWebSocketAdapter(new IoAdapter(app))
  const gateway = app.get(LiveGateway)
  // Before anybody can connect, so that nothing slips in between.
  const stop = running.projector.listen(projected => gateway.announce(projected))
  await app.listen(port, host)
  const intakes = new Intakes(running, journal)
  await intakes.start()
  const control: Control | undefined = folder ? await serveControl(folder, running.kernel, journal) : undefined
  const address = app.getHttpServer().address() as { port: number }
  return {
    port: address.port,
    app,
    routes,
    async close() {
      await Promise.all([drain.end(running.kernel.world.timers, bounds.drainMs), control?.end(bounds.drainMs), intakes.stop()])
      stop()
      app.get(Metrics).stop()
      await app.close()
    },
  }
}

/** Every address that is neither the API's nor a file's is a page: the client's router knows which. */
async function servePages(fastify: FastifyInstance, pages: string, routes: readonly string[]) {
  await fastify.register(fastifyStatic, { root: pages, wildcard: false, index: false, maxAge: '365d', immutable: true, preCompressed: true })
  fastify.get('/paper', (_, reply) => reply.sendFile('paper.html', pages, { maxAge: 0, immutable: false }))
  for (const path of ['/', '/*']) {
    fastify.get(path, (request, reply) => {
      if (isNoPage(request.url)) refuseUnknown(routes, request)
      return reply.sendFile('index.html', pages, { maxAge: 0, immutable: false })
    })
  }
}

const isNoPage = (url: string) => /^\/(api|live|assets)(\/|\?|$)/.test(url)
