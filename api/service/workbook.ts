import { localDate } from '@qinqing/domain/language/calendar'
import type { Text } from '@qinqing/domain/language/text'
import type { Cell, Sheet } from '@qinqing/projections/service/export-sheets'
import ExcelJS from 'exceljs'
import type { Writable } from 'node:stream'

export type Language = keyof Text

const said = (of: string | Text, language: Language): string => (typeof of === 'string' ? of : of[language])

/** `2026-03-02 09:00` in the city's time, which sorts as it reads. */
const momentOf = (at: string): string => `${localDate(at)} ${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)}`

/** A text is a text, whatever it begins with: what looks like a formula is none. */
function valueOf(cell: Cell, language: Language): string | number | null {
  if (!cell) return null
  if ('text' in cell) return said(cell.text, language)
  if ('fen' in cell) return cell.fen / 100
  return 'count' in cell ? cell.count : momentOf(cell.at)
}

/** What one may see of a sheet. */
export const columnsFor = ({ columns }: Sheet, roles: readonly string[]): Sheet['columns'] =>
  columns.filter(({ roles: only }) => !only || only.some(role => roles.includes(role)))

interface Made {
  sheet: Sheet
  columns: Sheet['columns']
  language: Language
  /** Said below the last row when there are more than may be had at once. */
  rest: Text
}

/** Writes documents as they come, row by row, so that a long list costs no memory. `more` says whether the list went on. */
export async function writeWorkbook(to: Writable, { sheet, columns, language, rest }: Made, documents: AsyncIterable<unknown>, more: () => boolean): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true })
  const page = workbook.addWorksheet(sheet.title[language].slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = columns.map(({ head, width, cell: _ }, n) => ({ header: head[language], key: String(n), width }))
  page.getRow(1).font = { bold: true }
  for await (const document of documents) {
    const cells = columns.map(({ cell }) => cell(document as never))
    const row = page.addRow(cells.map(cell => valueOf(cell, language)))
    for (const [n, cell] of cells.entries()) if (cell && 'fen' in cell) row.getCell(n + 1).numFmt = '#,##0.00'
    row.commit()
  }
  if (more()) page.addRow([rest[language]]).commit()
  page.commit()
  await workbook.commit()
}
