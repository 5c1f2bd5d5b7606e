import type { Condition } from '@qinqing/domain/language/condition'
import type { FactData, Facts } from '@qinqing/domain/language/fact'
import { type Answers, type AnswerValue, type Field, type FileRef, read } from '@qinqing/domain/language/form'
import type { Item } from '@qinqing/domain/language/item'
import { createHash } from 'node:crypto'
import { type Chance, digits } from './chance.ts'
import { pdf } from './pdf.ts'

/** Who fills in, and for whom. */
export interface Filler {
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
function account(next: Chance): string {
  const body = `62000${digits(next, 13)}`
  const sum = [...body].toReversed().reduce((total, digit, n) => total + (n % 2 ? Number(digit) : Number(digit) * 2 - (Number(digit) > 4 ? 9 : 0)), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

export function paper(name: string, lines: readonly string[]): Paper {
  const content = pdf([name, ...lines])
  return { content, ref: { hash: createHash('sha256').update(content).digest('hex'), name: `${name}.pdf`, size: content.length, type: 'application/pdf' } }
}

const first = (value: FactData | null): string => (Array.isArray(value) ? value[0] ?? '' : String(value))

/** What an enterprise would say of itself where the bureaus say nothing: just what is asked. */
const stated: Readonly<Record<string, (value: FactData | null) => AnswerValue>> = {
  isTrue: () => true, isFalse: () => false, atLeast: value => Math.round(Number(value) * 1.2), atMost: value => Number(value), equals: value => Number(value),
  oneOf: first, is: first, hasAny: value => [first(value)], yearsFull: () => '2016-03-01',
}

const guesses: Partial<Record<Field['kind'], AnswerValue>> = { money: 60_000_000, number: 20, percent: 400 }

function factAnswer({ fact, kind }: Field, conditions: readonly Condition[]): AnswerValue | undefined {
  const asked = conditions.find(one => one.fact === fact)
  return asked ? stated[asked.comparison]?.(asked.value) : guesses[kind]
}

/** What somebody types into the form of an item: first who one is, then the rest with the papers. */
export function answersFor(item: Item, facts: Facts, { enterprise, contact, next }: Filler): { begin: Answers; rest: Answers; papers: Paper[] } {
  const known = read(item.form!, {}, facts, 'zh').sections.flatMap(({ fields }) => fields)
  const papers: Paper[] = []
  const phone = `199${digits(next, 8)}`
  const plain: Answers = {
    'contact.name': contact, 'contact.phone': phone, 'payee.name': enterprise, 'payee.bank': '示例银行柳州分行', 'payee.account': account(next), 'declaration.truth': true,
  }
  const answer = (one: (typeof known)[number]): AnswerValue | undefined => {
    if (one.kind === 'file') {
      if (!one.required && next() < 0.5) return undefined
      const made = paper(one.label.zh, [enterprise, `事项：${item.title}`, '演示材料，不是真实文件'])
      papers.push(made)
      return made.ref
    }
    if (one.fact) return one.origin === 'fact' ? undefined : factAnswer(one, item.conditions)
    return plain[one.id]
  }
  const all = known.flatMap((one): [string, AnswerValue][] => {
    const value = answer(one)
    return value === undefined ? [] : [[one.id, value]]
  })
  const isFirst = ([id]: [string, AnswerValue]) => id.startsWith('contact.')
  return { begin: Object.fromEntries(all.filter(isFirst)), rest: Object.fromEntries(all.filter(one => !isFirst(one))), papers }
}
