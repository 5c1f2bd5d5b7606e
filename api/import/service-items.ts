import type { Words } from '@qinqing/domain/kernel/refusal'
import type { Limit } from '@qinqing/domain/language/calendar'
import type { Clause } from '@qinqing/domain/language/condition'
import type { Item } from '@qinqing/domain/language/item'
import { brief } from '@qinqing/domain/language/text'
import { policyCommands } from '@qinqing/domain/policy/policy/contract'
import type { z } from 'zod'

/** What is wrong with a field of a row. */
interface RowFault extends Words {
  field: string
}

/** The office that answers for what is imported. */
export interface Responsible {
  id: string
  name: string
}

/** A row as the policy system takes it: the commands' data. */
export interface ServiceItem {
  code: string
  policy: z.output<typeof policyCommands.DraftPolicy>
  clauses: Clause[]
  item: Item
}

type RowRead = { found: ServiceItem } | { faults: RowFault[] }

/** The name under which rows of this kind are known as a source. */
export const serviceItems = 'service-items'

const fault = (field: string, zh: string, en: string): RowFault => ({ field, zh, en })

const mostMaterials = 60
const longestText = 20_000

/** Reads fields of a row: strings or lists of strings, gaps written 无, null or nothing; notes what is neither. */
class Fields {
  readonly faults: RowFault[] = []
  private readonly row: object

  constructor(row: object) {
    this.row = row
  }

  list(field: string): string[] {
    const value: unknown = Object.hasOwn(this.row, field) ? (this.row as Record<string, unknown>)[field] : null
    if (value === null || value === undefined) return []
    const parts: unknown[] = Array.isArray(value) ? value : [value]
    const texts = parts.filter(part => part !== null).map(part => (typeof part === 'string' ? tidy(part) : undefined))
    if (texts.some(text => text === undefined)) {
      this.faults.push(fault(field, '应当是文字或文字列表', 'must be a text or a list of texts'))
      return []
    }
    const known = (texts as string[]).filter(text => text !== '' && text !== '无')
    if (known.some(text => text.length > longestText)) this.faults.push(fault(field, `太长，最多 ${longestText} 个字`, `is too long; at most ${longestText} characters`))
    else if (known.some(text => !text.isWellFormed() || /\p{Cc}/u.test(text))) this.faults.push(fault(field, '含有无法识别的字符', 'has characters that cannot be read'))
    else return known
    return []
  }

  text(field: string, between = '；'): string {
    return this.list(field).join(between)
  }

  refuse(field: string, zh: string, en: string): void {
    this.faults.push(fault(field, zh, en))
  }
}

/** White space of all kinds in a row becomes one blank; files put paragraphs into runs of it. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

const units: Readonly<Record<string, Limit['unit']>> = { 工作日: 'working', 自然日: 'calendar', 日历日: 'calendar' }
const written = /^(\d{1,4})\s*[(（]?\s*个?\s*(工作日|自然日|日历日)\s*[)）]?$/

/** 20(工作日): what is promised counts, what the statute allows where nothing is promised; without either it is a draft's gap. */
function limitOf(fields: Fields): Limit {
  const promised = fields.text('handle_time_limit')
  const [field, said] = promised ? ['handle_time_limit', promised] : ['handle_time', fields.text('handle_time')]
  if (!said) return { days: 0, unit: 'working' }
  const [, days, unit] = written.exec(said) ?? []
  if (days && unit && Number(days) >= 1 && Number(days) <= 3650) return { days: Number(days), unit: units[unit]! }
  fields.refuse(field!, `办理时限“${brief(said)}”读不懂，要写成 20(工作日) 或 20(自然日)`, `the limit "${brief(said)}" cannot be read; write 20(工作日) or 20(自然日)`)
  return { days: 0, unit: 'working' }
}

const longestPhone = 120
const numbers = /(?:0\d{2,3}[-–])?\d{5,8}(?:[-–转]\d{1,6})?/g

