/** Integer 分; what a command, an event and a document carry. */
export interface Amount {
  fen: number
  currency: 'CNY'
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** 50,000.00, from integers alone. */
export function yuanOf({ fen }: Amount): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '−' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** What would be shown as 10,000 of one unit is one of the next: 9,999.996 万 is 1 亿. */
const units = [
  { unit: 'yi', fen: 10_000_000_000, from: 10_000_000_000 - 5_000 },
  { unit: 'wan', fen: 1_000_000, from: 1_000_000 },
  { unit: 'yuan', fen: 100, from: 0 },
] as const

/** 5.23 万: an amount as one says it, with two places at most and none that are nothing. */
export function shortOf({ fen }: Amount): { number: string, unit: 'yi' | 'wan' | 'yuan' } {
  const size = Math.abs(fen)
  const { unit, fen: one } = units.find(each => size >= each.from) ?? units[2]
  const hundredths = Math.round((size * 100) / one)
  const places = String(hundredths % 100).padStart(2, '0').replace(/0+$/, '')
  return { number: `${fen < 0 ? '−' : ''}${grouped(String(Math.floor(hundredths / 100)))}${places && `.${places}`}`, unit }
}

/** What a person typed, in 分; undefined when it is no amount. */
export function fenOf(typed: string): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(typed.replaceAll(/[,，\s¥￥]/g, ''))
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

const numerals = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const myriads = ['', '万', '亿', '万亿']

/** Four digits in capital numerals: 8600 is 捌仟陆佰. */
function fourOf(four: string): string {
  const said = [...four].map((digit, at) => (digit === '0' ? '零' : `${numerals[Number(digit)]}${places[four.length - 1 - at]}`)).join('')
  return said.replace(/零+/g, '零').replace(/零$/, '')
}

/** 壹拾贰万捌仟陆佰元整: how a bank wants to read it, and how a wrong zero shows. */
export function capitalOf({ fen }: Amount): string {
  const [yuan, jiao, cent] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const fours = String(yuan).replace(/\B(?=(\d{4})+$)/g, ' ').split(' ')
  const whole = fours
    .map((four, at) => (Number(four) === 0 ? '零' : `${fourOf(four)}${myriads[fours.length - 1 - at]}`))
    .join('').replace(/零+/g, '零').replace(/(.)零$/, '$1')
  if (jiao === 0 && cent === 0) return `${whole}元整`
  const part = `${jiao > 0 ? `${numerals[jiao]}角` : yuan > 0 ? '零' : ''}${cent > 0 ? `${numerals[cent]}分` : ''}`
  return yuan > 0 ? `${whole}元${part}` : part
}
