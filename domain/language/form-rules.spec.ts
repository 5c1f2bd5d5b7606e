import { type Field, type FieldKind, type FormDefinition } from './field.ts'
import type { Facts } from './fact.ts'
import { type Answers, answersInSight, patchFaults, read } from './form.ts'
import { formFaults } from './form-faults.ts'
import type { Formula, Operand } from './formula.ts'
import type { Asking, Rule } from './rule.ts'
import { say } from './text.ts'

const choices = [{ value: 'a', label: say('甲', 'A') }, { value: 'b', label: say('乙', 'B') }]
const field = (id: string, kind: FieldKind, over: Partial<Field> = {}): Field =>
  ({ id, label: say(id, id), kind, required: false, ...(kind === 'choice' || kind === 'choices' ? { choices } : {}), ...over })
const form = (...fields: Field[]): FormDefinition => ({ version: 1, drawn: true, sections: [{ id: 's', title: say('一', 'One'), fields }] })
const when = (id: string, asks: Asking, value?: string | number): Rule => ({ all: true, tests: [{ field: id, asks, ...(value === undefined ? {} : { value }) }] })
const shown = (of: FormDefinition, answers: Answers, facts: Facts = {}) => read(of, answers, facts, 'zh').sections[0]!.fields.map(({ id }) => id)
const valueIn = (of: FormDefinition, answers: Answers, id: string) => read(of, answers, {}, 'zh').sections[0]!.fields.find(one => one.id === id)

describe('a field is there only when', () => {
  const kinds: [FieldKind, Asking, string | number | undefined, Answers[string], Answers[string]][] = [
    ['flag', 'yes', undefined, true, false], ['flag', 'no', undefined, false, true], ['text', 'filled', undefined, '有', ' '], ['text', 'blank', undefined, '', '有'],
    ['choice', 'is', 'a', 'a', 'b'], ['choice', 'isNot', 'a', 'b', 'a'], ['choices', 'includes', 'a', ['b', 'a'], ['b']], ['choices', 'lacks', 'a', ['b'], ['a']],
    ['number', 'atLeast', 30, '30', '29'], ['number', 'below', 30, '29', '30'], ['money', 'atLeast', 5_000_000, '50,000', '49,999.99'],
    ['date', 'notBefore', '2026-01-01', '2026-1-1', '2025-12-31'], ['date', 'before', '2026-01-01', '2025-12-31', '2026-01-01'],
    ['region', 'is', '450200', '450203', '450103'], ['region', 'isNot', '450000', '440000', '450203'],
  ]
  test.each(kinds)('%s %s %p', (kind, asks, value, yes, no) => {
    const of = form(field('f', kind), field('then', 'text', { showWhen: when('f', asks, value) }))
    expect(formFaults(of)).toEqual([])
    expect(shown(of, { f: yes })).toEqual(['f', 'then'])
    expect(shown(of, { f: no })).toEqual(['f'])
    expect(shown(of, {}).includes('then')).toBe(asks === 'blank')
  })

  const two: Rule = { all: false, tests: [{ field: 'a', asks: 'yes' }, { field: 'b', asks: 'yes' }] }
  test.each([[true, [1, 1, 1]], [false, [0, 1, 1]]])('one of two, or both', (all, expected) => {
    const of = form(field('a', 'flag'), field('b', 'flag'), field('then', 'text', { showWhen: { ...two, all } }))
    const seen = [{ a: true }, { b: true }, { a: true, b: true }].map(answers => Number(shown(of, answers).includes('then')))
    expect(seen).toEqual(all ? [0, 0, 1] : expected.map(() => 1))
  })

  test('what is hidden hides what rests on it, is not missing and is not submitted', () => {
    const of = form(
      field('a', 'flag'), field('b', 'flag', { required: true, showWhen: when('a', 'yes') }), field('c', 'text', { required: true, showWhen: when('b', 'yes') }),
    )
    const answers: Answers = { a: false, b: true, c: '写过的' }
    const reading = read(of, answers, {}, 'zh')
    expect(reading).toMatchObject({ complete: true, faults: [] })
    expect(answersInSight(reading, answers)).toEqual({ a: false })
    expect(read(of, { ...answers, a: true }, {}, 'zh').sections[0]!.fields).toHaveLength(3)
  })

  test('a fact may decide it, too', () => {
    const facts: Facts = { highTech: { predicate: 'highTech', value: true, source: '科技局', validFrom: '2026-01-01', receivedAt: '2026-11-19T17:00:00Z' } }
    const of = form(field('f', 'flag', { fact: 'highTech' }), field('then', 'text', { showWhen: when('f', 'yes') }))
    expect(shown(of, {}, facts)).toEqual(['f', 'then'])
    expect(shown(of, { f: false }, facts)).toEqual(['f'])
  })
})

