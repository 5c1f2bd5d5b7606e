import { z } from 'zod'
import { comparison, type ComparisonKey, type Operand } from './comparison.ts'
import { asOf, type FactData, factData, type Facts, factValue, fitsPredicate, knownFact } from './fact.ts'
import { shortfall } from './shortfall.ts'
import { noFact, type Predicate, predicate } from './predicates.ts'
import { type Fault, id, inBoth, type Lang, type Located, located, say, type Text, text } from './text.ts'

export const clause = z.object({ ref: z.string().max(60), text: z.string().max(2_000) })
export type Clause = z.infer<typeof clause>

/** One thing that a clause asks of an enterprise, as a program can judge it. */
export const condition = z.object({
  id,
  clause,
  fact: z.string().max(60),
  comparison: z.string().max(40),
  value: factData.nullable(),
})
export type Condition = z.infer<typeof condition>

export const verdict = z.object({
  conditionId: id,
  clause,
  fact: z.string().max(60),
  result: z.enum(['met', 'failed', 'unknown']),
  sentence: text,
  wanted: text,
  actual: text.nullable(),
  source: z.string().max(60).nullable(),
  asOf: z.iso.date().nullable(),
  changeable: z.boolean(),
  /** What one can do about it, unless it is met. */
  advice: text.nullable(),
  /** What is missing, unless it is met. */
  gap: text.nullable(),
})
export type Verdict = z.infer<typeof verdict>

const isList = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0

/** Whether the right side is one that the comparison can work with. */
const takes: { [One in Operand]: (value: unknown, of: Predicate) => boolean } = {
  same: fitsPredicate,
  several: (value, of) => isList(value) && fitsPredicate(value, { ...of, kind: 'choices' }),
  years: value => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 100,
  piece: value => typeof value === 'string' && value.trim().length > 0 && value.length <= 100 && value.isWellFormed(),
  none: value => value === null,
}

const expected: { [One in Operand]: Fault['message'] } = {
  same: say('请填写要比较的值', 'Fill in the value to compare with'),
  several: say('请至少选择一项', 'Choose at least one'),
  years: say('年数请填 1 到 100 的整数', 'Years are a whole number from 1 to 100'),
  piece: say('请填写要查找的文字', 'Fill in the text to look for'),
  none: say('这里不用填值', 'No value belongs here'),
}

/** Why a condition cannot be judged; undefined when it can. Takes whatever somebody sent. */
export function conditionFault(sent: unknown): Located | undefined {
  const parsed = condition.safeParse(sent)
  if (!parsed.success) {
    return located(parsed.error.issues[0]?.path.join('.') ?? '', 'malformed', '这个条件没有填完整，或内容太长', 'This condition is incomplete or too long')
  }
  const { fact, comparison: key, value } = parsed.data
  const of = predicate(fact)
  if (!of) return located('fact', 'unknown-fact', `${noFact(fact).zh}，请从列表中选`, `${noFact(fact).en}; choose one from the list`)
  const by = comparison(key)
  if (!by?.kinds.includes(of.kind)) {
    return located('comparison', 'comparison-does-not-fit', `“${of.label.zh}”不能这样比较，请另选`, `"${of.label.en}" cannot be compared like this`)
  }
  return takes[by.operand](value, of) ? undefined : { path: 'value', code: 'value-does-not-fit', message: expected[by.operand] }
}

function operandText(of: Predicate, operand: Operand, value: FactData | null, lang: Lang): string {
  if (value === null || operand === 'none') return ''
  if (operand === 'several') return factValue({ ...of, kind: 'choices' }, value, lang)
  return operand === 'same' ? factValue(of, value, lang) : String(value)
}

/** What is asked, without saying of what: 不低于 1,000 万元. */
function wanted({ fact, comparison: key, value }: Condition, lang: Lang): string {
  const [of, by] = [predicate(fact), comparison(key)]
  return of && by ? by.wanted(operandText(of, by.operand, value, lang), lang) : { zh: '待核实', en: 'to be verified' }[lang]
}

/** The condition read back: 上年营业收入不低于 1,000 万元. */
export function sentence(asked: Condition, lang: Lang): string {
  const of = predicate(asked.fact)
  if (!of) return noFact(asked.fact)[lang]
  if (of.said && asked.comparison === 'isTrue') return of.said.yes[lang]
  if (of.said && asked.comparison === 'isFalse') return of.said.no[lang]
  return lang === 'zh' ? `${of.label.zh}${wanted(asked, lang)}` : `${of.label.en}: ${wanted(asked, lang)}`
}

/** Of yes or no one does not know whether, of all else how much or which. */
function notKnown({ label, said }: Predicate): Text {
  if (!said) return say(`还不知道${label.zh}`, `${label.en} is not known yet`)
  const { yes } = said
  return say(`还不知道${yes.zh.startsWith('是') ? '是不' : '是否'}${yes.zh}`, `It is not known yet whether it ${yes.en}`)
}

/** The verdict on one condition from what is known of an enterprise at a date. A condition that cannot be judged is unknown. */
export function evaluate(asked: Condition, facts: Facts, today: string): Verdict {
  const said = inBoth(lang => sentence(asked, lang))
  const { id: conditionId, clause: rests, fact } = asked
  const base = { conditionId, clause: rests, fact, sentence: said, wanted: inBoth(lang => wanted(asked, lang)) }
  const unknown = { ...base, result: 'unknown', actual: null, source: null, asOf: null } as const
  const [of, by] = [predicate(asked.fact), comparison(asked.comparison)]
  if (!of || !by || conditionFault(asked)) {
    return {
      ...unknown, changeable: false, advice: say('请咨询承办部门', 'Ask the office in charge'),
      gap: say('有一个条件要人工核实', 'One condition needs a person to verify it'),
    }
  }

  const known = knownFact(facts, asked.fact, today)
  if (!known) {
    return {
      ...unknown, changeable: of.changeable,
      advice: say(`${of.authority.zh}还没有这项数据，申请时可以自己填写`, `The ${of.authority.en} has not told us yet; you can state it when you apply`),
      gap: notKnown(of),
    }
  }

  const right = asked.value ?? ''
  const met = by.holds(known.value, right, today)
  return {
    ...base, result: met ? 'met' : 'failed', actual: inBoth(lang => factValue(of, known.value, lang)),
    source: known.source, asOf: asOf(known), changeable: of.changeable, advice: met ? null : of.advice,
    gap: met ? null : shortfall(asked.comparison as ComparisonKey, right, of, known.value, facts, said),
  }
}
