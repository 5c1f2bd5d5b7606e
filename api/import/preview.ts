import type { IntakeCommand, IntakeRemark } from '@qinqing/domain/policy/intake/contract'
import type { Words } from '@qinqing/domain/kernel/refusal'
import type { SourceRow } from './rows.ts'
import { judged } from './run.ts'
import type { Responsible } from './service-items.ts'
import type { Format } from './source.ts'

type Found = Omit<Extract<IntakeCommand, { type: 'PreviewIntake' }>['data'], 'report'>

const most = { remarks: 100, specimens: 10, authorities: 300, reasons: 20, words: 500 } as const

const brief = (words: string) => words.slice(0, most.words).toWellFormed()

/** As an event carries it: at most so many reasons of so many letters. */
export const remarkOf = (row: number, code: string, became: IntakeRemark['became'], reasons: readonly Words[]): IntakeRemark =>
  ({ row, code: code.slice(0, 120), became, reasons: reasons.slice(0, most.reasons).map(({ zh, en }) => ({ zh: brief(zh), en: brief(en) })) })

/** The first of them in the order of the file: what is told at once; all are in the report. */
export const firstRemarks = (remarks: readonly IntakeRemark[]): IntakeRemark[] => remarks.slice(0, most.remarks)

/** Reads a file through and writes nothing: how many rows are good, what is wrong with the others, whose offices it names. */
export async function previewed(rows: AsyncIterable<SourceRow>, office: Responsible, format: Format): Promise<{ found: Found; remarks: IntakeRemark[] }> {
  const remarks: IntakeRemark[] = []
  const specimens: Found['specimens'] = []
  const counts = new Map<string, number>()
  let [read, good] = [0, 0]
  for await (const one of judged(rows, office)) {
    read++
    if ('reasons' in one) {
      remarks.push(remarkOf(one.row, one.code, 'refused', one.reasons))
      continue
    }
    good++
    const authority = one.found.policy.origin?.authority ?? ''
    if (counts.has(authority) || counts.size < most.authorities) counts.set(authority, (counts.get(authority) ?? 0) + 1)
    if (specimens.length < most.specimens) specimens.push({ row: one.row, code: one.found.code, title: one.found.policy.title, authority })
  }
  const authorities = [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count)
  return { found: { format, rows: read, good, remarks: firstRemarks(remarks), specimens, authorities }, remarks }
}