test('a field must be filled in when another says so', () => {
  const of = form(field('f', 'flag'), field('then', 'text', { requiredWhen: when('f', 'yes') }))
  expect(read(of, { f: false }, {}, 'zh').complete).toBe(true)
  expect(read(of, { f: true }, {}, 'zh').faults).toMatchObject([{ field: 'then', code: 'missing' }])
})

describe('a field is worked out', () => {
  const columns = [
    { id: 'name', label: say('设备', 'Machine'), kind: 'text' as const, required: true },
    { id: 'n', label: say('台数', 'Number'), kind: 'number' as const, required: true },
    { id: 'price', label: say('单价', 'Price'), kind: 'money' as const, required: true },
    { id: 'all', label: say('金额', 'Sum'), kind: 'money' as const, required: false, sum: true, product: ['n', 'price'] as [string, string] },
  ]
  const table = field('t', 'table', { columns })
  const rows = [{ name: '机器人', n: '2', price: '1,000.50' }, { name: '机床', n: '3', price: '20' }]
  const cases: [string, FieldKind, Formula['op'], Operand[], Answers, unknown][] = [
    ['the sum of a column', 'money', 'sum', [{ table: 't', column: 'all' }], { t: rows }, 206_100],
    ['a sum of what is there', 'money', 'sum', [{ field: 'm' }, { field: 'm2' }], { m: '1.50' }, 150],
    ['a product', 'money', 'product', [{ field: 'n' }, { field: 'm' }], { n: '3', m: '1.50' }, 450],
    ['a percentage of a sum, half goes up', 'money', 'product', [{ field: 'p' }, { field: 'm' }], { p: '2.5', m: '0.60' }, 2],
    ['a difference below nought', 'money', 'difference', [{ field: 'm' }, { field: 'm2' }], { m: '1', m2: '3' }, -200],
    ['a share', 'percent', 'share', [{ field: 'm' }, { field: 'm2' }], { m: '1', m2: '3' }, 3_333],
    ['no share of nothing', 'percent', 'share', [{ field: 'm' }, { field: 'm2' }], { m: '1', m2: '0' }, null],
    ['days between', 'number', 'days', [{ field: 'd' }, { field: 'd2' }], { d: '2026-02-27', d2: '2026-03-01' }, 2],
    ['twice a number', 'number', 'product', [{ field: 'n' }, { number: 2 }], { n: '21' }, 42],
    ['nothing before all is there', 'money', 'product', [{ field: 'n' }, { field: 'm' }], { n: '3' }, null],
    ['nothing too large', 'number', 'product', [{ field: 'n' }, { number: 1_000_000_000 }], { n: '9,000,000,000' }, null],
  ]
  test.each(cases)('%s', (_, kind, op, of, answers, value) => {
    const drawn = form(
      table, field('n', 'number'), field('m', 'money'), field('m2', 'money'), field('p', 'percent'), field('d', 'date'), field('d2', 'date'),
      field('x', kind, { formula: { op, of }, min: -1_000_000 }),
    )
    expect(formFaults(drawn)).toEqual([])
    expect(valueIn(drawn, answers, 'x')).toMatchObject({ value, origin: value === null ? 'none' : 'formula' })
  })

  test('and not filled in: what is sent for it is refused, and never looked at', () => {
    const drawn = form(field('n', 'number'), field('x', 'number', { formula: { op: 'product', of: [{ field: 'n' }, { number: 2 }] } }))
    expect(patchFaults(drawn, { x: 1 })).toMatchObject([{ field: 'x', code: 'computed' }])
    expect(valueIn(drawn, { n: 2, x: 99 }, 'x')).toMatchObject({ value: 4 })
  })

  test('and may be out of bounds', () => {
    const drawn = form(field('n', 'number'), field('x', 'number', { max: 10, formula: { op: 'product', of: [{ field: 'n' }, { number: 2 }] } }))
    expect(read(drawn, { n: 6 }, {}, 'zh').faults).toMatchObject([{ field: 'x', code: 'too-large' }])
  })

  test('a table says row and column of what is wrong', () => {
    const messages = (t: Answers[string]) => read(form(table), { t }, {}, 'zh').faults.map(({ message }) => message.zh)
    expect(messages(rows)).toEqual([])
    expect(messages([{ name: '机器人', price: '1' }])).toEqual(['第 1 行“台数”：没有填'])
    expect(messages([rows[0]!, { ...rows[1]!, price: '很贵' }])).toEqual(['第 2 行“单价”：请按元填写金额，例如 128,600.00'])
    expect(messages('x')).toEqual(['“t”的内容无法识别，请重新填写'])
    expect(valueIn(form(table), { t: rows }, 't')?.display).toBe(
      '1. 设备：机器人；台数：2；单价：1,000.50 元；金额：2,001.00 元\n2. 设备：机床；台数：3；单价：20.00 元；金额：60.00 元\n合计 金额：2,061.00 元')
    expect(read(form({ ...table, required: true }), { t: [{ name: ' ' }] }, {}, 'zh').faults).toMatchObject([{ code: 'missing' }])
  })
})

