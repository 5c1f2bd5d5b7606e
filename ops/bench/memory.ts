import { parser } from '@qinqing/realtime/encoding'
import { once } from 'node:events'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import type { Served } from './command.ts'
import type { Scene, Side } from './measure.ts'
import { program, scratch } from './places.ts'

const [people, each] = [15, 20]

type Opening = (served: Served, n: number) => Promise<() => void>

/** A server of its own for each sample; what each of some hundred sockets adds to it, after everything was let go that could be. */
const side = (name: string, open: Opening, ...args: readonly string[]) => async (): Promise<Side> => ({
  async sample() {
    const { folder, away } = scratch()
    const { ready, ask, end } = await program<Served>(name, join(folder, name === 'our-server' ? 'data' : ''), ...args)
    // Some first, so that what is made once is there already.
    const first = await Promise.all(Array.from({ length: people }, (_, n) => open(ready, n)))
    const before = await ask<number>('memory')
    const more = await Promise.all(Array.from({ length: people * each }, (_, n) => open(ready, n)))
    const after = await ask<number>('memory')
    for (const close of [...first, ...more]) close()
    await end()
    away()
    return (after - before) / more.length / 1024
  },
  close: async () => undefined,
})

const ours: Opening = async ({ url, cookies }, n) => {
  const socket = io(url, { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, parser, extraHeaders: { origin: url, cookie: cookies[n % cookies.length]! } })
  await new Promise(resolve => { socket.once('welcome', resolve) })
  return () => void socket.disconnect()
}

const theirs: Opening = async ({ url }) => {
  const socket = new WebSocket(url.replace('http', 'ws'))
  await once(socket, 'open')
  return () => socket.terminate()
}

export const memory: Scene = {
  name: 'memory',
  words: { zh: `每个实时连接的内存（${people * each} 个）`, en: `memory per live connection (${people * each} of them)` },
  unit: 'KB', better: 'less', collapse: 60, pairs: 3,
  bare: { zh: 'ws，没有会话', en: 'ws, without a session' },
  ours: side('our-server', ours, String(people)), theirs: side('bare-server', theirs),
}
