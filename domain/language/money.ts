import { z } from 'zod'
import type { Lang } from './text.ts'

/** 分, never a float. */
export const money = z.object({ fen: z.int().min(0), currency: z.literal('CNY') })
export type Money = z.infer<typeof money>

export const cny = (fen: number): Money => ({ fen, currency: 'CNY' })

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** 1,234,567 */
export const count = (n: number): string => (n < 0 ? `-${grouped(String(-n))}` : grouped(String(n)))

/** 50,000.00 */
export function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0')
  return `${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** A number of hundredths without the zeros at its end: 523 is 5.23, 1000 is 10. */
const hundredths = (n: number): string => yuan(n).replace(/\.?0+$/, '')

const WAN = 1_000_000
const YI = 10_000 * WAN

// Half a hundredth goes up; the remainder is looked at, since a quotient would be a float.
const divided = (fen: number, by: number): number => (fen - (fen % by)) / by + ((fen % by) * 2 >= by ? 1 : 0)

/** 5.23 万元: for a glance; what is paid is said by `yuan`. */
export function roughly(fen: number, lang: Lang = 'zh'): string {
  if (lang === 'en') return `¥${grouped(String(divided(fen, 100)))}`
  const tenThousands = divided(fen, WAN / 100)
  if (fen < WAN) return `${hundredths(fen)} 元`
  return tenThousands < 1_000_000 ? `${hundredths(tenThousands)} 万元` : `${hundredths(divided(fen, YI / 100))} 亿元`
}

/** 1,000 万元, or every 分 when 万元 would hide some: so that two different sums never read the same. */
export function exactly(fen: number, lang: Lang = 'zh'): string {
  if (lang === 'en') return `¥${fen % 100 === 0 ? yuan(fen).slice(0, -3) : yuan(fen)}`
  return fen >= WAN && fen % (WAN / 100) === 0 ? `${hundredths(fen / (WAN / 100))} 万元` : `${hundredths(fen)} 元`
}

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']

function below(n: number): string {
  const place = (index: number) => places[String(n).length - 1 - index]!
  const written = [...String(n)].map((digit, index) => (digit === '0' ? '零' : `${digits[Number(digit)]!}${place(index)}`))
  return written.join('').replace(/零+/g, '零').replace(/零$/, '')
}

function whole(n: number): string {
  const [size, unit] = n >= 1e8 ? [1e8, '亿'] as const : [1e4, '万'] as const
  if (n < 1e4) return below(n)
  const rest = n % size
  const filler = rest > 0 && rest < size / 10 ? '零' : ''
  return `${whole((n - rest) / size)}${unit}${filler}${rest > 0 ? whole(rest) : ''}`
}

/** 壹拾贰万捌仟陆佰元整 */
export function capitals(fen: number): string {
  const cents = fen % 100
  const yuans = (fen - cents) / 100
  const [jiao, rest] = [Math.floor(cents / 10), cents % 10]
  const head = yuans > 0 ? `${whole(yuans)}元` : ''
  if (cents === 0) return `${head || '零元'}整`
  const tenth = jiao > 0 ? `${digits[jiao]}角` : head && '零'
  return `${head}${tenth}${rest > 0 ? `${digits[rest]}分` : '整'}`
}

/** What was typed as 元, in 分; undefined when it is no such sum. */
export function parseYuan(typed: string): number | undefined {
  if (typed.length > 40) return undefined
  const plain = typed.normalize('NFKC').trim().replace(/^[¥]\s*/, '').replace(/\s*元$/, '')
  const [, integer, fraction = ''] = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  if (integer === undefined) return undefined
  const fen = Number(integer.replaceAll(',', '') + fraction.padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? fen : undefined
}
