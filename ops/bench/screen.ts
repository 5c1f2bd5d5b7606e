import { parser } from '@qinqing/realtime/encoding'
import { once } from 'node:events'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import { body, headersFor, path, type Served } from './command.ts'
import { median, type Scene, type Side } from './measure.ts'
import { program, scratch } from './places.ts'

/** Asks one command after the other, and waits for each until what it changed has come: the median of so many seconds. */
async function waited(served: Served, topic: string, seconds: number, pushed: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  const until = performance.now() + seconds * 1_000
  while (performance.now() < until) {
    const arrived = pushed()
    const from = performance.now()
    const answer = await fetch(served.url + path(topic), { method: 'POST', headers: headersFor(served), body: body() })
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    await arrived
    taken.push(performance.now() - from)
    await answer.arrayBuffer()
  }
  return median(taken)
}

async function ours(seconds: number): Promise<Side> {
  const { folder, away } = scratch()
  const { ready, end } = await program<Served>('our-server', join(folder, 'data'))
  const socket: Socket = io(ready.url, { path: '/live', transports: ['websocket'], parser, extraHeaders: { origin: ready.url, cookie: ready.cookies[0]! } })
  await once(socket as unknown as NodeJS.EventEmitter, 'welcome')
  let arrived = () => {}
  socket.on('push', (_frames, _beat, received: () => void) => {
    received()
    arrived()
  })
  let topics = 0
  return {
    async sample() {
      const topic = `screen${topics++}`
      await socket.emitWithAck('watch', { kind: 'document', projection: 'drafts', id: `p0.${topic}` }, null)
      return waited(ready, topic, seconds, () => new Promise<void>(resolve => { arrived = resolve }))
    },
    async close() {
      socket.disconnect()
      await end()
      away()
    },
  }
}

async function theirs(seconds: number): Promise<Side> {
  const { folder, away } = scratch()
  const { ready, end } = await program<Served>('bare-server', folder, 'keep')
  const socket = new WebSocket(ready.url.replace('http', 'ws'))
  await once(socket, 'open')
  return {
    sample: () => waited(ready, 'screen', seconds, () => once(socket, 'message')),
    async close() {
      socket.terminate()
      await end()
      away()
    },
  }
}

export const screen: Scene = {
  name: 'screen',
  words: { zh: '命令到屏幕（推送收到为止，中位数）', en: 'command to screen (until the push has come, median)' },
  unit: 'ms', better: 'less', collapse: 100,
  bare: { zh: 'node:http + 一次 fdatasync + ws', en: 'node:http + one fdatasync + ws' },
  ours, theirs,
}
