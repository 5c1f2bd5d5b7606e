import type { Amount } from './amount.ts'
import type { Condition } from './condition.ts'
import type { Fact, FactData, Facts } from './fact.ts'
import { cny } from './money.ts'
import {
  type Answers, deriveForm, type Field, type FormDefinition, patchFaults, read, type ReadField, statedFacts, valuesOf,
} from './form.ts'
import { fieldKind, formDefinition } from './field.ts'
import { kinds } from './field-kinds.ts'
import { say } from './text.ts'

const fact = (predicate: string, value: FactData, source = '税务局'): Fact =>
  ({ predicate, value, source, validFrom: '2026-01-01', receivedAt: '2026-11-19T17:00:00Z' })
const factsOf = (...list: Fact[]): Facts => Object.fromEntries(list.map(one => [one.predicate, one]))

const one = (of: Partial<Field> & Pick<Field, 'kind'>): FormDefinition =>
  ({ version: 1, sections: [{ id: 's', title: say('一', 'One'), fields: [{ id: 'f', label: say('这一项', 'This'), required: true, ...of }] }] })
const readOne = (of: Partial<Field> & Pick<Field, 'kind'>, answer: unknown, facts: Facts = {}): ReadField =>
  read(one(of), { f: answer } as Answers, facts, 'zh').sections[0]!.fields[0]!

const file = { hash: 'a'.repeat(64), name: '采购合同（示例）.pdf', size: 2_516_582, type: 'application/pdf' }
const choices = [{ value: 'a', label: say('甲', 'A') }, { value: 'b', label: say('乙', 'B') }]

describe('an answer is read as its kind', () => {
  test.each([
    [{ kind: 'text' }, '  冲压线改造 ', '冲压线改造', '冲压线改造'],
    [{ kind: 'longtext' }, '一行\n二行', '一行\n二行', '一行\n二行'],
    [{ kind: 'number', unit: say('人', 'people') }, '1,286', 1_286, '1,286 人'],
    [{ kind: 'number' }, 86, 86, '86'],
    [{ kind: 'number', min: -5 }, '-3', -3, '-3'],
    [{ kind: 'number', min: 3, max: 3 }, '3', 3, '3'],
    [{ kind: 'money' }, '128,600.00', 12_860_000, '128,600.00 元'],
    [{ kind: 'money' }, 12_860_000, 12_860_000, '128,600.00 元'],
    [{ kind: 'percent' }, '3.4 %', 340, '3.4%'],
    [{ kind: 'date' }, '2026年11月5日', '2026-11-05', '2026年11月5日'],
    [{ kind: 'date' }, '2028-02-29', '2028-02-29', '2028年2月29日'],
    [{ kind: 'choice', choices }, 'b', 'b', '乙'],
    [{ kind: 'choices', choices }, ['b', 'a', 'b'], ['b', 'a'], '乙、甲'],
    [{ kind: 'choices', choices }, [], [], '没有'],
    [{ kind: 'flag' }, false, false, '否'],
    [{ kind: 'phone' }, '0772-280 0000', '07722800000', '07722800000'],
    [{ kind: 'creditCode' }, '91350100m000100y43', '91350100M000100Y43', '91350100M000100Y43'],
    [{ kind: 'bankAccount' }, '6222 0000 0000 0000 000', '6222000000000000000', '6222 0000 0000 0000 000'],
    [{ kind: 'file' }, file, file, '采购合同（示例）.pdf · 2.4 MB'],
    [{ kind: 'file' }, { ...file, size: 12 }, { ...file, size: 12 }, '采购合同（示例）.pdf · 12 B'],
    [{ kind: 'declaration' }, true, true, '已承诺'],
  ] as [Pick<Field, 'kind'>, unknown, unknown, string][])('%j: %j', (of, answer, value, display) => {
    const found = readOne(of, answer)
    expect(found).toMatchObject({ value, display, origin: 'answer' })
    expect(found.fault).toBeUndefined()
    expect(readOne(of, value)).toMatchObject({ value, display })
  })
})

