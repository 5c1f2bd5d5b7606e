import type { Field, FormDefinition } from './field.ts'
import { type Item, item, itemFaults, lane, laneLabels } from './item.ts'
import { material } from './material.ts'
import { cny } from './money.ts'
import { say } from './text.ts'

const condition = {
  id: 'c1', clause: { ref: '第四条', text: '上年营业收入不低于 1,000 万元。' }, fact: 'lastYearRevenue', comparison: 'atLeast', value: 1_000_000_000,
}
const whole: Item = {
  id: 'smart-equipment', title: '智能化改造设备补助', lane: 'instant', limit: { days: 15, unit: 'working' },
  office: 'industry', officeName: '市工信局企业服务科', phone: '0772-2800000',
  conditions: [condition], materials: [{ id: 'm1', name: '设备验收单', required: true }],
  amount: { kind: 'rate', basisPoints: 1_000, fact: 'smartEquipment', cap: cny(50_000_000) },
}
const field: Field = { id: 'f', label: say('这一项', 'This'), kind: 'text', required: true }
const drawn = (...fields: Field[]): FormDefinition => ({ version: 1, sections: [{ id: 's', title: say('一', 'One'), fields }] })

const cases: Record<string, { when: Partial<Item>; then: string[] }> = {
  'nothing hinders a whole item': { when: {}, then: [] },
  'an item without conditions may be published, and is 待核实': { when: { conditions: [] }, then: [] },
  'several numbers in one phone are fine': { when: { phone: '020-83527072；020-83805040' }, then: [] },
  'a service number is fine': { when: { phone: '12333' }, then: [] },
  'a title': { when: { title: ' ' }, then: ['title 请填写事项名称'] },
  'a promise': { when: { limit: { days: 0, unit: 'working' } }, then: ['limit 请填写承诺多少天办结'] },
  'an office': { when: { officeName: '' }, then: ['office 请选择承办处室'] },
  'an office that is known': { when: { office: '' }, then: ['office 请选择承办处室'] },
  'a phone': { when: { phone: '无' }, then: ['phone 请填写咨询电话'] },
  'a window for what has one': { when: { lane: 'window' }, then: ['window 限时申请的事项要填申请起止日期'] },
  'a window of one day': { when: { lane: 'window', window: { from: '2026-11-30', to: '2026-11-30' } }, then: [] },
  'a window that runs forwards': {
    when: { lane: 'window', window: { from: '2026-11-30', to: '2026-11-01' } }, then: ['window 申请截止日期早于开始日期，请改一个'],
  },
  'a condition for what needs no application': {
    when: { lane: 'automatic', conditions: [] }, then: ['conditions 免申即享的事项至少要有一个系统能判断的条件'],
  },
  'conditions that can be judged, with their clause': {
    when: { conditions: [condition, { ...condition, id: 'c2', fact: 'luck', clause: { ref: ' ', text: '' } }] },
    then: ['conditions.1.fact 没有“luck”这一项数据，请从列表中选', 'conditions.1.clause 请写明这个条件依据哪一条'],
  },
  'conditions told apart': { when: { conditions: [condition, condition] }, then: ['conditions.1.id 这一项重复了，请删掉一个'] },
  'materials told apart': {
    when: { materials: [...whole.materials, ...whole.materials] }, then: ['materials.1.id 这一项重复了，请删掉一个'],
  },
  'an amount that can be worked out': {
    when: { amount: { kind: 'rate', basisPoints: 1_000, fact: 'employees' } }, then: ['amount.fact 不能用“从业人数”来算金额，请另选'],
  },
  'a form that can be filled in': {
    when: {
      form: drawn(field, { ...field, label: say(' ', '') }, { ...field, id: 'g', kind: 'choice' }, { ...field, id: 'h', fact: 'luck' }),
    },
    then: [
      'form.sections.0.fields.1 这一项的编号已用过，请换一个', 'form.sections.0.fields.1 请填写这一项的名称', 'form.sections.0.fields.2 请填写可选的内容',
      'form.sections.0.fields.3 没有“luck”这一项数据',
    ],
  },
  'a form whose facts fit': {
    when: { form: drawn({ ...field, fact: 'lastYearRevenue' }, { ...field, id: 'g', kind: 'number', min: 2, max: 1 }) },
    then: ['form.sections.0.fields.0 带出的数据和这一项的类型不同', 'form.sections.0.fields.1 最小值比最大值大，请改一个'],
  },
}
test.each(Object.entries(cases))('publishing needs %s', (_, { when, then }) => {
  const given = { ...whole, ...when }
  expect(itemFaults(given).map(({ path, message }) => `${path} ${message.zh}`)).toEqual(then)
  expect(item.parse(given)).toEqual(given)
})

test('every fault has its English beside it', () => {
  const all = Object.values(cases).flatMap(({ when }) => itemFaults({ ...whole, ...when }))
  expect(all.filter(({ message }) => !/^[\x20-\x7e]+$/.test(message.en.replaceAll(/[“”]/g, '')))).toEqual([])
})

test('every lane has its words', () => expect(Object.keys(laneLabels)).toEqual(lane.options))

test.each([
  ['a title that is too long', { title: 'x'.repeat(201) }], ['an unknown lane', { lane: 'fast' }],
  ['half a day', { limit: { days: 0.5, unit: 'working' } }],
  ['a hundred conditions', { conditions: Array(100).fill(condition) }],
  ['a date that is none', { window: { from: '2026-02-30', to: '2026-03-01' } }],
  ['a material without a name', { materials: [{ id: 'm', name: ' ', required: true }] }],
])('%s is refused at the door', (_, wrong) => expect(item.safeParse({ ...whole, ...wrong }).success).toBe(false))

test('a material may carry a note', () =>
  expect(material.parse({ id: 'm', name: ' 营业执照 ', required: false, note: '复印件' }))
    .toEqual({ id: 'm', name: '营业执照', required: false, note: '复印件' }))
