import { anniversary, type ComparisonKey } from './comparison.ts'
import { type FactData, type Facts, factValue, percent } from './fact.ts'
import { exactly, roughly } from './money.ts'
import type { Predicate } from './predicates.ts'
import { inBoth, say, type Text } from './text.ts'
import { fullDate } from './when.ts'

type Tell = (of: Predicate, wanted: FactData, actual: FactData, facts: Facts) => Text | undefined

const points = (of: Predicate, difference: number): Text => of.kind === 'percent'
  ? say(`${percent(difference).slice(0, -1)} 个百分点`, `${percent(difference).slice(0, -1)} percentage points`)
  : inBoth(lang => factValue(of, difference, lang))

/** What a missing percentage is in money: 0.3 % of the revenue. */
function inMoney({ share }: Predicate, wanted: number, facts: Facts): Text | undefined {
  const [part, all] = [share && facts[share.part]?.value, share && facts[share.whole]?.value]
  if (typeof part !== 'number' || typeof all !== 'number') return undefined
  const needed = BigInt(all) * BigInt(wanted)
  const missing = Number((needed + 9_999n) / 10_000n) - part
  return missing > 0 ? inBoth(lang => missing < 100_000 ? exactly(missing, lang) : roughly(missing, lang)) : undefined
}

const tooLittle: Tell = (of, wanted, actual, facts) => {
  const difference = Number(wanted) - Number(actual)
  if (difference <= 0) return undefined
  const amount = points(of, difference)
  const sum = inMoney(of, Number(wanted), facts)
  const about = sum ? say(`，约 ${sum.zh}`, `, about ${sum.en}`) : say('', '')
  return say(`${of.label.zh}还差 ${amount.zh}${about.zh}`, `${of.label.en}: ${amount.en} short${about.en}`)
}

const tooMuch: Tell = (of, wanted, actual) => {
  const difference = Number(actual) - Number(wanted)
  if (difference <= 0) return undefined
  const amount = points(of, difference)
  return say(`${of.label.zh}超出 ${amount.zh}`, `${of.label.en}: ${amount.en} too much`)
}

const tellers: { [Key in ComparisonKey]?: Tell } = {
  atLeast: tooLittle,
  above: tooLittle,
  atMost: tooMuch,
  below: tooMuch,
  isTrue: of => of.said?.no,
  isFalse: of => of.said?.yes,
  has: (of, wanted, actual) => {
    const missing = (wanted as string[]).filter(one => !(actual as string[]).includes(one))
    return inBoth(lang => `${{ zh: '还差', en: 'Missing: ' }[lang]}${factValue(of, missing, lang)}`)
  },
  yearsFull: (of, wanted, actual) => {
    const years = Number(wanted)
    const full = anniversary(String(actual), years)
    return say(`${of.label.zh}到 ${fullDate(full, 'zh')}才满 ${years} 年`, `${of.label.en}: ${years} years only on ${fullDate(full, 'en')}`)
  },
}

/** What is missing for a condition that failed, in numbers where they can be told, or else what it asks. */
export function shortfall(
  comparison: ComparisonKey, wanted: FactData, of: Predicate, actual: FactData, facts: Facts, said: Text,
): Text {
  return tellers[comparison]?.(of, wanted, actual, facts) ?? say(`要求${said.zh}`, `Required: ${said.en}`)
}
