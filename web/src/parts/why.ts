import type { Verdict } from '@qinqing/domain/language/condition'
import { predicate } from '@qinqing/domain/language/predicates'
import type { Lang } from '@qinqing/domain/language/text'

/** Figures tell more than yes and no, and those more than where one is registered. */
const telling: Record<string, number> = { money: 0, percent: 1, number: 2, flag: 3, choices: 4, date: 5, choice: 6, text: 7 }
const nothing = /^(0|0 .*)$/

/** What one knows of oneself and recognises: 上年营业收入 6,248 万元, 是高新技术企业. */
const saidOf = ({ fact, actual, sentence }: Verdict, lang: Lang): string | undefined => {
  const of = predicate(fact)
  if (!of || !actual) return undefined
  return of.said ? sentence[lang] : lang === 'zh' ? `${of.label.zh} ${actual.zh}` : `${of.label.en}: ${actual.en}`
}

/** At most two reasons why an item fits, the most telling first; a figure of nought is no reason that one wants to read. */
export function reasons(verdicts: readonly Verdict[], lang: Lang): string[] {
  const rank = ({ fact, actual }: Verdict) => (telling[predicate(fact)?.kind ?? 'text'] ?? 7) + (nothing.test(actual?.zh ?? '') ? 10 : 0)
  return verdicts
    .filter(({ result }) => result === 'met')
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(one => saidOf(one, lang) ?? [])
    .slice(0, 2)
}
