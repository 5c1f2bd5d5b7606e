import type { Column, ColumnKind } from './column.ts'
import type { AnswerValue, Field, TableRow } from './field.ts'
import { formulaKind, type MeasureKind, worked } from './formula.ts'
import { type Kind, unread } from './kind.ts'
import { count } from './money.ts'
import { type Fault, type Lang, say } from './text.ts'

type Cells = Readonly<Record<ColumnKind, Kind>>

/** A column as the field that its cells are. */
const fieldOf = ({ id: name, label, kind, unit }: Column): Field => ({ id: name, label, kind, required: false, ...(unit ? { unit } : {}) })

export const columnsOf = ({ columns = [] }: Pick<Field, 'columns'>): readonly Column[] => columns
export const rowsOf = (value: AnswerValue | null | undefined): readonly TableRow[] =>
  (Array.isArray(value) ? value.filter((one): one is TableRow => typeof one === 'object') : [])
export const cellOf = (row: TableRow, name: string): string | number | undefined => (Object.hasOwn(row, name) ? row[name] : undefined)

/** The kind of what a column multiplies, and undefined when its two do not go together. */
export const productKind = (columns: readonly Column[], [left, right]: readonly [string, string]): MeasureKind | undefined => {
  const kinds = [left, right].flatMap(name => columns.filter(one => one.id === name && !one.product).map(({ kind }) => kind))
  const measures = kinds.filter(kind => kind !== 'text')
  return measures.length === 2 ? formulaKind('product', measures) : undefined
}

function readCell(row: TableRow, one: Column, cells: Cells): string | number | undefined {
  const typed = cellOf(row, one.id)
  if (typed === undefined || String(typed).trim() === '') return undefined
  const kept = cells[one.kind].parse(typed, fieldOf(one))
  // What cannot be read stays as it was typed, so that the fault can say where it stands.
  return typeof kept === 'string' || typeof kept === 'number' ? kept : typed
}

/** A row as it is kept: cells as their columns read them, products worked out, blanks left out. */
export function readRow(row: TableRow, columns: readonly Column[], cells: Cells): TableRow {
  const filled = new Map(columns.filter(one => !one.product).map(one => [one.id, readCell(row, one, cells)]))
  const measure = (name: string) => {
    const value = filled.get(name)
    const kind = columns.find(one => one.id === name)?.kind
    return typeof value === 'number' && (kind === 'number' || kind === 'money') ? { kind, value } : undefined
  }
  for (const { id: name, product } of columns) if (product) filled.set(name, worked('product', product.map(measure)))
  return Object.fromEntries([...filled].filter((entry): entry is [string, string | number] => entry[1] !== undefined))
}

const inRow = (n: number, { label }: Column, of: Fault): Fault =>
  ({ code: of.code, message: say(`第 ${n} 行“${label.zh}”：${of.message.zh}`, `Row ${n}, "${label.en}": ${of.message.en}`) })

function cellFault(row: TableRow, one: Column, cells: Cells): Fault | undefined {
  const value = cellOf(row, one.id)
  if (value === undefined) return one.required && !one.product ? { code: 'missing', message: say('没有填', 'not filled in') } : undefined
  const kind = cells[one.kind]
  const kept = kind.parse(value, fieldOf(one))
  return kept === undefined ? { code: 'unreadable', message: unread(kind, value) } : kind.fault(kept, fieldOf(one))
}

function rowsFault(rows: readonly TableRow[], { columns = [], min, max }: Field, cells: Cells): Fault | undefined {
  if (min !== undefined && rows.length < min) return { code: 'too-small', message: say(`至少填 ${count(min)} 行`, `At least ${count(min)} rows`) }
  if (max !== undefined && rows.length > max) return { code: 'too-large', message: say(`最多 ${count(max)} 行`, `At most ${count(max)} rows`) }
  for (const [n, row] of rows.entries()) for (const one of columns) {
    const found = cellFault(row, one, cells)
    if (found) return inRow(n + 1, one, found)
  }
  return undefined
}

/** The sum of a column; undefined when nothing in it can be added up, or the sum is too large. */
export const columnSum = (rows: readonly TableRow[], { id: name, kind }: Column): number | undefined => {
  const values = rows.map(row => cellOf(row, name)).filter(value => typeof value === 'number')
  return kind === 'number' || kind === 'money' ? worked('sum', values.map(value => ({ kind, value }))) : undefined
}

/** A cell as people read it. */
export const cellText = (row: TableRow, one: Column, cells: Cells, lang: Lang): string => {
  const value = cellOf(row, one.id)
  return value === undefined ? '' : cells[one.kind].display(value, fieldOf(one), lang)
}

export const sumText = (rows: readonly TableRow[], one: Column, cells: Cells, lang: Lang): string => {
  const sum = columnSum(rows, one)
  return sum === undefined ? '' : cells[one.kind].display(sum, fieldOf(one), lang)
}

/** The whole table as lines of text, for where there is no room for a table. */
function tableText(rows: readonly TableRow[], columns: readonly Column[], cells: Cells, lang: Lang): string {
  const [between, colon] = lang === 'zh' ? ['；', '：'] : ['; ', ': ']
  const joined = (shown: readonly Column[], textOf: (one: Column) => string) =>
    shown.map(one => [one.label[lang], textOf(one)]).filter(([, said]) => said).map(pair => pair.join(colon)).join(between)
  const sums = joined(columns.filter(({ sum }) => sum), one => sumText(rows, one, cells, lang))
  const lines = rows.map((row, n) => `${n + 1}. ${joined(columns, one => cellText(row, one, cells, lang))}`)
  return [...lines, ...(sums ? [`${lang === 'zh' ? '合计' : 'Total'} ${sums}`] : [])].join('\n')
}

/** A table is read cell by cell, each as its column's kind. */
export const tableKind = (cells: Cells): Kind => ({
  label: say('明细表', 'Table'), takes: ['rows', 'list'],
  parse: (answer, { columns = [] }) => (Array.isArray(answer) && answer.every(one => typeof one === 'object')
    ? rowsOf(answer).map(row => readRow(row, columns, cells)) : undefined),
  fault: (value, field) => rowsFault(rowsOf(value), field, cells),
  display: (value, { columns = [] }, lang) => tableText(rowsOf(value), columns, cells, lang),
  expected: say('请逐行填写表格', 'Fill in the table row by row'),
})
