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

const words = (zh: string, en: string) => (value: string, lang: Lang) => `${lang === 'zh' ? zh : en} ${value}`
const close = (zh: string, en: string) => (value: string, lang: Lang) => (lang === 'zh' ? `${zh}${value}` : `${en} ${value}`)
const list = (value: FactData): string[] => (Array.isArray(value) ? value : [])
const within = (value: FactData, all: FactData): boolean => typeof value === 'string' && list(all).includes(value)

/** The day on which a number of years is full. */
export const anniversary = (date: string, years: number): string => `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`
const isFull = (date: FactData, years: FactData, today: string): boolean => anniversary(String(date), Number(years)) <= today

const table = {
  atLeast: { label: say('不低于', 'at least'), kinds: measured, operand: 'same', wanted: words('不低于', 'at least'), holds: (a, b) => a >= b },
  atMost: { label: say('不高于', 'at most'), kinds: measured, operand: 'same', wanted: words('不高于', 'at most'), holds: (a, b) => a <= b },
  above: { label: say('高于', 'above'), kinds: measured, operand: 'same', wanted: words('高于', 'above'), holds: (a, b) => a > b },
  below: { label: say('低于', 'below'), kinds: measured, operand: 'same', wanted: words('低于', 'below'), holds: (a, b) => a < b },
  equals: { label: say('等于', 'equal to'), kinds: [...measured, 'text'], operand: 'same', wanted: words('等于', 'equal to'), holds: (a, b) => a === b },
  differs: { label: say('不等于', 'not equal to'), kinds: [...measured, 'text'], operand: 'same', wanted: words('不等于', 'not equal to'), holds: (a, b) => a !== b },
  contains: {
    label: say('包含', 'containing'), kinds: ['text'], operand: 'piece', wanted: (value, lang) => (lang === 'zh' ? `包含“${value}”` : `containing "${value}"`),
    holds: (a, b) => String(a).includes(String(b)),
  },
  lacks: {
    label: say('不包含', 'not containing'), kinds: ['text'], operand: 'piece',
    wanted: (value, lang) => (lang === 'zh' ? `不包含“${value}”` : `not containing "${value}"`),
    holds: (a, b) => !String(a).includes(String(b)),
  },
  isTrue: { label: say('是', 'yes'), kinds: ['flag'], operand: 'none', wanted: (_, lang) => (lang === 'zh' ? '是' : 'yes'), holds: a => a === true },
  isFalse: { label: say('否', 'no'), kinds: ['flag'], operand: 'none', wanted: (_, lang) => (lang === 'zh' ? '否' : 'no'), holds: a => a === false },
  notBefore: { label: say('不早于', 'not before'), kinds: ['date'], operand: 'same', wanted: words('不早于', 'not before'), holds: (a, b) => a >= b },
  notAfter: { label: say('不晚于', 'not after'), kinds: ['date'], operand: 'same', wanted: words('不晚于', 'not after'), holds: (a, b) => a <= b },
  yearsFull: {
    label: say('满…年', 'years completed'), kinds: ['date'], operand: 'years',
    wanted: (value, lang) => (lang === 'zh' ? `至今满 ${value} 年` : `at least ${value} years ago`), holds: isFull,
  },
  yearsNotFull: {
    label: say('不满…年', 'years not completed'), kinds: ['date'], operand: 'years',
    wanted: (value, lang) => (lang === 'zh' ? `至今不满 ${value} 年` : `less than ${value} years ago`), holds: (a, b, today) => !isFull(a, b, today),
  },
  is: { label: say('为', 'being'), kinds: ['choice'], operand: 'same', wanted: close('为', 'being'), holds: (a, b) => a === b },
  isNot: { label: say('不为', 'not being'), kinds: ['choice'], operand: 'same', wanted: close('不为', 'not being'), holds: (a, b) => a !== b },
  oneOf: { label: say('属于', 'one of'), kinds: ['choice'], operand: 'several', wanted: close('属于', 'one of'), holds: within },
  noneOf: { label: say('不属于', 'none of'), kinds: ['choice'], operand: 'several', wanted: close('不属于', 'none of'), holds: (a, b) => !within(a, b) },
  has: {
    label: say('包含全部', 'including'), kinds: ['choices'], operand: 'several', wanted: close('包含', 'including'),
    holds: (a, b) => list(b).every(one => list(a).includes(one)),
  },
  hasAny: {
    label: say('包含任一', 'including one of'), kinds: ['choices'], operand: 'several', wanted: close('包含其中一项：', 'including one of'),
    holds: (a, b) => list(b).some(one => list(a).includes(one)),
  },
  hasNone: {
    label: say('不包含', 'without'), kinds: ['choices'], operand: 'several', wanted: close('不包含', 'without'),
    holds: (a, b) => !list(b).some(one => list(a).includes(one)),
  },
} as const satisfies Record<string, Comparison>

export type ComparisonKey = keyof typeof table

export const comparisons: Readonly<Record<ComparisonKey, Comparison>> = table

export const comparison = (key: string): Comparison | undefined =>
  Object.hasOwn(comparisons, key) ? comparisons[key as ComparisonKey] : undefined

/** What may be asked of a kind of fact, in the order in which a form offers it. */
export const comparisonsFor = (kind: FactKind): ComparisonKey[] =>
  (Object.keys(comparisons) as ComparisonKey[]).filter(key => comparisons[key].kinds.includes(kind))