describe('an answer is refused in words that say what to do', () => {
  test.each([
    [{ kind: 'text' }, 'x'.repeat(201), 'too-long', '最多 200 个字，请删短一些'],
    [{ kind: 'text', max: 2 }, 'xxx', 'too-long', '最多 2 个字，请删短一些'],
    [{ kind: 'text' }, '一\n二', 'unreadable', '请去掉无法识别的字符，只写一行'],
    [{ kind: 'longtext' }, 'a\u0000b', 'unreadable', '请去掉无法识别的字符'],
    [{ kind: 'longtext' }, 'x'.repeat(5_001), 'too-long', '“这一项”写得太长，请删短一些'],
    [{ kind: 'text' }, 'x'.repeat(1_048_576), 'too-long', '“这一项”写得太长，请删短一些'],
    [{ kind: 'text' }, '\ud800', 'wrong-type', '“这一项”的内容无法识别，请重新填写'],
    [{ kind: 'text' }, 5, 'wrong-type', '“这一项”的内容无法识别，请重新填写'],
    [{ kind: 'number' }, '八十六', 'unreadable', '请填整数，例如 86'],
    [{ kind: 'number' }, '1.5', 'unreadable', '请填整数，例如 86'],
    [{ kind: 'number' }, '12345678901234567890', 'unreadable', '数字太大，请核对'],
    [{ kind: 'money' }, '12,345,678,901,234,567,890.00 元', 'unreadable', '数字太大，请核对'],
    [{ kind: 'number' }, 1.5, 'wrong-type', '“这一项”的内容无法识别，请重新填写'],
    [{ kind: 'number' }, NaN, 'wrong-type', '“这一项”的内容无法识别，请重新填写'],
    [{ kind: 'number' }, -1, 'too-small', '不能低于 0'],
    [{ kind: 'number', max: 10, unit: say('人', 'people') }, 11, 'too-large', '不能高于 10 人'],
    [{ kind: 'money' }, '12.345', 'unreadable', '请按元填写金额，例如 128,600.00'],
    [{ kind: 'money', max: 50_000_000 }, '500,000.01', 'too-large', '不能高于 50 万元'],
    [{ kind: 'percent', max: 10_000 }, '100.01', 'too-large', '不能高于 100%'],
    [{ kind: 'date' }, '2026-02-30', 'unreadable', '请填日期，例如 2026-11-25'],
    [{ kind: 'choice', choices }, 'c', 'unreadable', '请从列表中选一项'],
    [{ kind: 'choices', choices }, ['a', 'c'], 'unreadable', '请从列表中选择'],
    [{ kind: 'choices', choices }, 'a', 'wrong-type', '“这一项”的内容无法识别，请重新填写'],
    [{ kind: 'flag' }, 'true', 'wrong-type', '“这一项”的内容无法识别，请重新填写'],
    [{ kind: 'phone' }, '12345', 'unreadable', '请填 11 位手机号，或带区号的座机'],
    [{ kind: 'creditCode' }, '91350100M000100Y44', 'unreadable', '信用代码不对，请照营业执照填写 18 位'],
    [{ kind: 'bankAccount' }, '123', 'unreadable', '请填 12 到 30 位数字的账号'],
    [{ kind: 'file' }, { ...file, size: 30_000_000 }, 'too-large', '文件不能超过 20 MB，请压缩后再传'],
    [{ kind: 'file' }, { ...file, hash: '../x' }, 'wrong-type', '“这一项”的内容无法识别，请重新填写'],
    [{ kind: 'file' }, { ...file, name: 'a\ud800.pdf' }, 'wrong-type', '“这一项”的内容无法识别，请重新填写'],
    [{ kind: 'declaration' }, false, 'unreadable', '请阅读后勾选承诺'],
    [{ kind: 'text' }, undefined, 'missing', '请填写“这一项”'],
    [{ kind: 'text' }, '   ', 'missing', '请填写“这一项”'],
    [{ kind: 'choices', choices }, undefined, 'missing', '请选择“这一项”'],
    [{ kind: 'file' }, null, 'missing', '请上传“这一项”'],
    [{ kind: 'declaration' }, undefined, 'missing', '请阅读后勾选承诺'],
  ] as [Pick<Field, 'kind'>, unknown, string, string][])('%j: %.30p is %s', (of, answer, code, zh) => {
    const found = readOne({ ...of, clause: '第四条' }, answer)
    expect(found).toMatchObject({ value: code.startsWith('too-') && code !== 'too-long' ? expect.anything() : found.value })
    expect(found.fault).toMatchObject({ field: 'f', code, message: { zh }, clause: '第四条' })
  })

  test('a field may be called like a part of every object', () =>
    expect(readOne({ kind: 'text', id: 'constructor' }, undefined).fault).toMatchObject({ code: 'missing' }))

  test('what need not be filled may be left out', () => expect(readOne({ kind: 'text', required: false }, undefined).fault).toBeUndefined())

  test('an account whose check digit does not fit is only warned about', () => {
    expect(readOne({ kind: 'bankAccount' }, '6222000000000000001').warning?.zh).toMatch(/校验位对不上/)
    expect(readOne({ kind: 'bankAccount' }, '6222000000000000001').fault).toBeUndefined()
  })

  test('every kind has its row', () => expect(Object.keys(kinds).sort()).toEqual([...fieldKind.options].sort()))
})

