import type { FactData } from './fact.ts'
import type { FactKind } from './predicates.ts'
import { type Lang, say, type Text } from './text.ts'

/** What stands on the right side: a value like the fact's, several of its choices, years, a piece of text, or nothing. */
export type Operand = 'same' | 'several' | 'years' | 'piece' | 'none'

interface Comparison {
  label: Text
  kinds: readonly FactKind[]
  operand: Operand
  /** What is asked, with the right side as people read it. */
  wanted: (value: string, lang: Lang) => string
  holds: (actual: FactData, wanted: FactData, today: string) => boolean
}

const measured = ['number', 'money', 'percent'] as const
const amounts = [...measured, 'text'] as const

type Holds = Comparison['holds']

/** A row whose wanted text is its label and the value: 不低于 1,000 万元; choices stand close: 属于小型企业. */
const row = <Kinds extends readonly FactKind[], O extends Operand>(zh: string, en: string, kinds: Kinds, operand: O, holds: Holds) => {
  const space = kinds.some(kind => kind === 'choice' || kind === 'choices') ? '' : ' '
  const wanted = (value: string, lang: Lang) => (lang === 'zh' ? `${zh}${space}${value}` : `${en} ${value}`)
  return { label: say(zh, en), kinds, operand, holds, wanted }
}
const worded = <R extends Comparison>(of: R, zh: (value: string) => string, en: (value: string) => string) =>
  ({ ...of, wanted: (value: string, lang: Lang) => (lang === 'zh' ? zh(value) : en(value)) })

const list = (value: FactData): string[] => (Array.isArray(value) ? value : [])
const within = (value: FactData, all: FactData): boolean => typeof value === 'string' && list(all).includes(value)

/** The day on which a number of years is full. */
export const anniversary = (date: string, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`

const isFull = (date: FactData, years: FactData, today: string): boolean => anniversary(String(date), Number(years)) <= today

const hasAll: Holds = (actual, wanted) => list(wanted).every(one => list(actual).includes(one))
const hasOne: Holds = (actual, wanted) => list(wanted).some(one => list(actual).includes(one))
const holdsText: Holds = (actual, wanted) => String(actual).includes(String(wanted))

export const comparisons = {
  atLeast: row('不低于', 'at least', measured, 'same', (a, b) => a >= b),
  atMost: row('不高于', 'at most', measured, 'same', (a, b) => a <= b),
  above: row('高于', 'above', measured, 'same', (a, b) => a > b),
  below: row('低于', 'below', measured, 'same', (a, b) => a < b),
  equals: row('等于', 'equal to', amounts, 'same', (a, b) => a === b),
  differs: row('不等于', 'not equal to', amounts, 'same', (a, b) => a !== b),
  contains: worded(row('包含', 'containing', ['text'], 'piece', holdsText), value => `包含“${value}”`, value => `containing "${value}"`),
  lacks: worded(
    row('不包含', 'not containing', ['text'], 'piece', (a, b, today) => !holdsText(a, b, today)),
    value => `不包含“${value}”`, value => `not containing "${value}"`,
  ),
  isTrue: worded(row('是', 'yes', ['flag'], 'none', a => a === true), () => '是', () => 'yes'),
  isFalse: worded(row('否', 'no', ['flag'], 'none', a => a === false), () => '否', () => 'no'),
  notBefore: row('不早于', 'not before', ['date'], 'same', (a, b) => a >= b),
  notAfter: row('不晚于', 'not after', ['date'], 'same', (a, b) => a <= b),
  yearsFull: worded(row('满…年', 'years completed', ['date'], 'years', isFull), n => `至今满 ${n} 年`, n => `at least ${n} years ago`),
  yearsNotFull: worded(
    row('不满…年', 'years not completed', ['date'], 'years', (a, b, today) => !isFull(a, b, today)),
    n => `至今不满 ${n} 年`, n => `less than ${n} years ago`,
  ),
  is: row('为', 'being', ['choice'], 'same', (a, b) => a === b),
  isNot: row('不为', 'not being', ['choice'], 'same', (a, b) => a !== b),
  oneOf: row('属于', 'one of', ['choice'], 'several', within),
  noneOf: row('不属于', 'none of', ['choice'], 'several', (a, b) => !within(a, b)),
  has: row('包含', 'including', ['choices'], 'several', hasAll),
  hasAny: worded(
    row('包含其中一项', 'including one of', ['choices'], 'several', hasOne), value => `包含其中一项：${value}`, value => `including one of ${value}`,
  ),
  hasNone: row('不包含', 'without', ['choices'], 'several', (a, b, today) => !hasOne(a, b, today)),
} as const satisfies Record<string, Comparison>

export type ComparisonKey = keyof typeof comparisons

const rows: Readonly<Record<string, Comparison>> = comparisons

/** The comparison of a key that somebody sent; undefined when there is none. */
export const comparison = (key: string): Comparison | undefined => (Object.hasOwn(rows, key) ? rows[key] : undefined)

/** What may be asked of a kind of fact, in the order in which a form offers it. */
export const comparisonsFor = (kind: FactKind): ComparisonKey[] =>
  (Object.keys(comparisons) as ComparisonKey[]).filter(key => rows[key]?.kinds.includes(kind))
