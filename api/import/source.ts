import type { Words } from '@qinqing/domain/kernel/refusal'
import { open } from 'node:fs/promises'
import { type RowText, rowsOf, type SourceRow, UnreadableFile } from './rows.ts'
import { csvRows, sheetRows } from './table.ts'

export const formats = ['json', 'csv', 'xlsx'] as const
export type Format = (typeof formats)[number]

const badJson: Words = { zh: '这一行不是有效的 JSON', en: 'this row is not valid JSON' }
const tooLong: Words = { zh: '这一行太长，超过 1,000,000 个字符', en: 'this row has more than 1,000,000 characters' }

/** What is in the rows of a JSON array; a bad one does not spoil its neighbours. */
export async function* jsonRows(rows: AsyncIterable<RowText>): AsyncGenerator<SourceRow> {
  for await (const { row, text, tooLong: cut } of rows) yield cut ? { row, fault: tooLong } : parsed(row, text)
}

function parsed(row: number, text: string): SourceRow {
  try {
    return { row, value: JSON.parse(text) as unknown }
  } catch {
    return { row, fault: badJson }
  }
}

const oldExcel = () => new UnreadableFile('这是旧版 Excel 文件（.xls），请另存为 .xlsx 再导入', 'This is an old Excel file (.xls); save it as .xlsx and import that.')

/** What a file is, by how it begins: its name may say anything. Throws `UnreadableFile`. */
export async function formatOf(file: string): Promise<Format> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(256), position: 0 })
    const head = buffer.subarray(0, bytesRead)
    if (head[0] === 0x50 && head[1] === 0x4b) return 'xlsx'
    if (head[0] === 0xd0 && head[1] === 0xcf) throw oldExcel()
    return /^[\s\uFEFF]*[[{]/.test(head.toString('utf8')) || !/[,\t;]/.test(head.toString('utf8')) ? 'json' : 'csv'
  } finally {
    await handle.close()
  }
}

const readers: Readonly<Record<Format, (file: string) => AsyncIterable<SourceRow>>> = { json: file => jsonRows(rowsOf(file)), csv: csvRows, xlsx: sheetRows }

/** So many rows make a file; more are several files. */
const mostRows = 200_000

/** The rows of a file in its own format, one at a time, so that its size does not matter. Throws `UnreadableFile`. */
export async function* sourceOf(file: string): AsyncGenerator<SourceRow> {
  let count = 0
  for await (const row of readers[await formatOf(file)](file)) {
    if (++count > mostRows) throw new UnreadableFile(`文件超过 ${mostRows} 行，请分成几份导入`, `The file has more than ${mostRows} rows; import it in parts.`)
    yield row
  }
}

/** Reads a file once to its end: how many rows it has. Throws `UnreadableFile` before anything was taken in. */
export async function countRows(file: string): Promise<number> {
  let found = 0
  for await (const _ of sourceOf(file)) found++
  return found
}
