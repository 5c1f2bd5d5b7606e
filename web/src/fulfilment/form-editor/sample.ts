import type { Fact, FactData, Facts } from '@qinqing/domain/language/fact'
import type { FormDefinition } from '@qinqing/domain/language/field'
import { type FactKind, type Predicate, predicate } from '@qinqing/domain/language/predicates'
import { fieldsOf } from './drawing.ts'

const values: Record<FactKind, (of: Predicate) => FactData> = {
  number: () => 86, money: () => 6_248_000_000, percent: () => 420, text: () => '示例', flag: () => true, date: () => '2016-03-01',
  choice: ({ choices = [] }) => choices[0]?.value ?? '', choices: ({ choices = [] }) => choices.slice(0, 1).map(({ value }) => value),
}

export const sampleEnterprise = '柳州示例制造有限公司'

const own: Record<string, FactData> = {
  contactName: '示例联系人', contactPhone: '19900001234', accountHolder: sampleEnterprise, accountBank: '示例银行柳州分行', accountNumber: '6200001234567890128',
  seriousDishonesty: 0, ecologyPenalties: 0, layoffRate: 120,
}

/** Invented data for what a form is filled with, so that its source shows as it will. */
export const sampleFacts = (form: FormDefinition, today: string): Facts => Object.fromEntries(fieldsOf(form).flatMap(({ fact: key }): [string, Fact][] => {
  const of = key === undefined ? undefined : predicate(key)
  return of && key !== undefined
    ? [[key, { predicate: key, value: own[key] ?? values[of.kind](of), source: of.authority.zh, validFrom: '2020-01-01', receivedAt: `${today}T00:00:00.000Z` }]] : []
}))
