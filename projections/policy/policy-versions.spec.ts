import { noGuide } from '@qinqing/domain/language/guide'
import type { Recorded } from '@qinqing/domain/kernel/message'
import { record } from '@qinqing/domain/kernel/spec'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import { clauses, guide, head, published, smart, title, withForm } from '@qinqing/domain/policy/policy/examples.conformance'
import { documentOf, everybody, seenBy } from '../viewers.conformance.ts'
import { policyVersions } from './policy-versions.ts'

type Heard = Extract<PolicyEvent, { type: 'PolicyPublished' }>
const first = published as Heard
const second: Heard = { type: 'PolicyPublished', data: { ...first.data, version: 2, title: '示例改了标题的措施', guide, why: '按上级通知调整', changes: [] } }
const at = { at: '2026-03-02T01:00:00.000Z' }

test('each version has a document of its own', () => {
  expect(record('policy', [first, second]).map(event => policyVersions.touches!(event as Recorded<Heard>))).toEqual([['it~1'], ['it~2']])
})

test('it is whole: what cases of it rest on, since when, and why', () => {
  expect(documentOf(policyVersions, 'policy', [second], 'it~2', at)).toEqual({
    ...head, id: 'it~2', policy: 'it', version: 2, title: '示例改了标题的措施', clauses, items: [withForm(smart), withForm(title)], guide, why: '按上级通知调整',
    publishedAt: '2026-03-02T01:00:00.000Z',
  })
})

test('one from before there were explanations has none', () => {
  const { guide: _, ...data } = first.data
  expect(documentOf(policyVersions, 'policy', [{ type: 'PolicyPublished', data }], 'it~1', at)).toMatchObject({ version: 1, guide: noGuide, why: '' })
})

test('everybody who has signed in sees it', () => {
  expect(seenBy(policyVersions, documentOf(policyVersions, 'policy', [first], 'it~1'))).toEqual(everybody)
})
