import type { IntakeRemark } from '@qinqing/domain/policy/intake/contract'

const became = { refused: '未导入 · refused', kept: '保留原样 · left as it is' } as const
const heads = ['行号 · row', '事项编码 · code', '结果 · result', '原因', 'reason']

/** Quoted, and never a formula: a spreadsheet would run what begins like one. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Every row that did not go in, as a CSV that spreadsheets open with its Chinese intact (a byte order mark, CRLF). */
export function* faultsFile(remarks: Iterable<IntakeRemark>): Generator<string> {
  yield `\uFEFF${heads.map(cell).join(',')}\r\n`
  for (const { row, code, became: how, reasons } of remarks) {
    const cells = [String(row), code, became[how], reasons.map(({ zh }) => zh).join('；'), reasons.map(({ en }) => en).join('; ')]
    yield `${cells.map(cell).join(',')}\r\n`
  }
}
