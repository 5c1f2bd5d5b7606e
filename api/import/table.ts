import { parse } from 'csv-parse'
import ExcelJS from 'exceljs'
import { createReadStream } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { type SourceRow, UnreadableFile } from './rows.ts'
import { partBounds, PartTooLarge, WorkbookParts } from './workbook-parts.ts'

/** How columns are headed in tables that people keep, beside the names that the field itself has. */
const headings: Readonly<Record<string, string>> = {
  事项编码: 'TASK_CODE', 实施编码: 'TASK_CODE', 事项名称: 'TASK_NAME', 实施部门: 'DEPT_NAME', 实施主体: 'DEPT_NAME', 承诺时限: 'handle_time_limit', 承诺办结时限: 'handle_time_limit',
  法定时限: 'handle_time', 法定办结时限: 'handle_time', 受理标准: 'accept_standard', 受理条件: 'accept_standard', 咨询电话: 'consult_phone', 咨询方式: 'consult_phone',
  申请材料: 'material_intro', 材料: 'material_intro', 主题: 'theme_category', 服务对象: 'service_object_name', 事项类型: 'TASK_TYPE_TEXT', 行政区划: 'AREA_CODE_TEXT',
}

/** As people call the field; what nobody calls anything keeps its own name. */
export const headOf = (field: string): string => {
  const head = Object.keys(headings).find(one => headings[one] === field)
  return head ? `${head}（${field}）` : field
}

/** Cells of these hold several things, one a line or parted by semicolons. */
const several: readonly string[] = ['material_intro', 'theme_category', 'service_object_name']

const mostColumns = 200
const longestCell = 100_000

const noHeading = () => new UnreadableFile(
  '第一行里没有“事项编码”“事项名称”“实施部门”这几列（或 TASK_CODE、TASK_NAME、DEPT_NAME），请核对表头',
  'The first row has no columns 事项编码, 事项名称, 实施部门 (or TASK_CODE, TASK_NAME, DEPT_NAME); check the headings.')
const noTable = () => new UnreadableFile('表格读不出来，文件可能损坏，请重新导出', 'The table cannot be read; the file may be damaged. Export it again.')
const tooLarge = () => new UnreadableFile(
  '这个表格展开以后太大，请删去空行、空列和用不到的工作表，或分成几份导入', 'This workbook unpacks to too much; remove empty rows and columns and other sheets, or import it in parts.')
const notText = () => new UnreadableFile('文件不是 UTF-8 编码，请在 Excel 里另存为“CSV UTF-8”再导入', 'The file is not UTF-8; save it as "CSV UTF-8" and import again.')

/** Throws when the columns are not there without which no row can be read. */
function fieldsOf(cells: readonly string[]): string[] {
  const fields = cells.slice(0, mostColumns).map(cell => cell.trim()).map(cell => (Object.hasOwn(headings, cell) ? headings[cell]! : cell))
  if (!['TASK_CODE', 'TASK_NAME', 'DEPT_NAME'].every(field => fields.includes(field))) throw noHeading()
  return fields
}

/** Null-prototyped, since a heading may be called anything. */
function valueOf(fields: readonly string[], cells: readonly string[]): object {
  const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  fields.forEach((field, at) => {
    const cell = cells[at] ?? ''
    if (field && cell.trim()) value[field] = several.includes(field) ? cell.split(/[；;\n]/).map(one => one.trim()).filter(Boolean) : cell
  })
  return value
}

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? notText() : error
  }
}

/** The rows of a CSV file below its headings; the headings are row 1, as a spreadsheet counts. Throws `UnreadableFile`. */
export async function* csvRows(file: string): AsyncGenerator<SourceRow> {
  const parser = parse({ bom: true, relaxColumnCount: true, relaxQuotes: true, max_record_size: 1_000_000 })
  pipeline(decoded(createReadStream(file) as AsyncIterable<Uint8Array>), parser, () => undefined)
  let fields: string[] | undefined
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (!fields) fields = fieldsOf(cells)
      else if (cells.some(cell => cell.trim())) yield { row, value: valueOf(fields, cells) }
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : noTable()
  }
  if (!fields) throw noHeading()
}

/** A cell as it is read on the screen: rich text, links and formulas by what they show. */
function shown(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).slice(0, longestCell)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('').slice(0, longestCell)
  if ('text' in value) return String(value.text).slice(0, longestCell)
  return 'result' in value && value.result !== undefined && typeof value.result !== 'object' ? String(value.result).slice(0, longestCell) : ''
}

/** What the reader of workbooks does with single parts: they are handed to it, since what it unpacks by itself it holds to no size. */
interface PartReader {
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>
  _parseWorksheet(part: Readable, number: string): Iterable<{ value: AsyncIterable<ExcelJS.Row> }>
}

const sheetName = /^xl\/worksheets\/sheet(\d+)\.xml$/

/** The lines of the first sheet, with the texts that all sheets share. */
async function* linesOf(parts: WorkbookParts, most: Record<keyof typeof partBounds, number>): AsyncGenerator<ExcelJS.Row> {
  const options = { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'ignore', entries: 'ignore' } as const
  const reader = new ExcelJS.stream.xlsx.WorkbookReader('', options) as unknown as PartReader
  const sheet = parts.names().find(name => sheetName.test(name))
  if (!sheet) return
  // One after the other: a part that fails before anybody reads it would be nobody's failure.
  const strings = await parts.stream('xl/sharedStrings.xml', most.strings)
  if (strings) for await (const _ of reader._parseSharedStrings(strings));
  const content = await parts.stream(sheet, most.sheet)
  for (const { value } of reader._parseWorksheet(content!, sheetName.exec(sheet)![1]!)) yield* value
}

/** The rows of the first sheet below its headings. Throws `UnreadableFile`. */
export async function* sheetRows(file: string, most: Record<keyof typeof partBounds, number> = partBounds): AsyncGenerator<SourceRow> {
  let fields: string[] | undefined
  let parts: WorkbookParts | undefined
  try {
    parts = await WorkbookParts.open(file)
    for await (const line of linesOf(parts, most)) {
      const cells = Array.from({ length: Math.min(line.cellCount, mostColumns) }, (_, at) => shown(line.getCell(at + 1).value))
      if (!fields) fields = fieldsOf(cells)
      else if (cells.some(cell => cell.trim())) yield { row: line.number, value: valueOf(fields, cells) }
    }
  } catch (error) {
    if (error instanceof PartTooLarge) throw tooLarge()
    throw error instanceof UnreadableFile ? error : noTable()
  } finally {
    parts?.close()
  }
  if (!fields) throw noHeading()
}
