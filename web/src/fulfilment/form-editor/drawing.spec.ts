import type { Field, FormDefinition } from '@qinqing/domain/language/field'
import { formFaults } from '@qinqing/domain/language/form-faults'
import { fieldKind } from '@qinqing/domain/language/field'
import { boundTo, duplicateField, insertField, leftOut, lookedAtBy, moveField, newField, ofKind, placeField, removeField, spotOf, takeIn } from './drawing.ts'

const say = (zh: string) => ({ zh, en: zh })
const field = (id: string, over: Partial<Field> = {}): Field => ({ id, label: say(id), kind: 'text', required: false, ...over })
const form = (...parts: string[][]): FormDefinition =>
  ({ version: 1, sections: parts.map((ids, n) => ({ id: `p${n}`, title: say(`第 ${n} 部分`), fields: ids.map(id => field(id)) })) })
const ids = ({ sections }: FormDefinition) => sections.map(({ fields }) => fields.map(({ id }) => id).join(''))
const counted = () => {
  let n = 0
  return () => `n${(n += 1)}`
}

it.each([
  ['down', form(['a', 'b'], ['c']), 'a', 1, ['ba', 'c']], ['up', form(['a', 'b'], ['c']), 'b', -1, ['ba', 'c']],
  ['down into the next part', form(['a', 'b'], ['c']), 'b', 1, ['a', 'bc']], ['up into the part before', form(['a', 'b'], ['c']), 'c', -1, ['abc', '']],
  ['no further than the end', form(['a', 'b']), 'b', 1, ['ab']], ['no further than the beginning', form(['a', 'b']), 'a', -1, ['ab']],
] as const)('a field goes %s', (_, from, id, by, then) => {
  const moved = moveField(from, spotOf(from, id)!, by)
  expect(ids(moved.form)).toEqual(then)
  expect(spotOf(moved.form, id)).toEqual(moved.at)
})

it.each([
  [{ section: 0, field: 0 }, { section: 0, field: 3 }, ['bca', 'de']], [{ section: 0, field: 2 }, { section: 0, field: 0 }, ['cab', 'de']],
  [{ section: 0, field: 1 }, { section: 1, field: 1 }, ['ac', 'dbe']], [{ section: 1, field: 0 }, { section: 0, field: 1 }, ['adbc', 'e']],
])('a field is dragged from %p to %p', (from, to, then) => expect(ids(placeField(form(['a', 'b', 'c'], ['d', 'e']), from, to).form)).toEqual(then))

it('a copy stands right behind, with an id of its own, and is filled by no fact', () => {
  const one: FormDefinition = { version: 1, sections: [{ id: 'p', title: say('一'), fields: [field('a', { kind: 'number', fact: 'insured' }), field('b')] }] }
  const { form: next, at } = duplicateField(one, { section: 0, field: 0 }, counted())
  expect(ids(next)).toEqual(['an1b'])
  expect(at).toEqual({ section: 0, field: 1 })
  expect(next.sections[0]!.fields[1]!.fact).toBeUndefined()
})

it.each(fieldKind.options)('a new field of kind %s has no fault', kind => {
  const { form: next } = insertField(form(['a']), { section: 0 }, newField(kind, say('新的一项'), counted()))
  expect(formFaults(next)).toEqual([])
})

it('another kind keeps the words and leaves behind what does not belong to it', () => {
  const one = field('a', { kind: 'choice', choices: [{ value: 'x', label: say('甲') }], hint: say('说明'), min: 1, max: 2, fact: 'taxGrade' })
  expect(ofKind(one, 'text', counted())).toEqual(field('a', { hint: say('说明') }))
  expect(ofKind(one, 'choices', counted())).toMatchObject({ kind: 'choices', choices: one.choices })
})

it('a fact brings its own kind, unit and choices', () => {
  expect(boundTo(field('a', { label: say('') }), 'insured')).toMatchObject({ kind: 'number', fact: 'insured', label: { zh: '参保人数' }, unit: { zh: '人' } })
  expect(boundTo(field('a'), 'taxGrade')).toMatchObject({ kind: 'choice', label: { zh: 'a' } })
  expect(boundTo(boundTo(field('a'), 'insured'), undefined)).not.toHaveProperty('fact')
})

it('says who looks at a field before it goes', () => {
  const one: FormDefinition = {
    version: 1, sections: [{ id: 'p', title: say('一'), fields: [field('a', { kind: 'flag' }), field('b', { showWhen: { all: true, tests: [{ field: 'a', asks: 'yes' }] } })] }],
  }
  expect(lookedAtBy(one, 'a').map(({ id }) => id)).toEqual(['b'])
  expect(formFaults(removeField(one, { section: 0, field: 0 }))).toMatchObject([{ code: 'no-such-field' }])
})

it('what the item needs and the form leaves out can be taken in', () => {
  const derived = form(['a', 'b'], ['c'])
  const drawn = form(['a'])
  expect(leftOut(drawn, derived).map(one => one.field.id)).toEqual(['b', 'c'])
  expect(ids(leftOut(drawn, derived).reduce(takeIn, drawn))).toEqual(['ab', 'c'])
})
