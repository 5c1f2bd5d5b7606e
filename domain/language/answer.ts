import { type Field, fileRef, longestAnswer, longestCell, mostRows } from './field.ts'
import { kinds } from './field-kinds.ts'
import type { AnswerType } from './kind.ts'
import { type Fault, say, type Text } from './text.ts'

export type FormFault = Fault & { field: string; clause?: string }

/** A fault at a field, with the clause that asks for it. */
export const at = (of: Field, code: string, message: Text): FormFault =>
  (of.clause ? { field: of.id, code, message, clause: of.clause } : { field: of.id, code, message })

const isShort = (one: unknown): boolean => typeof one === 'string' && one.length <= 100

const isCell = (one: unknown): boolean => (typeof one === 'string' && one.length <= longestCell) || Number.isSafeInteger(one)
const mostCells = 12

function isRow(one: unknown): one is Record<string, unknown> {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return false
  const cells = Object.entries(one)
  return cells.length <= mostCells && cells.every(([key, cell]) => key.length <= 80 && isCell(cell))
}

function typeOf(answer: unknown): AnswerType | undefined {
  if (typeof answer === 'string') return 'string'
  if (typeof answer === 'boolean') return 'boolean'
  if (Number.isSafeInteger(answer)) return 'number'
  if (Array.isArray(answer) && answer.length > 0 && answer.length <= mostRows && answer.every(isRow)) return 'rows'
  if (Array.isArray(answer)) return answer.length <= 50 && answer.every(isShort) ? 'list' : undefined
  return fileRef.safeParse(answer).success ? 'file' : undefined
}

/** Every text in an answer of a known type. */
function texts(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  if (Array.isArray(answer)) return answer.flatMap(one => (isRow(one) ? Object.entries(one).flat().map(String) : [String(one)]))
  const file = fileRef.safeParse(answer)
  return file.success ? [file.data.name, file.data.type] : []
}

/** Nothing was answered. An empty list is an answer: none of these; but an empty table says nothing. */
export const isBlank = (answer: unknown, kind?: Field['kind']): boolean => answer === undefined || answer === null
  || (typeof answer === 'string' && answer.length <= longestAnswer && answer.trim() === '')
  || (kind === 'table' && Array.isArray(answer) && answer.length <= mostRows && answer.every(row => isRow(row)
    && Object.values(row).every(cell => typeof cell === 'string' && cell.trim() === '')))

/** Why an answer cannot even be kept as a draft: too long, of a wrong type, or with halves of characters. */
export function unkept(of: Field, answer: unknown): FormFault | undefined {
  const { zh, en } = of.label
  if (of.formula) return at(of, 'computed', say(`“${zh}”由系统算出，不用填写`, `"${en}" is worked out; nobody fills it in`))
  if (typeof answer === 'string' && answer.length > longestAnswer) {
    return at(of, 'too-long', say(`“${zh}”写得太长，请删短一些`, `"${en}" is too long; please shorten it`))
  }
  const type = typeOf(answer)
  const fine = type && kinds[of.kind].takes.includes(type) && texts(answer).every(part => part.isWellFormed())
  return fine ? undefined : at(of, 'wrong-type', say(`“${zh}”的内容无法识别，请重新填写`, `"${en}" cannot be read; please fill it in again`))
}

const verbs: { [Kind in Field['kind']]?: Text } = {
  file: say('请上传', 'Upload'), choice: say('请选择', 'Choose'), choices: say('请选择', 'Choose'), flag: say('请选择', 'Choose'),
  region: say('请选择', 'Choose'),
}

export function missing(of: Field): FormFault {
  if (of.kind === 'declaration') return at(of, 'missing', kinds.declaration.expected)
  const verb = verbs[of.kind] ?? say('请填写', 'Fill in')
  return at(of, 'missing', say(`${verb.zh}“${of.label.zh}”`, `${verb.en} "${of.label.en}"`))
}
