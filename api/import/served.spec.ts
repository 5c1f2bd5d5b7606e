import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Journal } from '../kernel/journal.ts'
import { openFolder } from '../kernel/open.ts'
import { realWorld } from '../kernel/world.ts'
import { serveControl } from '../operator/control.ts'
import { operate } from '../operator/operator.ts'
import { responsible } from './office.ts'
import { importServiceItems } from './run.ts'
import { sourceOf } from './source.ts'

const real = join(import.meta.dirname, '../../ops/demo/data/service-items/service-items.json')
const home = mkdtempSync(join(tmpdir(), 'qinqing-import-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** As the command line does it. */
async function run(folder: string, name: string) {
  const operator = await operate(folder, name, 'liuzhou', 'import')
  try {
    const office = await responsible(operator, realWorld.ids, name)
    const { remarks, ...counts } = await importServiceItems({ operator, ids: realWorld.ids, name, office, rows: sourceOf(real) })
    expect(remarks).toEqual([])
    return counts
  } finally {
    await operator.close()
  }
}

const all = { read: 146, new: 146, unchanged: 0, revised: 0, kept: 0, refused: 0 }
const again = { ...all, new: 0, unchanged: 146 }

test('goes through the server when one serves the folder, and straight to it when none does', async () => {
  const folder = join(home, 'served')
  const opened = await openFolder({ folder, world: realWorld, journal: new Journal() })
  const control = await serveControl(folder, opened.running.kernel, new Journal())
  expect(await run(folder, '示例某')).toEqual(all)
  expect(await run(folder, '示例另一位')).toEqual(again)
  await control.end(1_000)
  await opened.close()
  expect(await run(folder, '示例某')).toEqual(again)
  const [drafted] = await reopened(folder)
  expect(drafted).toMatchObject({ type: 'OfficeEstablished', by: '示例某', actor: 'operator:示例某', purpose: 'import' })
}, 60_000)

async function reopened(folder: string) {
  const { running, close } = await openFolder({ folder, world: realWorld, journal: new Journal() })
  return running.kernel.log.read('liuzhou.office-government-services').finally(close)
}