describe('what is wrong with a drawn form is said', () => {
  const number = field('n', 'number')
  test.each<[string, Field[]]>([
    ['no-label', [field('a', 'text', { label: say(' ', '') })]],
    ['no-choices', [field('a', 'choice', { choices: [] })]],
    ['choices-not-distinct', [field('a', 'choice', { choices: [choices[0]!, choices[0]!] })]],
    ['unknown-fact', [field('a', 'text', { fact: 'luck' })]],
    ['fact-does-not-fit', [field('a', 'text', { fact: 'insured' })]],
    ['min-above-max', [field('a', 'number', { min: 2, max: 1 })]],
    ['id-twice', [number, number]],
    ['no-columns', [field('a', 'table')]],
    ['no-such-field', [field('a', 'text', { showWhen: when('b', 'filled') })]],
    ['no-such-field', [field('a', 'text', { showWhen: when('a', 'filled') })]],
    ['test-unfinished', [number, field('a', 'text', { showWhen: when('n', 'atLeast') })]],
    ['test-unfinished', [number, field('a', 'text', { requiredWhen: when('n', 'yes') })]],
    ['test-unfinished', [field('c', 'choice'), field('a', 'text', { showWhen: when('c', 'is', 'z') })]],
    ['formula-no-number', [number, field('a', 'text', { formula: { op: 'sum', of: [{ field: 'n' }] } })]],
    ['formula-and-fact', [number, field('a', 'number', { fact: 'insured', formula: { op: 'sum', of: [{ field: 'n' }] } })]],
    ['formula-does-not-fit', [field('m', 'money'), field('a', 'money', { formula: { op: 'product', of: [{ field: 'm' }, { field: 'm' }] } })]],
    ['no-such-field', [field('a', 'number', { formula: { op: 'sum', of: [{ table: 't', column: 'c' }] } })]],
    ['circle', [field('a', 'flag', { showWhen: when('b', 'yes') }), field('b', 'flag', { showWhen: when('a', 'yes') })]],
  ])('%s', (code, fields) => expect(formFaults(form(...fields)).map(one => one.code)).toContain(code))

  test('a circle ends nowhere but hinders nobody from reading', () => {
    const ring = form(
      field('a', 'number', { formula: { op: 'sum', of: [{ field: 'b' }, { number: 1 }] } }), field('b', 'number', { formula: { op: 'sum', of: [{ field: 'a' }, { number: 1 }] } }),
    )
    expect(() => read(ring, {}, {}, 'zh')).not.toThrow()
  })

  test('a long chain is worked out when it is allowed, and said when it is too long', () => {
    const chain = (length: number) => form(field('f0', 'number'), ...Array.from({ length }, (_, n) =>
      field(`f${n + 1}`, 'number', { formula: { op: 'sum', of: [{ field: `f${n}` }, { number: 1 }] } })).toReversed())
    expect(formFaults(chain(20))).toEqual([])
    expect(valueIn(chain(20), { f0: 1 }, 'f20')).toMatchObject({ value: 21 })
    expect(formFaults(chain(40)).map(({ code }) => code)).toContain('circle')
  })
})
