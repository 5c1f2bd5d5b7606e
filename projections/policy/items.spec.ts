import type { Recorded } from '@qinqing/domain/kernel/message'
import { record } from '@qinqing/domain/kernel/spec'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import { published, retired, smart, title, withForm } from '@qinqing/domain/policy/policy/examples.conformance'
import { documentOf, everybody, seenBy } from '../viewers.conformance.ts'
import { items } from './items.ts'

type Heard = Extract<PolicyEvent, { type: 'PolicyPublished' | 'PolicyRetired' }>
const first = published as Extract<PolicyEvent, { type: 'PolicyPublished' }>
const moved = { ...smart, title: '智能化改造设备补助（示例改名）', office: 'second', officeName: '示例科技局高新科' }
const second: Heard = {
  type: 'PolicyPublished', data: { ...first.data, version: 2, validUntil: null, items: [withForm(moved, 2)], gone: ['title'] },
}
const touched = (event: PolicyEvent) => items.touches!(record('policy', [event])[0] as Recorded<Heard>)
const at = { at: '2026-03-02T01:00:00.000Z' }
const honour = (version: number) => ({
  id: 'it~title', policy: 'it', policyTitle: '示例工业企业智能化改造若干措施', version, title: '示例荣誉称号认定', summary: '买智能设备，按投资额的十分之一补助。',
  office: 'office', officeName: '示例工信局企业服务科', validUntil: '2026-12-31', publishedAt: '2026-03-02T01:00:00.000Z', sample: false, item: withForm(title),
})

test.each<[string, PolicyEvent, string[]]>([
  ['a first version touches its items', first, ['it~smart', 'it~title']],
  ['a next version touches its items, and those that are gone', second, ['it~smart', 'it~title']],
  ['a retirement touches what was published', retired, ['it~smart', 'it~title']],
  ['the retirement of a draft touches nothing', { type: 'PolicyRetired', data: { reason: '不做了', items: [] } }, []],
])('%s', (_, event, ids) => {
  expect(touched(event)).toEqual(ids)
})

test.each<[string, PolicyEvent[], string, object | null]>([
  ['an item has what matching and search look at', [first], 'it~smart', {
    id: 'it~smart', policy: 'it', policyTitle: '示例工业企业智能化改造若干措施', version: 1, title: '智能化改造设备补助', summary: '买智能设备，按投资额的十分之一补助。',
    office: 'office', officeName: '示例工信局企业服务科', validUntil: '2026-12-31', publishedAt: '2026-03-02T01:00:00.000Z', sample: false, item: withForm(smart),
  }],
  ['each item is itself', [first], 'it~title', honour(1)],
  ['an item is as the latest version says', [first, second], 'it~smart', {
    id: 'it~smart', policy: 'it', policyTitle: '示例工业企业智能化改造若干措施', version: 2, title: '智能化改造设备补助（示例改名）',
    summary: '买智能设备，按投资额的十分之一补助。', office: 'second', officeName: '示例科技局高新科', validUntil: null, publishedAt: '2026-03-02T01:00:00.000Z', sample: false,
    item: withForm(moved, 2),
  }],
  ['an item that the next version does not have is gone', [first, second], 'it~title', null],
  ['an item that comes back is there again', [first, second, { ...first, data: { ...first.data, version: 3 } }], 'it~title', honour(3)],
  ['items of a retired policy are gone', [first, retired], 'it~smart', null],
])('%s', (_, events, id, document) => {
  expect(documentOf(items, 'policy', events, id, at)).toEqual(document)
})

test('everybody who has signed in sees it', () => {
  expect(seenBy(items, documentOf(items, 'policy', [first], 'it~smart'))).toEqual(everybody)
})
