import type { Item } from '@qinqing/domain/language/item'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import { hindrances } from './faults.ts'
import type { Place } from './places.ts'
import type { Edits } from './working.ts'

const item: Item = {
  id: 'a', title: '补贴', lane: 'instant', limit: { days: 5, unit: 'working' }, office: 'o', officeName: '示例科', phone: '0772-123', materials: [], amount: { kind: 'none' },
  conditions: [{ id: 'c', clause: { ref: '第一条', text: '甲' }, fact: 'employees', comparison: 'atLeast', value: 10 }],
}
const policy: PolicyDraftDocument = {
  id: 'p', title: '示例办法', number: '', summary: '', validUntil: null, clauses: [{ ref: '第一条', text: '甲' }], items: [item], office: 'o', officeName: '示例科', origin: null,
  sample: false, status: 'draft', version: 0, dirty: true, revision: 4, updatedAt: '', updatedBy: '', updatedFor: 'work', imported: false, guide: { notes: [], contact: null },
}
const typing = (place: Place, value: unknown): Edits => ({ [place]: { value, base: undefined, sent: [] } }) as Edits
const found = (over: Partial<PolicyDraftDocument>, edits: Edits = {} as Edits) =>
  hindrances({ ...policy, ...over }, edits, '2026-11-25').map(({ part, item: of, path, code }) => [part, of, path, code].filter(Boolean).join(' '))

test.each<[string, string[], Partial<PolicyDraftDocument>, Edits?]>([
  ['nothing', [], {}],
  ['no item', ['items policy/no-item'], { items: [] }],
  ['a validity that has ended', ['head validUntil policy/expired'], { validUntil: '2026-11-24' }],
  ['nothing: it ends today', [], { validUntil: '2026-11-25' }],
  ['a title of one character', ['head title half-written'], {}, typing('head/title', '一')],
  ['two clauses of one number', ['text clauses policy/clause-not-distinct'], { clauses: [{ ref: '第一条', text: '甲' }, { ref: '第一条 ', text: '乙' }] }],
  ['a condition on a clause that is not there', ['conditions a conditions.0.clause policy/no-such-clause'], { clauses: [{ ref: '第二条', text: '乙' }] }],
  ['a fault of an item, in its tab', ['amount a amount.fact fact-does-not-fit'], { items: [{ ...item, amount: { kind: 'rate', basisPoints: 1, fact: 'employees' } }] }],
  ['an amount that is not whole: said once', ['amount a amount half-written'], {}, typing('item:a/amount', { kind: 'rate', fact: 'employees' })],
  ['days that are no number', ['basics a limit half-written'], { items: [{ ...item, limit: { days: 0, unit: 'working' } }] }, typing('item:a/limit', { days: '十', unit: 'working' })],
  ['two versions of one place', ['amount a amount clash'], {}, { 'item:a/amount': { value: { kind: 'none' }, base: undefined, sent: [], theirs: { value: {}, by: '', at: '' } } } as unknown as Edits],
  ['what is mended while it is on its way: nothing', [], { items: [{ ...item, title: '' }] }, typing('item:a/title', '补贴')],
])('what hinders: %s', (_, expected, over, edits = {} as Edits) => expect(found(over, edits)).toEqual(expected))
