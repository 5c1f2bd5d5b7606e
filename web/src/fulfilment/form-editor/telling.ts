import { askings } from '@qinqing/domain/language/asking'
import type { Field, FormDefinition } from '@qinqing/domain/language/field'
import { kinds } from '@qinqing/domain/language/field-kinds'
import { type Formula, formulaOps, type Operand } from '@qinqing/domain/language/formula'
import { regionName } from '@qinqing/domain/language/regions'
import type { Rule, RuleTest } from '@qinqing/domain/language/rule'
import { columnsOf } from '@qinqing/domain/language/table'
import type { Lang } from '@qinqing/domain/language/text'
import { fullDate } from '@qinqing/domain/language/when'
import { fieldsOf } from './drawing.ts'

const quoted = (name: string, lang: Lang): string => (lang === 'zh' ? `“${name}”` : `"${name}"`)

/** What stands at the right side of a test, in words. */
function wanted({ asks, value }: RuleTest, of: Field, lang: Lang): string {
  const { operand } = askings[asks]
  if (operand === 'none' || value === undefined) return ''
  if (operand === 'date') return fullDate(String(value), lang)
  if (operand === 'measure') return kinds[of.kind].display(value, of, lang)
  return of.kind === 'region' ? regionName(String(value), lang) : of.choices?.find(one => one.value === value)?.label[lang] ?? '…'
}

/** A rule read back: “贷款”为是，并且“金额”不低于 50,000.00 元. */
export function ruleText(rule: Rule, form: FormDefinition, lang: Lang, { and, or }: { and: string; or: string }): string {
  const fields = fieldsOf(form)
  return rule.tests.map(test => {
    const of = fields.find(({ id }) => id === test.field)
    const said = of ? wanted(test, of, lang) : ''
    return [quoted(of?.label[lang] ?? '…', lang), askings[test.asks].label[lang], said && quoted(said, lang)].filter(Boolean).join(lang === 'zh' ? '' : ' ')
  }).join(rule.all ? and : or)
}

/** One of a formula's operands, in words. */
export function termText(one: Operand, form: FormDefinition, lang: Lang, sum: (table: string, column: string) => string): string {
  if ('number' in one) return String(one.number)
  const of = fieldsOf(form).find(({ id }) => id === ('field' in one ? one.field : one.table))
  if (!of) return '…'
  return 'field' in one ? of.label[lang] : sum(of.label[lang], columnsOf(of).find(({ id }) => id === one.column)?.label[lang] ?? '…')
}

export const formulaText = ({ op, of }: Formula, form: FormDefinition, lang: Lang, sum: (table: string, column: string) => string): string =>
  of.map(one => termText(one, form, lang, sum)).join(formulaOps[op].sign[lang])
