import { z } from 'zod'
import { type Facts, factValue, knownFact, percent } from './fact.ts'
import { cny, exactly, type Money, money, yuan } from './money.ts'
import { type FactKind, noFact, type Predicate, predicate } from './predicates.ts'
import { brief, inBoth, type Lang, type Located, located, say, type Text } from './text.ts'

const key = z.string().min(1).max(60)
const bounds = { floor: money.optional(), cap: money.optional() }

const none = z.object({ kind: z.literal('none') })
const fixed = z.object({ kind: z.literal('fixed'), money })
const rate = z.object({ kind: z.literal('rate'), basisPoints: z.int().min(1).max(100_000), fact: key, ...bounds })
const perUnit = z.object({ kind: z.literal('perUnit'), money, fact: key, ...bounds })
const steps = z.object({
  kind: z.literal('steps'), fact: key, steps: z.array(z.object({ from: z.int(), money })).min(1).max(30),
})

/** How much one may get: nothing, a sum, a share of a sum, so much for each, or by steps. */
export const amount = z.discriminatedUnion('kind', [none, fixed, rate, perUnit, steps])
export type Amount = z.infer<typeof amount>
export type AmountKind = Amount['kind']
type Of<Kind extends AmountKind> = Extract<Amount, { kind: Kind }>

export const amountKindLabels: Record<AmountKind, Text> = {
  none: say('不涉及资金', 'No money'),
  fixed: say('固定金额', 'A fixed sum'),
  rate: say('按比例', 'A share of a sum'),
  perUnit: say('按数量', 'So much for each'),
  steps: say('分档', 'By steps'),
}

/** The kinds of fact that an amount can be worked out from. */
export const amountFactKinds: Record<AmountKind, readonly FactKind[]> = {
  none: [], fixed: [], rate: ['money'], perUnit: ['number'], steps: ['number', 'money', 'percent'],
}

export interface Estimate {
  /** Null while a fact is missing that it depends on. */
  fen: number | null
  /** Whether no fact enters, so that nothing can change it but the policy. */
  exact: boolean
  working: Text
  unknownFact?: string
}

type Bounds = { floor?: Money | undefined; cap?: Money | undefined }

const limits = ({ floor, cap }: Bounds, lang: Lang): string => [
  floor && { zh: `，最低 ${exactly(floor.fen)}`, en: `, at least ${exactly(floor.fen, 'en')}` }[lang],
  cap && { zh: `，最高 ${exactly(cap.fen)}`, en: `, at most ${exactly(cap.fen, 'en')}` }[lang],
].filter(Boolean).join('')

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER)
const smaller = (a: bigint, b: bigint) => (a < b ? a : b)

function bounded(fen: bigint, { floor, cap }: Bounds): number {
  const raised = floor && fen < BigInt(floor.fen) ? BigInt(floor.fen) : fen
  return Number(smaller(cap ? smaller(raised, BigInt(cap.fen)) : raised, LARGEST))
}

const plainSum = (fen: number, lang: Lang) => (lang === 'zh' ? `${yuan(fen)} 元` : `¥${yuan(fen)}`)
const rounded = say('，不足 1 分的四舍五入', ', rounded half up to the fen')

interface Known {
  of: Predicate
  value: number
}

const reached = (steps: Of<'steps'>['steps'], value: number) =>
  steps.filter(step => step.from <= value).toSorted((a, b) => b.from - a.from)[0]

const work: { [Kind in Exclude<AmountKind, 'none' | 'fixed'>]: (amount: Of<Kind>, known: Known) => { fen: number; working: Text } } = {
  rate(asked, { of, value }) {
    const product = BigInt(value) * BigInt(asked.basisPoints)
    const note = product % 10_000n === 0n ? { zh: '', en: '' } : rounded
    return {
      fen: bounded((product + 5_000n) / 10_000n, asked),
      working: inBoth(lang =>
        `${of.label[lang]} ${plainSum(value, lang)} × ${percent(asked.basisPoints)}${note[lang]}${limits(asked, lang)}`),
    }
  },
  perUnit: (asked, { of, value }) => ({
    fen: bounded(BigInt(value) * BigInt(asked.money.fen), asked),
    working: inBoth(lang => `${of.label[lang]} ${factValue(of, value, lang)} × ${plainSum(asked.money.fen, lang)}${limits(asked, lang)}`),
  }),
  steps(asked, { of, value }) {
    const step = reached(asked.steps, value)
    const actual = inBoth(lang => `${of.label[lang]} ${factValue(of, value, lang)}`)
    return {
      fen: step?.money.fen ?? 0,
      working: step
        ? say(`${actual.zh}，达到 ${factValue(of, step.from, 'zh')}这一档`, `${actual.en}, the step from ${factValue(of, step.from, 'en')}`)
        : say(`${actual.zh}，没有达到最低一档`, `${actual.en}, below the lowest step`),
    }
  },
}

