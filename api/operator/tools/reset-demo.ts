import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Journal } from '../../kernel/journal.ts'
import { keysOf, openFolder } from '../../kernel/open.ts'
import { realWorld } from '../../kernel/world.ts'
import { realIn } from '../demo-only.ts'
import { dataFolder, Halted, placed, run, say } from './place.ts'

/** Throws when there is anything but the demo and what its people have tried out. */
async function refuseReal(folder: string): Promise<void> {
  const { running, close } = await openFolder({ folder, world: realWorld, journal: new Journal() })
  const real = await realIn(running.kernel.log).finally(close)
  if (!real) return
  throw new Halted(
    `这个文件夹里不只有演示数据（第 ${real.position} 个事件 ${real.type}，${real.recordedAt.slice(0, 10)}），没有清除任何内容`,
    `There is more than the demo in this folder (event ${real.position}, ${real.type}, of ${real.recordedAt.slice(0, 10)}); nothing was removed.`,
  )
}

run(async () => {
  const { values } = parseArgs({ options: { data: { type: 'string', default: dataFolder } } })
  const folder = placed(values.data)
  if (!existsSync(folder)) throw new Halted(`没有这个文件夹：${folder}`, `There is no folder ${folder}.`)
  await refuseReal(folder)
  // First out of the way, in one step: what is half removed must never look like a folder of data.
  // Under a name that nobody has: what lies beside the folder is not ours to remove.
  const away = `${folder}.gone-${randomUUID()}`
  await rename(folder, away)
  await rm(keysOf(folder), { force: true })
  await rm(away, { recursive: true, force: true })
  say('演示数据已清除，下次 npm start 会重新准备', 'The demo was removed; the next npm start makes a fresh one.')
  return 0
})
