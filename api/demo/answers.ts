import type { Condition } from '@qinqing/domain/language/condition'
import type { FactData, Facts } from '@qinqing/domain/language/fact'
import { type Answers, type AnswerValue, type Field, type FileRef, read, type ReadField } from '@qinqing/domain/language/form'
import type { Item } from '@qinqing/domain/language/item'
import { createHash } from 'node:crypto'
import { between, type Chance, digits, pick } from './chance.ts'
import { pdf } from './pdf.ts'

/** Who fills in, and for whom. */
interface Filler {
  enterprise: string
  contact: string
  next: Chance
}

/** A file of the demo, and how an answer names it. */
export interface Paper {
  ref: FileRef
  content: Buffer
}

/** A number with the check digit that cards have, of a bank that does not exist. */
export function account(next: Chance): string {
  const body = `62000${digits(next, 13)}`
  const sum = [...body].toReversed().reduce((total, digit, n) => total + (n % 2 ? Number(digit) : Number(digit) * 2 - (Number(digit) > 4 ? 9 : 0)), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

export function paper(name: string, lines: readonly string[]): Paper {
  const content = pdf([name, ...lines])
  return { content, ref: { hash: createHash('sha256').update(content).digest('hex'), name: `${name}.pdf`, size: content.length, type: 'application/pdf' } }
}

const firstOf = (value: FactData | null): string => (Array.isArray(value) ? value[0] ?? '' : String(value))

/** What an enterprise would say of itself where the bureaus say nothing: just what is asked. */
const stated: Readonly<Record<string, (value: FactData | null) => AnswerValue>> = {
  isTrue: () => true, isFalse: () => false, atLeast: value => Math.round(Number(value) * 1.2), atMost: value => Number(value), equals: value => Number(value),
  oneOf: firstOf, is: firstOf, hasAny: value => [firstOf(value)], yearsFull: () => '2016-03-01',
}

const guesses: Partial<Record<Field['kind'], AnswerValue>> = { money: 60_000_000, number: 20, percent: 400 }

function factAnswer({ fact, kind }: Field, conditions: readonly Condition[]): AnswerValue | undefined {
  const asked = conditions.find(one => one.fact === fact)
  return asked ? stated[asked.comparison]?.(asked.value) : guesses[kind]
}

/** What somebody would write about a project that does not exist. */
const written: Readonly<Record<string, (next: Chance) => AnswerValue>> = {
  'project.name': () => '示例产线智能化改造', 'project.place': next => pick(next, ['450203', '450204', '450205', '450206']),
  'project.from': () => '2026-03-02', 'project.to': next => `2026-0${between(next, 6, 8)}-28`,
  'project.machines': next => [
    { name: '示例工业机器人', count: between(next, 2, 6), price: between(next, 8, 20) * 1_000_000 },
    { name: '示例视觉检测设备', count: between(next, 1, 3), price: between(next, 3, 9) * 1_000_000 },
  ],
  'project.loan': next => next() < 0.5, 'project.bank': () => '示例银行柳州分行', 'project.credit': next => between(next, 10, 60) * 1_000_000,
  'research.how': next => pick(next, [['own'], ['own', 'joint'], ['ordered']]), 'research.partner': () => '示例大学机械学院',
  'research.projects': next => [
    { name: '示例轻量化结构件研发', from: '2025-03-10', cost: between(next, 40, 160) * 1_000_000 },
    { name: '示例电控系统研发', from: '2025-06-16', cost: between(next, 20, 90) * 1_000_000 },
  ],
  'research.summary': () => '完成两项样件试制，通过示例客户的台架试验。（演示内容，不是真实成果）',
}

/** What somebody types into the form of an item: first who one is, then the rest with the papers. */
export function answersFor(item: Item, facts: Facts, { enterprise, contact, next }: Filler): { begin: Answers; rest: Answers; papers: Paper[] } {
  const shown = (answers: Answers) => read(item.form!, answers, facts, 'zh').sections.flatMap(({ fields }) => fields)
  const papers: Paper[] = []
  const phone = `199${digits(next, 8)}`
  const plain: Answers = {
    'contact.name': contact, 'contact.phone': phone, 'payee.name': enterprise, 'payee.bank': '示例银行柳州分行', 'payee.account': account(next), 'declaration.truth': true,
  }
  const answer = (one: ReadField): AnswerValue | undefined => {
    if (one.formula) return undefined
    if (one.kind === 'file') {
      if (!one.required && next() < 0.5) return undefined
      const made = paper(one.label.zh, [enterprise, `事项：${item.title}`, '演示材料，不是真实文件'])
      papers.push(made)
      return made.ref
    }
    if (one.origin === 'fact') return undefined
    if (one.fact && !Object.hasOwn(plain, one.id)) return factAnswer(one, item.conditions)
    return plain[one.id] ?? written[one.id]?.(next)
  }
  const filled = (fields: readonly ReadField[]) => fields.flatMap((one): [string, AnswerValue][] => {
    const value = answer(one)
    return value === undefined ? [] : [[one.id, value]]
  })
  const at = shown({})
  const first = filled(at)
  // What one has answered may ask for more.
  const all = [...first, ...filled(shown(Object.fromEntries(first)).filter(({ id }) => !at.some(one => one.id === id)))]
  const isFirst = ([id]: [string, AnswerValue]) => id.startsWith('contact.')
  return { begin: Object.fromEntries(all.filter(isFirst)), rest: Object.fromEntries(all.filter(one => !isFirst(one))), papers }
}
