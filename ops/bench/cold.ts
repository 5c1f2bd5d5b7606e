import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Scene, Side } from './measure.ts'
import { scratch } from './places.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

const answers = (url: string) => fetch(url).then(async answer => { await answer.arrayBuffer(); return answer.ok }, () => false)

/** From the start of the process until somebody is answered. */
async function started(args: readonly string[], port: number): Promise<number> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  while (!await answers(`http://127.0.0.1:${port}/api/session`)) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended`)
    await new Promise(resolve => setImmediate(resolve))
  }
  const taken = performance.now() - from
  const over = once(child, 'exit')
  child.kill('SIGTERM')
  await over
  return taken
}

async function ours(): Promise<Side> {
  const { folder, away } = scratch()
  const data = join(folder, 'data')
  const start = async () => {
    const port = await freePort()
    return started([at('../../../api/dist/main.js'), '--port', String(port), '--data', data, '--empty'], port)
  }
  return { sample: start, close: async () => away() }
}

async function theirs(): Promise<Side> {
  const { folder, away } = scratch()
  return {
    async sample() {
      const port = await freePort()
      return started([at('./bare-server.js'), folder, '', String(port)], port)
    },
    close: async () => away(),
  }
}

export const cold: Scene = {
  name: 'cold',
  words: { zh: '冷启动：从进程开始到第一个答复', en: 'cold start: from the process to the first answer' },
  unit: 'ms', better: 'less', collapse: 100,
  bare: { zh: 'node:http + zod', en: 'node:http + zod' },
  ours, theirs,
}
