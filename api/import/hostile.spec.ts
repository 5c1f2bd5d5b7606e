import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultsFile } from './faults-file.ts'
import { type SourceRow, UnreadableFile } from './rows.ts'
import { sourceOf } from './source.ts'
import { sheetRows } from './table.ts'
import { partBounds } from './workbook-parts.ts'

const home = mkdtempSync(join(tmpdir(), 'qinqing-hostile-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

let files = 0
const kept = (content: Uint8Array | string): string => {
  const file = join(home, String(++files))
  writeFileSync(file, content)
  return file
}

const heads = ['TASK_CODE', 'TASK_NAME', 'DEPT_NAME']
async function workbook(rows: readonly (readonly unknown[])[], before: readonly unknown[] = heads): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('清单').addRows([[...before], ...rows.map(row => [...row])])
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function all(rows: AsyncIterable<SourceRow>): Promise<SourceRow[]> {
  const found: SourceRow[] = []
  for await (const row of rows) found.push(row)
  return found
}
const said = (rows: AsyncIterable<SourceRow>): Promise<string> => all(rows).then(({ length }) => `${length} rows`, (error: unknown) => {
  if (!(error instanceof UnreadableFile)) throw error
  return error.words.zh
})

/** The entry of a part in the directory at the end of a ZIP. */
const directoryEntry = (zip: Buffer, name: string) => zip.lastIndexOf(name) - 46
const sizeAt = 24
const sheet = 'xl/worksheets/sheet1.xml'

describe('a workbook', () => {
  test.each(['strings', 'sheet'] as const)('whose %s unpack to more than may be is not unpacked', async part => {
    const file = kept(await workbook(Array.from({ length: 400 }, (_, n) => [`C${n}`, `示例${'长'.repeat(50)}${n}`, '示例厅'])))
    expect(await said(sheetRows(file))).toBe('400 rows')
    expect(await said(sheetRows(file, { ...partBounds, [part]: 10_000 }))).toMatch(/展开以后太大/)
  })

  test('that says it is smaller than it is is read no further than it says', async () => {
    const content = await workbook(Array.from({ length: 3_000 }, (_, n) => [`C${n}`, '示例', '示例厅']))
    content.writeUInt32LE(2_000, directoryEntry(content, sheet) + sizeAt)
    expect(await said(sheetRows(kept(content)))).toMatch(/表格读不出来/)
  })

  test('that is damaged anywhere is read or refused, and never waited for', async () => {
    const content = await workbook(Array.from({ length: 300 }, (_, n) => [`C${n}`, `示例${n * 7919 % 1009}`, '示例厅']))
    for (let at = 4; at < content.length; at += 211) {
      const damaged = Buffer.from(content)
      damaged[at]! ^= 0x20
      expect(await said(sheetRows(kept(damaged)))).toMatch(/^300 rows$|读不出来|第一行里没有|展开以后太大/)
    }
    for (const length of [4, 60, 1_000, content.length - 200, content.length - 1]) expect(await said(sheetRows(kept(content.subarray(0, length))))).toMatch(/读不出来/)
  }, 30_000)

  test('keeps every character, wherever pieces of it end', async () => {
    const names = Array.from({ length: 2_000 }, (_, n) => `示例事项${'龙城亲清在线'.repeat(n % 11)}${n}`)
    const rows = await all(sheetRows(kept(await workbook(names.map((name, n) => [`C${n}`, name, '示例厅'])))))
    expect(rows.map(row => 'value' in row && (row.value as { TASK_NAME: string }).TASK_NAME)).toEqual(names)
  })

  test('may head its columns as it likes, and nothing is poisoned', async () => {
    const [row] = await all(sheetRows(kept(await workbook([['C1', '示例', '示例厅', 'x', 'y', 'z']], [...heads, '__proto__', 'constructor', 'hasOwnProperty']))))
    expect(Object.keys((row as { value: object }).value)).toEqual([...heads, '__proto__', 'constructor', 'hasOwnProperty'])
    expect(Object.getPrototypeOf((row as { value: object }).value)).toBeNull()
  })

  test('without a sheet is none', async () => {
    expect(await said(sheetRows(kept(await new ExcelJS.Workbook().xlsx.writeBuffer() as unknown as Uint8Array)))).toMatch(/第一行里没有/)
  })
})

test('a list that is nested a hundred thousand times is a row that cannot be read, beside good ones', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const rows = await all(sourceOf(kept(`[{"TASK_CODE":"A"},${deep},{"x":${deep}},{"__proto__":{"polluted":true}},{"TASK_CODE":"B"}]`)))
  expect(rows).toHaveLength(5)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('a table whose one cell never ends is refused', async () => {
  expect(await said(sourceOf(kept(`${heads.join(',')}\n"${'x'.repeat(2_000_000)}`)))).toMatch(/表格读不出来/)
})

test('the file of faults runs nothing in a spreadsheet, whatever a row calls itself', () => {
  const codes = ['=cmd|\' /C calc\'!A0', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', 'a"b']
  const text = [...faultsFile(codes.map((code, n) => ({ row: n, code, became: 'refused' as const, reasons: [{ zh: '=1', en: '=1' }] })))].join('')
  const rows = parse(text, { bom: true }).slice(1)
  expect(rows.map(([, code]) => code)).toEqual([...codes.slice(0, -1).map(code => `'${code}`), 'a"b'])
  expect(rows.flat().filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
})
