import type { Field, FormDefinition } from './field.ts'
import { formChanges } from './form-diff.ts'
import { say } from './text.ts'

const field = (id: string, over: Partial<Field> = {}): Field => ({ id, label: say(id, id), kind: 'text', required: false, ...over })
const form = (...parts: Field[][]): FormDefinition =>
  ({ version: 1, sections: parts.map((fields, n) => ({ id: `p${n}`, title: say(`第 ${n} 部分`, `Part ${n}`), fields })) })
const said = (before: FormDefinition, after: FormDefinition) =>
  formChanges(before, after).map(({ what, of, id, aspects }) => [what, of, id, ...aspects.map(({ zh }) => zh)].join(' '))

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id => field(id)) as [Field, Field, Field, Field]

test.each<[string, FormDefinition, FormDefinition, string[]]>([
  ['nothing', form([a, b]), form([a, b]), []],
  ['its properties in another order', form([a]), { sections: [{ fields: [{ required: false, kind: 'text', label: { en: 'a', zh: 'a' }, id: 'a' }], id: 'p0', title: { en: 'Part 0', zh: '第 0 部分' } }], version: 1 }, []],
  ['another version alone', form([a]), { ...form([a]), version: 7, drawn: true }, []],
  ['a field more', form([a]), form([a, b]), ['added field b']],
  ['a field less', form([a, b]), form([b]), ['removed field a']],
  ['another name, and required', form([a]), form([field('a', { label: say('新名', 'new'), required: true })]), ['changed field a 名称 是否必填']],
  ['one that went to the front', form([a, b, c, d]), form([d, a, b, c]), ['moved field d']],
  ['one that went to another part', form([a, b], [c]), form([a], [b, c]), ['moved field b']],
  ['a part more', form([a]), form([a], [b]), ['added part p1', 'added field b']],
  ['a title', form([a]), { version: 1, sections: [{ ...form([a]).sections[0]!, title: say('新标题', 'New') }] }, ['changed part p0 标题']],
  ['a rule', form([a, b]), form([a, field('b', { showWhen: { all: true, tests: [{ field: 'a', asks: 'filled' }] } })]), ['changed field b 显示条件']],
])('%s', (_, before, after, expected) => expect(said(before, after)).toEqual(expected))
