import 'reflect-metadata'
import fastifyStatic from '@fastify/static'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { IoAdapter } from '@nestjs/platform-socket.io'
import { LiveGateway } from '@qinqing/realtime/gateway'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import type { Server } from 'node:net'
import type { Readable } from 'node:stream'
import { AppModule } from './app.module.ts'
import { bounds } from './kernel/bounds.ts'
import type { Journal } from './kernel/journal.ts'
import { parseJson } from './kernel/json.ts'
import type { Running } from './kernel/running.ts'
import { serveControl } from './operator/control.ts'

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

/** Content of our own only; styles inline, since the component library writes them. */
const policy = [
  "default-src 'self'", "img-src 'self' data: blob:", "style-src 'self' 'unsafe-inline'", "script-src 'self'", "connect-src 'self' ws: wss:",
  "object-src 'none'", "frame-ancestors 'self'", "frame-src 'self' blob:", "base-uri 'none'", "form-action 'self'",
].join('; ')

const headers = {
  'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'SAMEORIGIN',
  'cross-origin-opener-policy': 'same-origin', 'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** Serves API, sockets and pages on one port. */
export async function serve({ running, journal, port, host = '127.0.0.1', pages, folder }: Serving): Promise<Served> {
  const adapter = new FastifyAdapter({ bodyLimit: bounds.bodyBytes, forceCloseConnections: true, trustProxy: false })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(running, journal), adapter, { logger: ['error', 'fatal'], bodyParser: false })
  const fastify: FastifyInstance = adapter.getInstance()
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, text: string | Buffer) => parseJson(String(text)))
  fastify.addContentTypeParser('application/octet-stream', { bodyLimit: bounds.uploadBytes + 1 }, async (_: unknown, content: Readable) => content)
  const routes: string[] = []
  fastify.addHook('onRoute', ({ method, url }) => { routes.push(...[method].flat().map(one => `${one} ${url}`)) })
  fastify.addHook('onRequest', async (_request, reply) => { reply.headers(headers) })
  if (pages && existsSync(pages)) await servePages(fastify, pages)
  app.useWebSocketAdapter(new IoAdapter(app))
  const gateway = app.get(LiveGateway)
  // Before anybody can connect, so that nothing slips in between.
  const stop = running.projector.listen(projected => gateway.announce(projected))
  await app.listen(port, host)
  const control: Server | undefined = folder ? await serveControl(folder, running.kernel) : undefined
  const address = app.getHttpServer().address() as { port: number }
  return {
    port: address.port,
    app,
    routes,
    async close() {
      stop()
      await new Promise<void>(done => (control ? control.close(() => done()) : done()))
      await app.close()
    },
  }
}

/** Every address that is not the API's is a page: the client's router knows which. */
async function servePages(fastify: FastifyInstance, pages: string) {
  await fastify.register(fastifyStatic, { root: pages, wildcard: false, index: false, maxAge: '365d', immutable: true })
  for (const path of ['/', '/*']) fastify.get(path, (_, reply) => reply.sendFile('index.html', pages, { maxAge: 0, immutable: false }))
}
