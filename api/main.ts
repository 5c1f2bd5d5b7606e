import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
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
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' }, data: { type: 'string', default: join(root, 'data') }, empty: { type: 'boolean', default: false } } })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError(`--port ${values.port}`)
  const folder = resolve(values.data)
  const journal = new Journal()
  const opened = await openFolder({ folder, world: realWorld, journal })
  try {
    await fillDemo({ running: opened.running, folder, demoData: join(root, 'ops/demo/data'), wanted: !values.empty, tell: sayFilling })
    await opened.running.projector.start()
    const served = await serve({ running: opened.running, journal, port, pages: join(root, 'web/dist'), folder })
    announce(folder, served.port)
    await signal()
    await served.close()
  } finally {
    await opened.close()
  }
}

const sayFilling = () => void process.stdout.write('正在准备演示数据… · Preparing the demo …\n')

/** Resolves at the first Ctrl-C or TERM; a second one ends at once. */
function signal(): Promise<void> {
  return new Promise(done => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => done())
  })
}

main().then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