/** Where the field tells a whole story, the numbers in it. */
function phoneOf(fields: Fields): string {
  const said = fields.text('consult_phone')
  if (said.length <= longestPhone) return said
  return [...new Set(said.match(numbers))].reduce((all, one) => (all.length + one.length < longestPhone ? `${all}${all && '；'}${one}` : all), '')
}

function codeOf(fields: Fields): string {
  const code = fields.text('TASK_CODE')
  if (!code) fields.refuse('TASK_CODE', '没有事项编码', 'there is no code')
  else if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(code)) {
    fields.refuse('TASK_CODE', `事项编码“${brief(code)}”不对，只能有字母、数字和 . _ -，最多 80 位`, `the code "${brief(code)}" may only have letters, digits and . _ -, at most 80`)
  }
  return code
}

function titleOf(fields: Fields): string {
  const title = fields.text('TASK_NAME') || fields.text('matter_name')
  if (title.length < 2) fields.refuse('TASK_NAME', '没有事项名称', 'there is no name')
  else if (title.length > 200) fields.refuse('TASK_NAME', '事项名称太长，最多 200 个字', 'the name is too long; at most 200 characters')
  return title
}

function authorityOf(fields: Fields): string {
  const authority = fields.text('DEPT_NAME')
  if (!authority) fields.refuse('DEPT_NAME', '没有实施部门', 'there is no department')
  else if (authority.length > 120) fields.refuse('DEPT_NAME', '部门名称太长，最多 120 个字', 'the department is too long; at most 120 characters')
  return authority
}

function materialsOf(fields: Fields): Item['materials'] {
  const names = [...new Set(fields.list('material_intro'))]
  if (names.length > mostMaterials) fields.refuse('material_intro', `材料太多，最多 ${mostMaterials} 份`, `too many materials; at most ${mostMaterials}`)
  if (names.some(name => name.length > 200)) fields.refuse('material_intro', '有材料的名称太长，最多 200 个字', 'a material is too long; at most 200 characters')
  return names.map((name, index) => ({ id: `m${index + 1}`, name, required: true }))
}

/** A standard in prose is for people to judge: a clause, and never a condition that a program would count as met. */
function clausesOf(fields: Fields): Clause[] {
  const text = fields.text('accept_standard', ' ')
  if (text.length > 2_000) fields.refuse('accept_standard', '受理标准太长，最多 2,000 个字', 'the standard is too long; at most 2,000 characters')
  return text ? [{ ref: '受理标准', text }] : []
}

function summaryOf(fields: Fields, authority: string): string {
  const parts = [
    fields.text('matter_type') || fields.text('TASK_TYPE_TEXT'), fields.text('AREA_CODE_TEXT') || fields.text('district'),
    labelled('主题', fields.text('theme_category', '、')), labelled('服务对象', fields.text('service_object_name', '、')), labelled('来源', authority),
  ]
  return parts.filter(Boolean).join('；').slice(0, 1_000).toWellFormed()
}

const labelled = (label: string, text: string): string => (text ? `${label}：${text}` : '')

/** One row of service items, as an office of the city would draft it; or everything that is wrong with it. */
export function readServiceItem(row: unknown, office: Responsible): RowRead {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return { faults: [fault('', '这一行不是一个事项（JSON 对象）', 'this row is no item (a JSON object)')] }
  const fields = new Fields(row)
  const [code, title, authority] = [codeOf(fields), titleOf(fields), authorityOf(fields)]
  const source = { system: serviceItems, row: code, authority }
  const answers = { office: office.id, officeName: office.name }
  const found: ServiceItem = {
    code,
    policy: { title, number: '', summary: summaryOf(fields, authority), validUntil: null, ...answers, origin: source, sample: true },
    clauses: clausesOf(fields),
    item: {
      id: 'item', title, lane: 'instant', limit: limitOf(fields), ...answers, phone: phoneOf(fields), conditions: [], materials: materialsOf(fields),
      amount: { kind: 'none' }, source, sample: true,
    },
  }
  return fields.faults.length ? { faults: distinct(fields.faults) } : { found }
}

const distinct = (faults: RowFault[]): RowFault[] =>
  faults.filter((one, index) => faults.findIndex(other => other.field === one.field && other.zh === one.zh) === index)
