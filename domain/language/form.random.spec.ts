import { type Answers, deriveForm, type Field, type FormDefinition, patchFaults, read, statedFacts, valuesOf } from './form.ts'
import type { Fact, Facts } from './fact.ts'
import { fieldKind } from './field.ts'
import { cny } from './money.ts'
import { predicateKeys, predicates } from './predicates.ts'
import { say } from './text.ts'

/** A seeded line of numbers (mulberry32), so that a failure comes back. */
function seeded(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const megabyte = 'x'.repeat(1_048_576)
const deep = Array.from({ length: 5_000 }).reduce<unknown>(inner => [inner], 'x')
const values: unknown[] = [
  undefined, null, '', ' ', '王示例', '128,600.00', '3.4%', '2026-11-25', '2026-02-30', '13800000000', '91350100M000100Y43',
  '6222000000000000000',
  megabyte, '1'.repeat(1_048_576), `${' '.repeat(4_999)}x`, '\ud800', 'a\udc00b', '\u0000', '\u202e龙城', '𠮷野家',
  '__proto__', 'constructor', '¥', '%', ',',
  0, -0, 1, -1, 86, 1.5, NaN, Infinity, -Infinity, 2 ** 53, Number.MAX_SAFE_INTEGER, 10n, true, false, Symbol('x'), () => 'x', new Date(0),
  [], ['a'], ['a', 'a'], [1], [megabyte], Array(1_000).fill('a'), deep, {}, { length: 1 },
  { toString: null }, Object.create(null), JSON.parse('{"__proto__":{"size":1}}'),
  { hash: 'a'.repeat(64), name: 'a.pdf', size: 5, type: 'application/pdf' }, { hash: 'a'.repeat(64), name: '\ud800', size: 5, type: '' },
  { hash: 'a'.repeat(64), name: 'a.pdf', size: 30_000_000, type: '' },
  { hash: megabyte, name: 'a', size: 5, type: '' }, { hash: 'a'.repeat(64), name: 'a', size: NaN, type: '' }, new Map([['a', 1]]),
]
const strangeKeys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '\ud800', megabyte]

const choices = [{ value: 'a', label: say('甲', 'A') }]
const drawn: FormDefinition = {
  version: 1,
  sections: [{
    id: 'all', title: say('全部', 'All'),
    fields: [
      ...fieldKind.options.map((kind): Field => ({ id: `plain.${kind}`, label: say(kind, kind), kind, required: true, choices })),
      ...predicateKeys.map((fact): Field => ({ id: `fact.${fact}`, ...predicates[fact], required: false, fact })),
      { id: 'constructor', label: say('名', 'Name'), kind: 'text', required: true, max: 10, fact: 'toString' },
    ],
  }],
}
const paper = { id: 'm', name: '材料', required: true }
const forms = [drawn, deriveForm({ conditions: [], materials: [paper], amount: { kind: 'fixed', money: cny(1) } })]

const random = seeded(1_000)
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!

function randomAnswers(form: FormDefinition): Record<string, unknown> {
  const ids = form.sections.flatMap(({ fields }) => fields.map(({ id }) => id))
  const chosen = Array.from({ length: random(12) }, () => (random(6) === 0 ? pick(strangeKeys) : pick(ids)))
  const answers: Record<string, unknown> = {}
  // As JSON would bring it: an own key, whatever its name.
  const own = { enumerable: true, configurable: true, writable: true }
  for (const key of chosen) Object.defineProperty(answers, key, { value: pick(values), ...own })
  return answers
}

const randomFacts = (): Facts => Object.fromEntries(Array.from({ length: random(8) }, (): [string, Fact] => {
  const predicate = pick(predicateKeys)
  return [predicate, {
    predicate, value: pick(values) as Fact['value'], source: '税务局', validFrom: '2026-01-01', receivedAt: '2026-11-19T17:00:00Z',
  }]
}))

/** A print of anything that tells apart what JSON would not. */
const isOdd = (one: unknown) =>
  ['bigint', 'symbol', 'function', 'undefined'].includes(typeof one) || Number.isNaN(one) || Object.is(one, -0)
const print = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (isOdd(one) ? `«${typeof one} ${String(one)}»` : one))

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

test('a thousand hostile inputs: never an exception, the same input the same output, nothing changed, nothing endless', () => {
  freeze(forms)
  const seen = new Set<string>()
  for (let n = 0; n < 1_000; n += 1) {
    const form = pick(forms)
    const sent = freeze(randomAnswers(form))
    const facts = freeze(randomFacts())
    const answers = sent as Answers
    const lang = pick(['zh', 'en'] as const)

    const reading = read(form, answers, facts, lang)
    const printed = print(reading)
    expect(print(read(form, { ...answers }, { ...facts }, lang))).toBe(printed)
    expect(printed.length).toBeLessThan(200_000)
    expect(print(patchFaults(form, sent))).toBe(print(patchFaults(form, sent)))
    expect(reading.complete).toBe(reading.faults.length === 0)
    expect(reading.progress).toBeGreaterThanOrEqual(0)
    expect(reading.progress).toBeLessThanOrEqual(100)

    // What was kept as right reads the same again, so server and browser may pass it on.
    const kept = valuesOf(reading)
    const again = read(form, kept, {}, lang)
    expect(print(valuesOf(again))).toBe(print(kept))
    expect(JSON.stringify(kept).isWellFormed()).toBe(true)
    statedFacts(reading, facts, '企业填报', '2026-11-23T02:00:00Z', '2026-11-23')
    for (const { code } of reading.faults) seen.add(code)
  }
  expect([...seen].sort()).toEqual(['missing', 'too-large', 'too-long', 'too-small', 'unknown-field', 'unreadable', 'wrong-type'])
})

test('three hundred fields are read within the time of a keystroke', () => {
  const fields = Array.from({ length: 300 }, (_, n): Field => ({ id: `f${n}`, label: say('项', 'Field'), kind: 'money', required: true }))
  const many: FormDefinition = { version: 1, sections: [{ id: 's', title: say('一', 'One'), fields }] }
  const answers = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, '128,600.00']))
  read(many, answers, {}, 'zh')
  const from = performance.now()
  for (let n = 0; n < 10; n += 1) read(many, answers, {}, 'zh')
  expect((performance.now() - from) / 10).toBeLessThan(100)
})
