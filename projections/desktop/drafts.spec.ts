import type { DraftEvent } from '@qinqing/domain/desktop/draft/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { drafts } from './drafts.ts'

const patched = (patch: Record<string, string>): DraftEvent => ({ type: 'DraftPatched', data: { patch } })

specifyDocument(drafts, 'draft', {
  'a draft has its fields, its person and when it was saved': {
    given: [patched({ opinion: '同意' })], as: { at: '2026-03-02T01:00:00.000Z' },
    then: { person: 'someone', fields: { opinion: '同意' }, savedAt: '2026-03-02T01:00:00.000Z' },
  },
  'fields are added and replaced': {
    given: [patched({ opinion: '同' }), patched({ opinion: '同意', clause: '第四条' })], then: { fields: { opinion: '同意', clause: '第四条' } },
  },
  'a field that was emptied is gone': {
    given: [patched({ opinion: '同意', clause: '第四条' }), patched({ opinion: '' })], then: { fields: { clause: '第四条' } },
  },
  'a draft that was thrown away is gone': { given: [patched({ opinion: '同意' }), { type: 'DraftDiscarded', data: {} }], then: null },
  'a draft begun anew has nothing of the old one': {
    given: [patched({ opinion: '同意' }), { type: 'DraftDiscarded', data: {} }, patched({ clause: '第四条' })], then: { fields: { clause: '第四条' } },
  },
})

test('only the one who writes it sees it', () => {
  expect(seenBy(drafts, documentOf(drafts, 'draft', [patched({ opinion: '同意' })], 'someone.review.it'))).toEqual(['the person'])
})

test('the fields are those that the draft itself folds to', () => {
  expect((documentOf(drafts, 'draft', [patched({ opinion: '同意' })]) as { fields: object }).fields).toStrictEqual({ opinion: '同意' })
})