/** How much an enterprise would get by what is known at a date, in whole 分, half a 分 rounded up. */
export function estimate(asked: Amount, facts: Facts, today: string): Estimate {
  if (asked.kind === 'none') return { fen: 0, exact: true, working: amountKindLabels.none }
  if (asked.kind === 'fixed') return { fen: asked.money.fen, exact: true, working: inBoth(lang => amountSentence(asked, lang)) }
  const of = predicate(asked.fact)
  const value = knownFact(facts, asked.fact, today)?.value
  if (!of || amountFault(asked) || typeof value !== 'number' || value < 0) {
    const label = of?.label ?? say('这项数据', 'this fact')
    return {
      fen: null, exact: false, unknownFact: asked.fact,
      working: say(`还不知道${label.zh}，暂时算不出`, `${label.en} is not known yet, so it cannot be worked out`),
    }
  }
  const worked = work[asked.kind](asked as never, { of, value })
  return { ...worked, exact: false }
}

const nameOf = (fact: string, lang: Lang): string => predicate(fact)?.label[lang] ?? brief(fact)

const sentences: { [Kind in AmountKind]: (amount: Of<Kind>, lang: Lang) => string } = {
  none: (_, lang) => amountKindLabels.none[lang],
  fixed: (asked, lang) => exactly(asked.money.fen, lang),
  rate: (asked, lang) => (lang === 'zh'
    ? `${nameOf(asked.fact, lang)}的 ${percent(asked.basisPoints)}${limits(asked, lang)}`
    : `${percent(asked.basisPoints)} of ${nameOf(asked.fact, lang)}${limits(asked, lang)}`),
  perUnit: (asked, lang) => {
    const unit = predicate(asked.fact)?.unit?.[lang]
    return lang === 'zh'
      ? `按${nameOf(asked.fact, lang)}，每${unit ?? '项'} ${exactly(asked.money.fen, lang)}${limits(asked, lang)}`
      : `${exactly(asked.money.fen, lang)} for each of ${nameOf(asked.fact, lang)}${limits(asked, lang)}`
  },
  steps: (asked, lang) => {
    const of = predicate(asked.fact)
    const from = (value: number) => (of ? factValue(of, value, lang) : String(value))
    const tell = (step: (typeof asked.steps)[number], sum = exactly(step.money.fen, lang)) =>
      (lang === 'zh' ? `${from(step.from)}起 ${sum}` : `${sum} from ${from(step.from)}`)
    const told = asked.steps.toSorted((a, b) => a.from - b.from).map(step => tell(step))
    return lang === 'zh' ? `按${nameOf(asked.fact, lang)}：${told.join('；')}` : `By ${nameOf(asked.fact, lang)}: ${told.join('; ')}`
  },
}

/** The amount as people read it: 智能设备投资额的 10%，最高 50 万元. */
export const amountSentence = (asked: Amount, lang: Lang): string => sentences[asked.kind](asked as never, lang)

/** The most that anybody can get; null when nothing bounds it. */
export function mostMoney(asked: Amount): Money | null {
  if (asked.kind === 'none') return cny(0)
  if (asked.kind === 'fixed') return asked.money
  if (asked.kind === 'steps') return cny(Math.max(...asked.steps.map(step => step.money.fen)))
  return asked.cap ?? null
}

/** Why an amount cannot be worked out; undefined when it can. Takes whatever somebody sent. */
export function amountFault(sent: unknown): Located | undefined {
  const parsed = amount.safeParse(sent)
  if (!parsed.success) return located(parsed.error.issues[0]?.path.join('.') ?? '', 'malformed', '金额没有填完整', 'The amount is incomplete')
  const asked = parsed.data
  if (asked.kind === 'none' || asked.kind === 'fixed') return undefined
  const of = predicate(asked.fact)
  if (!of) return located('fact', 'unknown-fact', `${noFact(asked.fact).zh}，请从列表中选`, `${noFact(asked.fact).en}; choose one from the list`)
  if (!amountFactKinds[asked.kind].includes(of.kind)) {
    return located('fact', 'fact-does-not-fit', `不能用“${of.label.zh}”来算金额，请另选`, `An amount cannot be worked out from "${of.label.en}"`)
  }
  if (asked.kind === 'steps') {
    return new Set(asked.steps.map(({ from }) => from)).size === asked.steps.length
      ? undefined : located('steps', 'step-twice', '有两档的起点相同，请改成不同的', 'Two steps begin at the same value')
  }
  return asked.floor && asked.cap && asked.floor.fen > asked.cap.fen
    ? located('floor', 'floor-above-cap', '最低金额比最高金额大，请改一个', 'The least is more than the most') : undefined
}
