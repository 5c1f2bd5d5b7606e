import { type Change, changeNotes, changesBetween, type Version } from './amendment.ts'
import type { Item } from './item.ts'
import { cny } from './money.ts'

const clauses = [{ ref: '第四条', text: '参保人数不低于 30 人。' }, { ref: '第五条', text: '材料不实的，不予补助。' }]
const item: Item = {
  id: 'smart', title: '设备补助', lane: 'instant', limit: { days: 15, unit: 'working' }, office: 'office', officeName: '示例科', phone: '0772-2800000',
  conditions: [{ id: 'insured', clause: clauses[0]!, fact: 'insured', comparison: 'atLeast', value: 30 }],
  materials: [{ id: 'receipt', name: '设备验收单', required: true }], amount: { kind: 'fixed', money: cny(10_000_000) },
}
const before: Version = { title: '示例措施', number: '示例〔2026〕1 号', summary: '补助', validUntil: '2026-12-31', clauses, items: [item] }
const withItem = (over: Partial<Item>): Version => ({ ...before, items: [{ ...item, ...over }] })
const insured = (value: number): Item['conditions'] => [{ ...item.conditions[0]!, value }]

const told = ({ label, kind, before: was, after }: Change) => `${kind} ${label.zh}: ${was?.zh ?? '—'} → ${after?.zh ?? '—'}`

test.each<[string, Version, string[]]>([
  ['nothing', before, []],
  ['a title', { ...before, title: '示例若干措施' }, ['changed 政策名称: 示例措施 → 示例若干措施']],
  ['no number any more', { ...before, number: '' }, ['removed 文号: 示例〔2026〕1 号 → —']],
  ['no end any more', { ...before, validUntil: null }, ['changed 有效期: 2026年12月31日 → 长期有效']],
  ['a clause in other words', { ...before, clauses: [{ ref: '第四条', text: '参保人数不低于 20 人。' }, clauses[1]!] }, ['changed 第四条: 参保人数不低于 30 人。 → 参保人数不低于 20 人。']],
  ['a clause more and one less', { ...before, clauses: [clauses[0]!, { ref: '第六条', text: '自发布之日起施行。' }] },
    ['removed 第五条: 材料不实的，不予补助。 → —', 'added 第六条: — → 自发布之日起施行。']],
  ['a threshold', withItem({ conditions: insured(20) }), ['changed 条件 · 第四条: 参保人数不低于 30 人（依据第四条） → 参保人数不低于 20 人（依据第四条）']],
  ['a condition less', withItem({ conditions: [] }), ['removed 条件 · 第四条: 参保人数不低于 30 人（依据第四条） → —']],
  ['an amount', withItem({ amount: { kind: 'fixed', money: cny(20_000_000) } }), ['changed 金额: 10 万元 → 20 万元']],
  ['a promise', withItem({ limit: { days: 10, unit: 'working' } }), ['changed 承诺时限: 15 个工作日 → 10 个工作日']],
  ['a window', withItem({ lane: 'window', window: { from: '2026-03-01', to: '2026-04-30' } }),
    ['changed 怎样享受: 即申即享 → 限时申请', 'added 申请时间: — → 2026年3月1日 – 2026年4月30日']],
  ['a paper that is optional now', withItem({ materials: [{ ...item.materials[0]!, required: false }] }), ['changed 材料 · 设备验收单: 设备验收单（必须提交） → 设备验收单（选填）']],
  ['another item', { ...before, items: [{ ...item, id: 'other', title: '贴息' }] }, ['removed 事项“设备补助”: 设备补助 → —', 'added 事项“贴息”: — → 贴息']],
  ['an explanation', { ...before, guide: { notes: [{ title: '谁能申请', text: '本市企业', clauses: ['第四条'] }], contact: null } }, ['added 解读 · 谁能申请: — → 本市企业\n第四条']],
  ['the order alone', { ...before, clauses: clauses.toReversed() }, []],
])('%s', (_, after, changes) => {
  expect(changesBetween(before, after).map(told)).toEqual(changes)
})

test('in brief it says what and how, not the words, and stays within bounds', () => {
  const many = { ...before, clauses: Array.from({ length: 150 }, (_, n) => ({ ref: `第 ${n} 条`, text: '新' })) }
  const notes = changeNotes(changesBetween(before, many))
  expect(notes).toHaveLength(100)
  expect(notes[2]).toEqual({ part: 'text', item: null, label: { zh: '第 0 条', en: '第 0 条' }, kind: 'added' })
  expect(changeNotes(changesBetween(withItem({ title: '长'.repeat(200) }), before))[0]!.label.zh).toBe('事项名称')
})
