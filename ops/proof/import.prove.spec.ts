import { responsible } from '@qinqing/api/import/office'
import { previewed } from '@qinqing/api/import/preview'
import { importServiceItems } from '@qinqing/api/import/run'
import { type Format, formatOf, sourceOf } from '@qinqing/api/import/source'
import { operate } from '@qinqing/api/operator/operator'
import { realWorld } from '@qinqing/api/kernel/world'
import ExcelJS from 'exceljs'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { count } from './count.ts'

const home = mkdtempSync(join(tmpdir(), 'qinqing-import-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void
/** Megabytes that are really held. */
const held = (): number => {
  collect()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

const rows = count(1_000, 10_000)
const codes = Array.from({ length: rows }, (_, n) => `LARGE-${n}`)
const standard = '依法登记，信用良好，没有严重违法记录。'.repeat(20)

async function list(): Promise<string> {
  const path = join(home, 'large.json')
  const file = createWriteStream(path)
  for (const [n, code] of codes.entries()) {
    const row = JSON.stringify({ TASK_CODE: code, TASK_NAME: `示例事项${n}`, DEPT_NAME: '示例省厅', handle_time_limit: '10(工作日)', accept_standard: standard, consult_phone: '0772-2800000' })
    if (!file.write(`${n ? ',\n' : '['}${row}`)) await once(file, 'drain')
  }
  file.end(']')
  await once(file, 'finish')
  return path
}

async function workbook(): Promise<string> {
  const path = join(home, 'large.xlsx')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path })
  const sheet = book.addWorksheet('清单')
  sheet.addRow(['事项编码', '事项名称', '实施部门', '承诺时限', '受理标准', '咨询电话']).commit()
  for (const [n, code] of codes.entries()) sheet.addRow([code, `示例事项${n}`, '示例省厅', '10(工作日)', standard, '0772-2800000']).commit()
  await book.commit()
  return path
}

const office = { id: 'services', name: '示例政务服务局综合受理科' }

test.each<[Format, () => Promise<string>]>([['json', list], ['xlsx', workbook]])(`${rows} rows of a file (%s) are previewed in flat memory`, async (format, make) => {
  const path = await make()
  const before = held()
  const { found } = await previewed(sourceOf(path), office, await formatOf(path))
  expect(found).toMatchObject({ format, rows, good: rows })
  expect(held() - before).toBeLessThan(24)
}, count(60_000, 300_000))

test(`${rows} rows go in with progress and flat memory; a second run changes nothing`, async () => {
  const folder = join(home, 'data')
  const path = await list()
  const operator = await operate(folder, '示例某', 'liuzhou', 'import')
  try {
    const responsibleOffice = await responsible(operator, realWorld.ids, '示例某')
    const told: number[] = []
    const memory: number[] = []
    const run = () => importServiceItems({
      operator, ids: realWorld.ids, name: '示例某', office: responsibleOffice, rows: sourceOf(path),
      progress({ read }) {
        told.push(read)
        if (read % (rows / 5) === 0) memory.push(held())
      },
    })
    expect(await run()).toMatchObject({ read: rows, new: rows, refused: 0 })
    expect(told).toEqual(codes.map((_, n) => n + 1))
    process.stdout.write(`import of ${rows} rows, MB held at each fifth: ${memory.map(one => one.toFixed(0)).join(' ')}\n`)
    expect(memory.at(-1)! - memory[0]!).toBeLessThan(24)
    expect(await run()).toMatchObject({ read: rows, unchanged: rows, new: 0, revised: 0 })
  } finally {
    await operator.close()
  }
}, count(120_000, 900_000))
