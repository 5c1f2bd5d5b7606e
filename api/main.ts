import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { beginningLink } from './identity/beginning.ts'
import { announce } from './operator/announce.ts'
import { explain } from './operator/explain.ts'
import { Journal } from './kernel/journal.ts'
import { openFolder } from './kernel/open.ts'
import { realWorld } from './kernel/world.ts'
import { fillDemo } from './demo/fill.ts'
import { serve } from './serve.ts'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, here.endsWith('dist') ? '../..' : '..')

/** Opens the folder, fills a demo when it is empty, serves, and says where. Ends with one clear sentence when it cannot. */
async function main(): Promise<void> {
  const { port, folder, empty } = wanted(process.argv.slice(2))
  const journal = new Journal()
  const opened = await openFolder({ folder, world: realWorld, journal })
  try {
    // Before the demo is filled: who chose a port in use should not have to wait for hearing so.
    await ensureFree(port)
    await fillDemo({ running: opened.running, folder, demoData: join(root, 'ops/demo/data'), wanted: !empty, tell: sayFilling })
    await opened.running.projector.start(teller())
    await opened.running.rebuilding.start()
    opened.running.reconciler.start()
    const served = await serve({ running: opened.running, journal, port, pages: join(root, 'web/dist'), folder })
    announce(folder, served.port, await beginningLink(opened.running))
    await signal()
    await served.close()
  } finally {
    await opened.close()
  }
}

/** Throws what `parseArgs` throws, or a `RangeError` for a value that cannot be used. */
function wanted(args: string[]): { port: number; folder: string; empty: boolean } {
  const options = { port: { type: 'string', default: '8080' }, data: { type: 'string', default: join(root, 'data') }, empty: { type: 'boolean', default: false } } as const
  const { port, data, empty } = parseArgs({ args, options }).values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new RangeError(`--port ${port}`)
  if (!data.trim()) throw new RangeError('--data')
  return { port: Number(port), folder: resolve(data), empty }
}

/** Throws when somebody else has the port. */
async function ensureFree(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((done, failed) => probe.once('error', failed).listen(port, '127.0.0.1', done))
  await new Promise(done => probe.close(done))
}

/** Says how far documents are that take a while, every few seconds: those of a new version are made before anybody is let in. */
function teller(): (name: string, done: number, of: number) => void {
  const all = new Map<string, readonly [done: number, of: number]>()
  let next = performance.now() + 1_000
  return (name, done, of) => {
    all.set(name, [done, of])
    if (performance.now() < next) return
    next = performance.now() + 3_000
    const [came, went] = [...all.values()].reduce(([a, b], [one, other]) => [a + one, b + other], [0, 0])
    process.stdout.write(`正在整理 ${all.size} 个读模型：${Math.floor(came / went * 100)} % · Making ${all.size} read models before anybody is let in\n`)
  }
}

const fillings = {
  filling: '正在准备演示数据… · Preparing the demo …\n',
  kept: '这里已有的演示数据原样打开；要换新的，请先运行 npm run reset-demo · The demo that is here opens as it is; npm run reset-demo makes room for a new one\n',
}
const sayFilling = (what: keyof typeof fillings) => void process.stdout.write(fillings[what])

const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Resolves at the first Ctrl-C or TERM, or when the terminal goes; a second one ends at once. */
function signal(): Promise<void> {
  return new Promise(done => {
    const stop = () => {
      for (const name of ends) process.off(name, stop)
      done()
    }
    for (const name of ends) process.on(name, stop)
  })
}

main().then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
