import type { FormDefinition } from '@qinqing/domain/language/form'
import { gapOf } from './reading.ts'

const text = (name: string) => ({ zh: name, en: name })
const part = (id: string) => ({ id, title: text(id), fields: [{ id: `${id}.name`, label: text(id), kind: 'text' as const, required: true }] })
const form: FormDefinition = { version: 1, sections: ['one', 'two', 'three'].map(part) }

test.each([
  ['begins as every form does', {}, undefined],
  ['wants its first part', { 'two.name': '示例' }, undefined],
  ['goes on behind what is filled in', { 'one.name': '示例' }, 'two'],
  ['goes on at the first gap', { 'one.name': '示例', 'three.name': '示例' }, 'two'],
  ['has no gap', { 'one.name': '示例', 'two.name': '示例', 'three.name': '示例' }, undefined],
])('a form that %s', (_, answers, gap) => expect(gapOf(form, answers, {})).toBe(gap))
