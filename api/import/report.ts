import type { Words } from '@qinqing/domain/kernel/refusal'
import type { Tally } from './run.ts'

/** Words for a terminal, Chinese above English. */
export const both = ({ zh, en }: Words): string => `${zh}\n${en}\n`

/** Where the import has come to, on one line. */
export const progressLine = ({ read, refused }: Pick<Tally, 'read' | 'refused'>, total: number): string =>
  `导入 ${read} / ${total}${refused ? ` · ${refused} 行有误` : ''}`

const rows: readonly [keyof Omit<Tally, 'remarks'>, string, string][] = [
  ['read', '读取', 'rows read'],
  ['new', '新增草稿', 'new drafts'],
  ['unchanged', '已有，无变化', 'already there, unchanged'],
  ['revised', '更新草稿', 'drafts revised'],
  ['kept', '保留原样', 'left as they are'],
  ['refused', '未导入', 'refused'],
]

const marks = { kept: '保留', refused: '未导入' } as const

/** What an import did: counts, then every row that did not go in, with its reasons. */
export function report(tally: Tally, office: string): string {
  const counts = rows.map(([key, zh, en]) => `  ${String(tally[key]).padStart(6)}  ${zh} · ${en}`)
  const remarks = tally.remarks.flatMap(({ row, code, became, reasons }) => [
    `  第 ${row} 行 ${marks[became]}${code ? ` (${code})` : ''}`, ...reasons.map(({ zh, en }) => `      ${zh} · ${en}`),
  ])
  const outcome = tally.new + tally.revised + tally.kept + tally.refused === 0
    ? `没有变化：0 项新增，${tally.unchanged} 项已在 · nothing changed: 0 new, ${tally.unchanged} already there`
    : `由${office}负责；发布前请编辑核对 · ${office} answers for them; edit and check before publishing`
  return [...counts, ...(remarks.length ? ['', ...remarks] : []), '', outcome, ''].join('\n')
}