describe('what the platform knows', () => {
  const of = { kind: 'money', fact: 'lastYearRevenue' } as const
  const revenue = factsOf(fact('lastYearRevenue', 6_248_000_000))

  test('fills the field, with its source and date', () => {
    expect(readOne(of, undefined, revenue)).toMatchObject({
      value: 6_248_000_000, display: '62,480,000.00 元', origin: 'fact', source: '税务局', asOf: '2026-11-20',
    })
  })

  test('stays in sight when an answer corrects it', () => {
    const found = readOne(of, '62,000,000', revenue)
    expect(found).toMatchObject({ value: 6_200_000_000, origin: 'answer' })
    expect(found).toMatchObject({ instead: { display: '62,480,000.00 元', source: '税务局', asOf: '2026-11-20' } })
    expect(found.source).toBeUndefined()
  })

  test.each([['62,480,000.00'], [6_248_000_000], [''], [null]])('holds when the answer %p says the same or nothing', answer =>
    expect(readOne(of, answer, revenue)).toMatchObject({ origin: 'fact', value: 6_248_000_000 }))

  test('is not used when it does not fit', () => {
    expect(readOne(of, undefined, factsOf(fact('lastYearRevenue', 'much')))).toMatchObject({ origin: 'none', value: null })
    expect(readOne({ kind: 'text', fact: 'lastYearRevenue' }, undefined, revenue)).toMatchObject({ origin: 'none', value: null })
    expect(readOne({ ...of, max: 5 }, undefined, revenue)).toMatchObject({ origin: 'none', value: null })
    expect(readOne({ kind: 'text', fact: 'constructor' }, undefined, revenue)).toMatchObject({ origin: 'none', value: null })
  })

  test('is joined by what the enterprise states, which says so', () => {
    const reading = read(one(of), { f: '62,000,000' }, revenue, 'zh')
    const stated = statedFacts(reading, revenue, '企业填报', '2026-11-23T02:00:00Z', '2026-11-23')
    expect(stated.lastYearRevenue).toEqual({
      predicate: 'lastYearRevenue', value: 6_200_000_000, source: '企业填报', validFrom: '2026-11-23', receivedAt: '2026-11-23T02:00:00Z',
    })
    const silent = read(one(of), { f: 'x' }, revenue, 'zh')
    expect(statedFacts(silent, revenue, '企业填报', '2026-11-23T02:00:00Z', '2026-11-23')).toEqual(revenue)
  })
})

