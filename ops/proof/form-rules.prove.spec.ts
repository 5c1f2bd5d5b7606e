import { askings, askingsFor } from '@qinqing/domain/language/asking'
import type { Facts } from '@qinqing/domain/language/fact'
import type { Field, FieldKind, FormDefinition } from '@qinqing/domain/language/field'
import { type Answers, answersInSight, read, type ReadField } from '@qinqing/domain/language/form'
import { formFaults } from '@qinqing/domain/language/form-faults'
import { formulaOps, type FormulaOp, type Operand } from '@qinqing/domain/language/formula'
import type { Rule } from '@qinqing/domain/language/rule'
import { say } from '@qinqing/domain/language/text'
import { chance, count, seed } from './count.ts'

const next = chance()
const below = (n: number): number => Math.floor(next() * n)
const pick = <One>(list: readonly One[]): One => list[below(list.length)]!
const times = <One>(n: number, make: (at: number) => One): One[] => Array.from({ length: n }, (_, at) => make(at))

const kinds: FieldKind[] = ['text', 'number', 'money', 'percent', 'date', 'choice', 'choices', 'flag', 'region', 'table']
const choices = ['a', 'b', 'c'].map(value => ({ value, label: say(value, value) }))
const columns: NonNullable<Field['columns']> = [
  { id: 'n', label: say('数量', 'n'), kind: 'number', required: true, sum: true }, { id: 'p', label: say('单价', 'p'), kind: 'money', required: false },
  { id: 's', label: say('金额', 's'), kind: 'money', required: false, sum: true, product: ['n', 'p'] },
]
const regions = ['450203', '450200', '440000', '999999', '450102']
const typed: Record<string, readonly unknown[]> = {
  text: ['', ' ', '示例', '\ud800', 'x'.repeat(300)], number: ['0', '12', '-3', '九', 7, 9_007_199_254_740_991, '1.5'], money: ['0', '1,200.50', 12_345, '12.345', '9007199254740.99'],
  percent: ['3.4', '100%', 340, 'x'], date: ['2026-02-28', '2026年3月1日', '2026-02-30', ''], choice: ['a', 'b', 'z'], choices: [[], ['a'], ['b', 'a'], ['z']], flag: [true, false, 'true'],
  region: regions,
  table: [[], [{}], [{ n: '2', p: '1.50' }], [{ n: 'x' }], [{ n: 3, p: 100 }, { n: 1 }], [{ n: '9007199254740991', p: '99' }], 'x', [{ n: { deep: 1 } }]],
}

function ruleOver(fields: readonly Field[]): Rule {
  return {
    all: next() < 0.5,
    tests: times(1 + below(3), () => {
      const of = pick(fields)
      const asks = pick(askingsFor(of.kind))
      const value = { none: undefined, choice: of.kind === 'region' ? pick(regions.slice(0, 3)) : pick(choices).value, measure: below(2_000), date: '2026-03-01' }[askings[asks].operand]
      return { field: of.id, asks, ...(value === undefined ? {} : { value }) }
    }),
  }
}

/** A form whose later fields look at earlier ones, and whose parts then come in any order. */
function drawn(): FormDefinition {
  const fields: Field[] = []
  for (const at of times(4 + below(8), n => n)) {
    const kind = pick(kinds)
    const id = `f${at}`
    const counted = fields.filter(one => ['number', 'money', 'percent', 'date'].includes(one.kind))
    const terms = [...counted.map((one): Operand => ({ field: one.id })), ...fields.filter(one => one.kind === 'table').map((one): Operand => ({ table: one.id, column: pick(['n', 's']) })), { number: below(9) }]
    fields.push({
      id, kind, label: say(id, id), required: next() < 0.5, ...(kind === 'choice' || kind === 'choices' ? { choices } : {}), ...(kind === 'table' ? { columns } : {}),
      ...(fields.length && next() < 0.4 ? { showWhen: ruleOver(fields) } : {}), ...(fields.length && next() < 0.2 ? { requiredWhen: ruleOver(fields) } : {}),
      ...(['number', 'money', 'percent'].includes(kind) && next() < 0.5
        ? { formula: { op: pick(Object.keys(formulaOps) as FormulaOp[]), of: times(1 + below(3), () => pick(terms)) } } : {}),
    })
  }
  const half = below(fields.length)
  const parts = [fields.slice(0, half), fields.slice(half)].map((list, n) => ({ id: `p${n}`, title: say('一', 'One'), fields: list }))
  return { version: 1, drawn: true, sections: next() < 0.5 ? parts : parts.toReversed() }
}

const fieldsOf = ({ sections }: { sections: readonly { fields: ReadField[] }[] }) => sections.flatMap(({ fields }) => fields)
const none: Facts = {}

/** Whether an own, plain reading of a rule agrees; only what it is certain of. */
const isHidden = (of: Field, values: ReadonlyMap<string, unknown>): boolean | undefined => {
  if (!of.showWhen) return false
  const met = of.showWhen.tests.map(({ field, asks }) => ({ filled: (values.get(field) ?? null) !== null, blank: (values.get(field) ?? null) === null, yes: values.get(field) === true, no: values.get(field) === false })[asks as 'filled'])
  if (met.some(one => one === undefined)) return undefined
  return of.showWhen.all ? met.includes(false) : !met.includes(true)
}

test(`the same answers are judged alike wherever they are read, ${count(10_000, 300_000)} times from seed ${seed}`, () => {
  let ruled = 0
  let computed = 0
  for (let n = 0; n < count(10_000, 300_000); n += 1) {
    const form = drawn()
    const answers = Object.fromEntries(form.sections.flatMap(({ fields }) => fields.filter(() => next() < 0.7).map(({ id, kind }) => [id, pick(typed[kind]!)]))) as Answers
    const here = read(form, answers, none, 'zh')
    // As it comes over the wire, in another order of keys.
    const there = read(JSON.parse(JSON.stringify(form)) as FormDefinition, Object.fromEntries(Object.entries(answers).toReversed()), {}, 'zh')
    if (JSON.stringify(there) !== JSON.stringify(here)) expect({ form, answers, there }).toEqual({ form, answers, there: here })
    const shown = fieldsOf(here)
    const values = new Map<string, unknown>(shown.map(({ id, value, fault }) => [id, fault ? null : value]))
    for (const of of form.sections.flatMap(({ fields }) => fields)) {
      const hidden = isHidden(of, values)
      if (hidden === undefined) continue
      ruled += 1
      if (!values.has(of.id) !== hidden) expect({ form, answers, field: of.id, hidden: !hidden }).toEqual({ form, answers, field: of.id, hidden })
    }
    for (const { value, formula, fault, id } of shown) {
      if (!formula) continue
      if (value !== null) computed += 1
      const fine = (value === null || Number.isSafeInteger(value)) && /^(fine|too-small|too-large)$/.test(fault?.code ?? 'fine')
      if (!fine) expect({ form, answers, field: id, value, fault }).toEqual({ form, answers, field: id, value: 'a whole number', fault: 'of bounds' })
    }
    // What is submitted reads the same again, without what was hidden.
    const kept = answersInSight(here, answers)
    const again = read(form, kept, none, 'zh').faults
    if (JSON.stringify(again) !== JSON.stringify(here.faults)) expect({ form, answers, faults: again }).toEqual({ form, answers, faults: here.faults })
    formFaults(form)
  }
  expect(ruled).toBeGreaterThan(1_000)
  expect(computed).toBeGreaterThan(1_000)
}, count(60_000, 900_000))
