import { Controller, Get, Header, HttpCode, Req, Res } from '@nestjs/common'
import { Forbidden } from '@qinqing/domain/kernel/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Guest } from '../identity/doorkeeper.ts'
import { For, Me } from '../kernel/door.guard.ts'
import { problem, Problematic } from '../kernel/problem.ts'
import { Running } from '../kernel/running.ts'
import { Metrics } from './metrics.ts'

const elsewhere = problem(403, 'not-from-here', '只能在服务器本机上查看', 'This can be seen on the server itself only.')
const unready = problem(503, 'log-unavailable', '日志现在读不到', 'The log cannot be reached.', { retryAfter: 2 })

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']
const hashed = (text: string) => createHash('sha256').update(text).digest()

/** From this machine itself, not passed on by a proxy for somebody else; or with the token that the operator has set. */
function refuseElsewhere({ ip, headers }: FastifyRequest): void {
  const token = process.env['QQ_METRICS_TOKEN']
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  if (token && given && timingSafeEqual(hashed(token), hashed(given))) return
  if (!loopback.test(ip) || passedOn.some(name => headers[name] !== undefined)) throw new Problematic(elsewhere)
}

/** For those who watch over the process: whether it lives, its numbers, and how its read models stand. */
@Controller()
export class HealthController {
  constructor(private readonly running: Running, private readonly metrics: Metrics) {}

  /** 200 while it can take work; while it ends, the door itself says 503 to everybody. */
  @Get('health')
  @For('anybody')
  @HttpCode(200)
  async health(@Req() request: FastifyRequest): Promise<object> {
    refuseElsewhere(request)
    const { kernel, projector } = this.running
    await kernel.log.head().catch(() => { throw new Problematic(unready) })
    return { live: true, ready: true, standing: [...projector.standing] }
  }

  @Get('metrics')
  @For('anybody')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async numbers(@Req() request: FastifyRequest, @Res({ passthrough: true }) _reply: FastifyReply): Promise<string> {
    refuseElsewhere(request)
    return await this.metrics.registry.metrics()
  }

  /** Of each projection: up to where, how far behind, how much, since when; and what the reconciler has done. */
  @Get('api/system')
  @For('signed-in')
  async system(@Me() { viewer }: Guest): Promise<object> {
    if (!viewer.roles.includes('admin')) throw new Forbidden(['admin'])
    const { kernel, projector, documents, reader, reconciler } = this.running
    const head = await kernel.log.head()
    const projections = await Promise.all([...projector.lanes.values()].map(async ({ name, current }) => {
      const [{ rows, bytes }, served] = [await documents.measure(current), await documents.serving(name)]
      const position = reader.progress.position([name])
      return {
        name, version: current.version, edition: current.edition ?? 0, position, lag: Math.max(0, head - position), documents: rows, bytes,
        since: served?.since ?? null, standing: projector.standing.has(name),
      }
    }))
    return { at: kernel.world.clock.now(), head, projections, reconciler: { round: reconciler.round, faults: reconciler.faults } }
  }
}