describe('the form of an item', () => {
  const condition = (id: string, of: string, ref: string): Condition =>
    ({ id, fact: of, comparison: 'atLeast', value: 1, clause: { ref, text: '' } })
  const needs = {
    conditions: [condition('a', 'lastYearRevenue', '第四条'), condition('b', 'lastYearRevenue', '第五条'), condition('c', 'luck', '第六条')],
    materials: [{ id: 'm1', name: '设备验收单', required: true }, { id: 'm2', name: '其他材料', required: false, note: '如有' }],
    amount: { kind: 'rate', basisPoints: 1_000, fact: 'smartEquipment' } as Amount,
  }
  const derived = deriveForm(needs)
  const ids = derived.sections.map(({ id, fields }) => [id, ...fields.map(field => field.id)])

  test('asks for the facts, a contact, an account, the papers and a declaration', () => {
    expect(formDefinition.parse(derived)).toEqual(derived)
    expect(ids).toEqual([
      ['enterprise', 'fact.lastYearRevenue', 'fact.smartEquipment'], ['contact', 'contact.name', 'contact.phone'],
      ['payee', 'payee.name', 'payee.bank', 'payee.account'],
      ['materials', 'material.m1', 'material.m2'], ['declaration', 'declaration.truth'],
    ])
    expect(derived.sections[0]?.fields[0]).toMatchObject({ fact: 'lastYearRevenue', clause: '第四条', kind: 'money' })
  })

  test('marks what is about a person', () => {
    const personal = derived.sections.flatMap(({ fields }) => fields).filter(field => field.personal)
    expect(personal.map(({ id }) => id)).toEqual(['contact.name', 'contact.phone', 'payee.account'])
  })

  test('lets a growth lie below nought', () => {
    const shrinking = deriveForm({ ...needs, conditions: [condition('a', 'revenueGrowth', '第四条')] })
    const [first] = read(shrinking, {}, factsOf(fact('revenueGrowth', -250)), 'zh').sections[0]!.fields
    expect(first).toMatchObject({ display: '-2.5%', origin: 'fact' })
  })

  test('asks for no account when there is no money, and has no empty section', () => {
    const bare = deriveForm({ conditions: [], materials: [], amount: { kind: 'none' } })
    expect(bare.sections.map(({ id }) => id)).toEqual(['contact', 'declaration'])
    expect(deriveForm({ conditions: [], materials: [], amount: { kind: 'fixed', money: cny(1) } }).sections).toHaveLength(3)
  })

  const answers: Answers = {
    'contact.name': '王示例', 'contact.phone': '13800000000', 'payee.name': '柳州示例汽配有限公司', 'payee.bank': '示例银行',
    'payee.account': '6222000000000000000', 'material.m1': file, 'declaration.truth': true,
  }
  const facts = factsOf(fact('lastYearRevenue', 6_248_000_000), fact('smartEquipment', 128_600_000, '工信局'))

  test('is complete when all that is required is right', () => {
    const reading = read(derived, answers, facts, 'zh')
    expect(reading).toMatchObject({ complete: true, faults: [], progress: 100 })
    expect(reading.sections.map(({ done, missing }) => [done, missing])).toEqual([[2, 0], [2, 0], [3, 0], [1, 0], [1, 0]])
    expect(valuesOf(reading)).toEqual({ ...answers, 'fact.lastYearRevenue': 6_248_000_000, 'fact.smartEquipment': 128_600_000 })
  })

  test('says what is missing, in the order of the form, and how far one is', () => {
    const reading = read(derived, { 'contact.phone': '123' }, facts, 'en')
    expect(reading.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'contact.name missing', 'contact.phone unreadable', 'payee.name missing', 'payee.bank missing', 'payee.account missing',
      'material.m1 missing', 'declaration.truth missing',
    ])
    expect(reading.progress).toBe(22)
    expect(reading.sections[1]).toMatchObject({ done: 0, missing: 2 })
    expect(valuesOf(reading)).toEqual({ 'fact.lastYearRevenue': 6_248_000_000, 'fact.smartEquipment': 128_600_000 })
  })

  test('refuses what it does not ask for', () => {
    const sent = JSON.parse(`{ "__proto__": "x", "constructor": 1, "${'k'.repeat(1_000)}": true, "contact.name": "王示例" }`)
    expect(patchFaults(derived, sent).map(({ field, code }) => `${field} ${code}`)).toEqual([
      '__proto__ unknown-field', 'constructor unknown-field', `${'k'.repeat(40)} unknown-field`,
    ])
    expect(read(derived, { ...answers, extra: 'x' }, facts, 'zh')).toMatchObject({ complete: false,
      faults: [{ field: 'extra', code: 'unknown-field' }] })
  })

  test.each([[null], [[]], ['x'], [5], [undefined]])('reads no answers out of %p', wrong => {
    expect(patchFaults(derived, wrong)).toMatchObject([{ code: 'wrong-type' }])
    expect(read(derived, wrong as unknown as Answers, {}, 'zh')).toMatchObject({ complete: false, progress: 0 })
  })

  test.each([
    [{ 'contact.phone': '138', 'payee.account': null, 'fact.lastYearRevenue': '12.' }, []],
    [{ 'contact.phone': 138 }, ['contact.phone wrong-type']],
    [{ 'contact.name': 'x'.repeat(5_001), 'material.m1': 'x', 'declaration.truth': 1 },
      ['contact.name too-long', 'material.m1 wrong-type', 'declaration.truth wrong-type']],
    [{ 'contact.name': '\udc00' }, ['contact.name wrong-type']],
    [{ 'contact.name': { toString: 1 } }, ['contact.name wrong-type']],
  ])('a draft keeps half-typed answers and refuses strange ones: %#', (patch, faults) =>
    expect(patchFaults(derived, patch).map(({ field, code }) => `${field} ${code}`)).toEqual(faults))
})
