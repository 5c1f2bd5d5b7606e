import type { LiveGateway } from '@qinqing/realtime/gateway'
import type { FastifyInstance } from 'fastify'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Running } from '../kernel/running.ts'

const seconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

/** What the process says of itself in numbers, in the language of Prometheus. Labels are names from tables, never what somebody typed. */
export class Metrics {
  readonly registry = new Registry()
  private readonly running: Running
  private readonly delay = monitorEventLoopDelay({ resolution: 20 })
  private readonly unhear: (() => void)[] = []

  constructor(running: Running, gateway: LiveGateway) {
    this.running = running
    const registers = [this.registry]
    const gauge = <Label extends string>(name: string, help: string, labelNames: Label[], collect: (this: Gauge<Label>) => void | Promise<void>) =>
      new Gauge({ name: `qinqing_${name}`, help, labelNames, registers, collect })

    gauge('log_head', 'Position of the last event', [], async function () { this.set(await running.kernel.log.head()) })
    gauge('projection_lag_events', 'Positions between the head of the log and a projection', ['projection'], async function () {
      const head = await running.kernel.log.head()
      for (const name of running.projector.lanes.keys()) this.set({ projection: name }, Math.max(0, head - running.reader.progress.position([name])))
    })
    gauge('projections_standing', 'Projections and reactions that stand still after a fault', [], function () { this.set(running.projector.standing.size) })
    gauge('live', 'The live door: sockets, people, topics, backlog, pushes', ['what'], function () {
      for (const [what, value] of Object.entries(gateway.state())) this.set({ what }, value)
    })
    gauge('reconciler_last_round_seconds', 'How long the last comparison of everything with the log took', [], function () {
      this.set((running.reconciler.round?.ms ?? 0) / 1000)
    })
    gauge('reconciler_last_round_timestamp_seconds', 'When everything was last compared with the log', [], function () {
      this.set(Date.parse(running.reconciler.round?.at ?? '') / 1000 || 0)
    })
    const { delay } = this
    gauge('event_loop_delay_seconds', 'Delay of the event loop since the last look', ['quantile'], function () {
      for (const quantile of [50, 99]) this.set({ quantile: String(quantile / 100) }, delay.percentile(quantile) / 1e9 || 0)
      delay.reset()
    })
    gauge('memory_bytes', 'Memory of the process', ['kind'], function () {
      const { rss, heapUsed, external } = process.memoryUsage()
      for (const [kind, value] of Object.entries({ rss, heap: heapUsed, external })) this.set({ kind }, value)
    })

    const faults = new Counter({ name: 'qinqing_reconciler_faults_total', help: 'What differed from the log and was made right', labelNames: ['projection', 'place', 'kind'], registers })
    this.unhear.push(running.reconciler.listen(({ projection, place, kind }) => faults.inc({ projection, place, kind })))
    const appends = new Histogram({ name: 'qinqing_append_seconds', help: 'How long the log took to keep something', buckets: seconds, registers })
    this.unhear.push(running.stopwatch.listen(ms => appends.observe(ms / 1000)))
    delay.enable()
  }

  /** Counts every answer of the door: routes by their pattern, commands by what became of them. */
  watch(fastify: FastifyInstance): void {
    const registers = [this.registry]
    const requests = new Histogram({ name: 'qinqing_request_seconds', help: 'How long answers took', labelNames: ['method', 'route', 'status'], buckets: seconds, registers })
    const commands = new Counter({ name: 'qinqing_commands_total', help: 'Commands by what became of them', labelNames: ['aggregate', 'command', 'outcome'], registers })
    const { deciders } = this.running.kernel
    fastify.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none'
      requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
      if (!route.startsWith('/api/ask/')) return
      const { aggregate = '', command = '' } = request.params as { aggregate?: string; command?: string }
      const known = Object.hasOwn(deciders, aggregate) && Object.hasOwn(deciders[aggregate]!.commands, command)
      commands.inc({ ...known ? { aggregate, command } : { aggregate: 'unknown', command: 'unknown' }, outcome: outcomes[reply.statusCode] ?? String(reply.statusCode) })
    })
  }

  stop(): void {
    this.delay.disable()
    for (const stop of this.unhear) stop()
  }
}

const outcomes: Readonly<Record<number, string>> = {
  200: 'done', 400: 'malformed', 401: 'signed-out', 403: 'forbidden', 404: 'absent', 409: 'refused', 422: 'reused', 500: 'defect', 503: 'unavailable',
}
