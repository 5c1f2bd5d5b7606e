import { percent } from '@qinqing/domain/language/fact'
import { count, parseYuan, yuan } from '@qinqing/domain/language/money'
import type { Typed } from './loose.ts'

export type NumberKind = 'number' | 'money' | 'percent'

const whole = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').trim()
  return /^(\d{1,3}(,\d{3})+|\d{1,15})$/.test(plain) ? Number(plain.replaceAll(',', '')) : undefined
}

/** The unit in which a sum is written: as the clause says it. */
export type Unit = 'yuan' | 'wan'

const powers: Record<Unit, number> = { yuan: 2, wan: 6 }
const written = /^¥?\s*(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,6}))?\s*(万|亿)?\s*(元)?$/

/** The unit that was typed with the number, which counts more than the one beside the box: 50万, 3000元. */
export const typedUnit = (text: string): Unit | undefined => {
  const [, , , larger, yuanSaid] = written.exec(text.normalize('NFKC').trim()) ?? []
  return larger ? 'wan' : yuanSaid ? 'yuan' : undefined
}

/** Every 分 of it, by its digits alone: 12.3456 万元 is 123,456.00 元. */
function sum(text: string, unit: Unit): number | undefined {
  const [, integer, fraction = '', larger] = written.exec(text.normalize('NFKC').trim()) ?? []
  if (integer === undefined) return undefined
  const power = larger === '亿' ? 10 : powers[typedUnit(text) ?? unit]
  if (fraction.length > power) return undefined
  const fen = Number(integer.replaceAll(',', '') + fraction.padEnd(power, '0'))
  return Number.isSafeInteger(fen) ? fen : undefined
}

/** 万元 for a sum that is whole in hundredths of it, as clauses say them; 元 for all others. */
export const unitOf = (fen: Typed): Unit => (typeof fen === 'number' && fen !== 0 && fen % 1_000_000 === 0 ? 'wan' : 'yuan')

/** A sum in its unit: 50 for 500,000.00 元 in 万元. */
function inUnit(fen: number, unit: Unit): string {
  if (unit === 'yuan') return yuan(fen)
  const digits = String(fen).padStart(7, '0')
  const fraction = digits.slice(-6).replace(/0+$/, '')
  return `${count(Number(digits.slice(0, -6)))}${fraction && `.${fraction}`}`
}

const share = (text: string): number | undefined => parseYuan(text.normalize('NFKC').replace(/\s*%\s*$/, ''))

const reads: Record<NumberKind, (text: string, unit: Unit) => number | undefined> = { number: whole, money: sum, percent: share }
const shows: Record<NumberKind, (value: number, unit: Unit) => string> = {
  number: value => count(value), money: inUnit, percent: value => percent(value).slice(0, -1),
}

/** The number that was typed, or what was typed when it is none. */
export function readNumber(kind: NumberKind, text: string, { negative = false, unit = 'yuan' }: { negative?: boolean | undefined; unit?: Unit } = {}): Typed {
  const plain = text.trim()
  if (plain === '') return undefined
  const minus = negative && /^[-−]/.test(plain)
  const found = reads[kind](minus ? plain.slice(1) : plain, unit)
  return found === undefined ? text.slice(0, 60) : minus ? -found : found
}

export const showNumber = (kind: NumberKind, value: Typed, unit: Unit = 'yuan'): string =>
  (typeof value === 'number' ? `${value < 0 ? '-' : ''}${shows[kind](Math.abs(value), unit)}` : value ?? '')
