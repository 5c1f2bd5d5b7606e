import type { Words } from '@qinqing/domain/kernel/refusal'
import type { World } from '@qinqing/domain/kernel/world'
import type { Operator } from '../operator/operator.ts'
import { abreast } from './abreast.ts'
import type { SourceRow } from './rows.ts'
import { readServiceItem, type Responsible, type ServiceItem } from './service-items.ts'
import { headOf } from './table.ts'
import { type Outcome, takeIn } from './take-in.ts'

/** A row that did not go in, or was left as it was, and why. */
interface Remark {
  row: number
  code: string
  became: 'kept' | 'refused'
  reasons: readonly Words[]
}

/** What an import did. */
export interface Tally {
  read: number
  new: number
  unchanged: number
  revised: number
  kept: number
  refused: number
  remarks: Remark[]
}

interface Importing {
  operator: Pick<Operator, 'ask' | 'history'>
  ids: World['ids']
  /** Who imports, by name. */
  name: string
  office: Responsible
  /** Who answers for the rows of an implementing office; left out, `office` answers for all. */
  officeOf?: ((authority: string) => Responsible) | undefined
  /** Whether the rows are meant to be used; left out, they are marked as samples. */
  official?: boolean | undefined
  rows: AsyncIterable<SourceRow>
  /** Raised when the rest is not wanted any more: what is under way is finished. */
  signal?: AbortSignal | undefined
  /** Told after each row. */
  progress?: (tally: Readonly<Tally>) => void
}

const width = 16

const twice = (first: number): Words => ({ zh: `${headOf('TASK_CODE')}和第 ${first} 行相同`, en: `has the same TASK_CODE as row ${first}` })

export type Judged = { row: number; found: ServiceItem } | { row: number; code: string; reasons: Words[] }

/** Reads rows in order, so that of two with the same code the first one counts. */
export async function* judged(rows: AsyncIterable<SourceRow>, office: Responsible): AsyncGenerator<Judged> {
  const seen = new Map<string, number>()
  for await (const one of rows) {
    const { row } = one
    if ('fault' in one) {
      yield { row, code: '', reasons: [one.fault] }
      continue
    }
    const result = readServiceItem(one.value, office)
    if ('faults' in result) {
      yield { row, code: codeIn(one.value), reasons: result.faults.map(({ field, zh, en }) => (field ? { zh: `${headOf(field)}：${zh}`, en: `${field}: ${en}` } : { zh, en })) }
      continue
    }
    const { code } = result.found
    const first = seen.get(code)
    if (first === undefined) seen.set(code, row)
    yield first === undefined ? { row, found: result.found } : { row, code, reasons: [twice(first)] }
  }
}

function codeIn(row: unknown): string {
  const code: unknown = typeof row === 'object' && row !== null && Object.hasOwn(row, 'TASK_CODE') ? (row as { TASK_CODE: unknown }).TASK_CODE : ''
  return typeof code === 'string' ? code.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 40).toWellFormed() : ''
}

/** The same row, answered for by another office. */
const givenTo = (found: ServiceItem, { id, name }: Responsible): ServiceItem =>
  ({ ...found, policy: { ...found.policy, office: id, officeName: name }, item: { ...found.item, office: id, officeName: name } })

/** The same row without the mark of a sample. */
const unmarked = ({ policy, item: { sample: _, ...item }, ...found }: ServiceItem): ServiceItem => ({ ...found, policy: { ...policy, sample: false }, item })

async function* until<One>(all: AsyncIterable<One>, signal: AbortSignal | undefined): AsyncGenerator<One> {
  for await (const one of all) {
    if (signal?.aborted) return
    yield one
  }
}

/** Takes in every good row and says what became of each; a second run finds everything there. Throws `ImportHalted`, `UnreadableFile`. */
export async function importServiceItems({ operator, ids, name, office, official = false, officeOf, rows, signal, progress }: Importing): Promise<Tally> {
  const tally: Tally = { read: 0, new: 0, unchanged: 0, revised: 0, kept: 0, refused: 0, remarks: [] }
  const note = (row: number, code: string, outcome: Outcome, reasons: readonly Words[] = []) => {
    tally.read += 1
    tally[outcome.became] += 1
    if (outcome.became === 'kept' || outcome.became === 'refused') tally.remarks.push({ row, code, became: outcome.became, reasons })
    progress?.(tally)
  }
  await abreast(until(judged(rows, office), signal), width, async one => {
    if ('reasons' in one) return note(one.row, one.code, { became: 'refused', because: one.reasons[0]! }, one.reasons)
    const found = official ? unmarked(one.found) : one.found
    const outcome = await takeIn(operator, ids, name, officeOf ? givenTo(found, officeOf(found.policy.origin?.authority ?? '')) : found)
    note(one.row, one.found.code, outcome, 'because' in outcome ? [outcome.because] : [])
  })
  tally.remarks.sort((a, b) => a.row - b.row)
  return tally
}
