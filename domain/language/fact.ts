import { z } from 'zod'
import { localDate } from './calendar.ts'
import { count, exactly } from './money.ts'
import { type FactKind, noFact, type Predicate, predicate } from './predicates.ts'
import { brief, type Fault, type Lang, say } from './text.ts'
import { fullDate } from './when.ts'

/** Whole numbers, 分 and hundredths of a percent are numbers; dates and choices are strings. */
export const factData = z.union([z.int(), z.string().max(500), z.boolean(), z.array(z.string().max(100)).max(50)])
export type FactData = z.infer<typeof factData>

export const fact = z.object({
  predicate: z.string().min(1).max(60),
  value: factData,
  source: z.string().min(1).max(60),
  validFrom: z.iso.date(),
  receivedAt: z.iso.datetime({ offset: true }),
})
export type Fact = z.infer<typeof fact>
export type Facts = Record<string, Fact>

/** 2.7 % from 270. */
export function percent(basisPoints: number): string {
  const digits = String(Math.abs(basisPoints)).padStart(3, '0')
  return `${basisPoints < 0 ? '-' : ''}${count(Number(digits.slice(0, -2)))}.${digits.slice(-2)}`.replace(/\.?0+$/, '') + '%'
}

const isDate = (value: string): boolean => z.iso.date().safeParse(value).success

const measure = (value: FactData, { negative = false }: Predicate): boolean =>
  Number.isSafeInteger(value) && (negative || Number(value) >= 0)

/** Whether a value is one of the kind; the choices are the predicate's. */
const fits: { [Kind in FactKind]: (value: FactData, of: Predicate) => boolean } = {
  number: measure,
  money: measure,
  percent: measure,
  text: value => typeof value === 'string' && value.trim() !== '' && value.isWellFormed() && value.length <= 500,
  flag: value => typeof value === 'boolean',
  date: value => typeof value === 'string' && value.length === 10 && isDate(value),
  choice: (value, { choices = [] }) => choices.some(one => one.value === value),
  choices: (value, { choices = [] }) => Array.isArray(value) && value.length <= choices.length
    && value.every(part => choices.some(one => one.value === part)),
}

export const fitsPredicate = (value: unknown, of: Predicate): value is FactData => fits[of.kind](value as FactData, of)

/** Names one after the other, and 没有 when there are none. */
export const listed = (names: string[], lang: Lang): string =>
  (names.length > 0 ? names.join(lang === 'zh' ? '、' : ', ') : { zh: '没有', en: 'none' }[lang])

const label = (value: FactData, { choices = [] }: Predicate, lang: Lang): string =>
  choices.find(one => one.value === value)?.label[lang] ?? brief(value)

const shown: { [Kind in FactKind]: (value: FactData, of: Predicate, lang: Lang) => string } = {
  number: (value, { unit }, lang) => (unit ? `${count(Number(value))} ${unit[lang]}` : count(Number(value))),
  money: (value, _, lang) => exactly(Number(value), lang),
  percent: value => percent(Number(value)),
  text: value => String(value),
  flag: (value, _, lang) => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[lang],
  date: (value, _, lang) => fullDate(String(value), lang),
  choice: label,
  choices: (value, of, lang) => listed(Array.isArray(value) ? value.map(one => label(one, of, lang)) : [], lang),
}

/** A value as people read it; what does not fit its predicate is cut short and shown as it is. */
export const factValue = (of: Predicate, value: FactData, lang: Lang): string =>
  fitsPredicate(value, of) ? shown[of.kind](value, of, lang) : brief(value)

/** What is wrong with a fact; undefined when it can be relied on. */
export function factFault({ predicate: key, value }: Fact): Fault | undefined {
  const of = predicate(key)
  if (!of) return { code: 'unknown-fact', message: noFact(key) }
  if (fitsPredicate(value, of)) return undefined
  const sent = brief(value)
  return { code: 'value-does-not-fit', message: say(`“${of.label.zh}”的值不对：${sent}`, `Not a value of "${of.label.en}": ${sent}`) }
}

/** The fact that may be relied on at a date: it is there, fits its predicate and is valid by then. */
export function knownFact(facts: Facts, key: string, today: string): Fact | undefined {
  const found = Object.hasOwn(facts, key) ? facts[key] : undefined
  return found && !factFault({ ...found, predicate: key }) && found.validFrom <= today ? found : undefined
}

/** The date that stands beside a fact and its source. */
export const asOf = ({ receivedAt }: Fact): string => localDate(receivedAt)
