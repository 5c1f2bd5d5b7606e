import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import { noGuide } from '@qinqing/domain/language/guide'
import { clauses, clausesRevised, drafted, guide, guideRevised, head, open, published, put, ready, retired, smart, title } from '@qinqing/domain/policy/policy/examples.conformance'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { policyDrafts } from './policy-drafts.ts'

const as = { at: '2026-03-02T01:00:00.000Z', by: '示例某' }
const sketch = { version: 1, drawn: true, sections: [{ id: 'project', title: { zh: '项目', en: 'Project' }, fields: [] }] }
const formPut: PolicyEvent = { type: 'FormPut', data: { item: 'smart', form: sketch } }
const revised: PolicyEvent = { type: 'PolicyRevised', data: { ...head, title: '示例改了标题的措施' } }

specifyDocument(policyDrafts, 'policy', {
  'a draft says whose it is, and that it is not published': {
    given: [drafted], as,
    then: {
      ...head, id: 'it', office: 'office', officeName: '示例工信局企业服务科', origin: null, sample: false, clauses: [], items: [], status: 'draft', version: 0,
      dirty: true, revision: 0, updatedAt: '2026-03-02T01:00:00.000Z', updatedBy: '示例某', updatedFor: 'work', imported: false, guide: noGuide,
    },
  },
  'the head is as it was revised': { given: [drafted, revised], then: { title: '示例改了标题的措施', number: head.number, revision: 1 } },
  'it says that it was imported': {
    given: [{ ...drafted, data: { ...drafted.data, origin: { system: 'service-items', row: 'A1', authority: '示例省厅' } } } as PolicyEvent], then: { imported: true },
  },
  'the mark of a sample is as it was revised last': {
    given: [{ ...drafted, data: { ...drafted.data, sample: true } } as PolicyEvent, { type: 'PolicyRevised', data: { ...head, sample: false } }, revised], then: { sample: false, revision: 2 },
  },
  'the text is as it was revised': { given: [drafted, clausesRevised], then: { clauses, revision: 1 } },
  'items are in the order in which they came': { given: ready, then: { items: [smart, title], revision: 3 } },
  'an item is put in its place': {
    given: [...ready, put({ ...smart, phone: '12333' })], then: { items: [{ ...smart, phone: '12333' }, title] },
  },
  'an item comes back to its place': {
    given: [...ready, { type: 'ItemRemoved', data: { item: 'smart' } }, { type: 'ItemPut', data: { item: smart, at: 0 } }], then: { items: [smart, title] },
  },
  'the explanation is as it was revised': { given: [drafted, guideRevised], then: { guide, revision: 1 } },
  'a form that was drawn stays when the item is edited': {
    given: [...ready, formPut, put({ ...smart, phone: '12333' })], then: { items: [{ ...smart, phone: '12333', form: sketch }, title], revision: 5 },
  },
  'a form that was given up is gone': {
    given: [...ready, formPut, { type: 'FormPut', data: { item: 'smart', form: null } }], then: { items: [smart, title], dirty: true },
  },
  'an item that was taken away is gone': { given: [...ready, { type: 'ItemRemoved', data: { item: 'smart' } }], then: { items: [title] } },
  'what was published is clean, and has a version': {
    given: open, then: { status: 'published', version: 1, dirty: false, revision: 4, items: [smart, title] },
  },
  'what was edited since is not': { given: [...open, revised], then: { status: 'published', version: 1, dirty: true, revision: 5 } },
  'what was published again is clean again': {
    given: [
      ...open, revised,
      { type: 'PolicyPublished', data: { ...(published.data as Extract<PolicyEvent, { type: 'PolicyPublished' }>['data']), version: 2 } },
    ],
    then: { version: 2, dirty: false, title: '示例改了标题的措施' },
  },
  'what was retired says so': { given: [...open, retired], then: { status: 'retired', version: 1, dirty: false, revision: 5 } },
})

test('the editors and the head of the office see it', () => {
  expect(seenBy(policyDrafts, documentOf(policyDrafts, 'policy', ready))).toEqual(['editor of the office', 'lead of the office'])
})
