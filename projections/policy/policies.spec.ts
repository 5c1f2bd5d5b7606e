import type { ChangeNote } from '@qinqing/domain/language/amendment'
import { noGuide } from '@qinqing/domain/language/guide'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import { clauses, head, open, published, ready, retired, smart, title, withForm } from '@qinqing/domain/policy/policy/examples.conformance'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, everybody, seenBy } from '../viewers.conformance.ts'
import { policies } from './policies.ts'

type Heard = Extract<PolicyEvent, { type: 'PolicyPublished' | 'PolicyRetired' }>
const heard = [published, retired] as Heard[]
const [first, gone] = heard as [Heard, Heard]
const second = { type: 'PolicyPublished', data: { ...first.data, version: 2, title: '示例改了标题的措施', items: [withForm(title, 2)], gone: ['smart'] } } as Heard
const changes: ChangeNote[] = [{ part: 'head', item: null, label: { zh: '政策名称', en: 'Title' }, kind: 'changed' }]
const as = { at: '2026-03-02T01:00:00.000Z' }

specifyDocument(policies, 'policy', {
  'a published policy is the whole edition': {
    given: [first], as,
    then: {
      ...head, id: 'it', version: 1, clauses, items: [withForm(smart), withForm(title)], office: 'office', officeName: '示例工信局企业服务科', origin: null, sample: false,
      status: 'published', publishedAt: '2026-03-02T01:00:00.000Z', retired: null, guide: noGuide,
      history: [{ version: 1, at: '2026-03-02T01:00:00.000Z', why: '', changes: [] }],
    },
  },
  'the next version takes its place': {
    given: [first, second], then: { version: 2, title: '示例改了标题的措施', items: [withForm(title, 2)], status: 'published' },
  },
  'the history says since when, why and what has changed, newest first': {
    given: [first, { type: 'PolicyPublished', data: { ...(second.data as typeof first.data), why: '按上级通知调整', changes } } as Heard], as,
    then: {
      history: [{ version: 2, at: '2026-03-02T01:00:00.000Z', why: '按上级通知调整', changes }, { version: 1, at: '2026-03-02T01:00:00.000Z', why: '', changes: [] }],
    },
  },
  'a retired policy leads on to its successor': {
    given: [first, { type: 'PolicyRetired', data: { reason: '到期退出', items: [], successor: { id: 'next', title: '示例接续的措施' } } }], as,
    then: { retired: { at: '2026-03-02T01:00:00.000Z', reason: '到期退出', successor: { id: 'next', title: '示例接续的措施' } } },
  },
  'a retired policy stays, and says why': {
    given: [first, gone], as, then: { ...head, version: 1, status: 'retired', retired: { at: '2026-03-02T01:00:00.000Z', reason: '到期退出', successor: null } },
  },
  'what was never published is nobody\'s business, also when it is retired': {
    given: [{ type: 'PolicyRetired', data: { reason: '不做了', items: [] } }], then: null,
  },
})

test('nothing is there before it is published', () => {
  expect(documentOf(policies, 'policy', ready)).toEqual(policies.initial('it'))
  expect(Object.keys(policies.evolve).sort()).toEqual(['PolicyPublished', 'PolicyRetired'])
})

test('the document does not tell what is being edited', () => {
  const later = documentOf(policies, 'policy', [...open, { type: 'PolicyRevised', data: { ...head, title: '示例还没发布的标题' } }])
  expect(JSON.stringify(later)).not.toContain('示例还没发布的标题')
  expect(later).not.toHaveProperty('gone')
})

test('everybody who has signed in sees it', () => {
  expect(seenBy(policies, documentOf(policies, 'policy', open))).toEqual(everybody)
})
