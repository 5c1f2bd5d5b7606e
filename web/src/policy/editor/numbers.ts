import { percent } from '@qinqing/domain/language/fact'
import { count, parseYuan, yuan } from '@qinqing/domain/language/money'
import type { Typed } from './loose.ts'

export type NumberKind = 'number' | 'money' | 'percent'

const whole = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').trim()
  return /^(\d{1,3}(,\d{3})+|\d{1,15})$/.test(plain) ? Number(plain.replaceAll(',', '')) : undefined
}

const large: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/** Sums are thought of in 万元: 50万 is typed as it is said. */
function sum(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim()
  const times = large[/([万亿])\s*元?$/.exec(plain)?.[1] ?? ''] ?? 1
  const fen = parseYuan(plain.replace(/[万亿]\s*元?$/, ''))
  return fen !== undefined && Number.isSafeInteger(fen * times) ? fen * times : undefined
}

const share = (text: string): number | undefined => parseYuan(text.normalize('NFKC').replace(/\s*%\s*$/, ''))

const reads: Record<NumberKind, (text: string) => number | undefined> = { number: whole, money: sum, percent: share }
const shows: Record<NumberKind, (value: number) => string> = {
  number: value => count(value), money: value => yuan(value), percent: value => percent(value).slice(0, -1),
}

/** The number that was typed, or what was typed when it is none. */
export function readNumber(kind: NumberKind, text: string, negative = false): Typed {
  const plain = text.trim()
  if (plain === '') return undefined
  const minus = negative && /^[-−]/.test(plain)
  const found = reads[kind](minus ? plain.slice(1) : plain)
  return found === undefined ? text.slice(0, 60) : minus ? -found : found
}

export const showNumber = (kind: NumberKind, value: Typed): string =>
  (typeof value === 'number' ? `${value < 0 ? '-' : ''}${shows[kind](Math.abs(value))}` : value ?? '')
