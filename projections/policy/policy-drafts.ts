import type { Recorded } from '@qinqing/domain/kernel/message'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import { noGuide } from '@qinqing/domain/language/guide'
import type { Item } from '@qinqing/domain/language/item'
import type { Projection } from '../kernel/projection.ts'

const touched = (policy: PolicyDraftDocument, { recordedAt, by, purpose, revision }: Recorded, dirty = true): PolicyDraftDocument =>
  ({ ...policy, dirty, revision, updatedAt: recordedAt, updatedBy: by, updatedFor: purpose })

const placed = (items: readonly Item[], item: Item, at = items.length): Item[] =>
  items.some(one => one.id === item.id) ? items.map(one => (one.id === item.id ? { ...item, ...(one.form ? { form: one.form } : {}) } : one)) : items.toSpliced(at, 0, item)

const formed = (items: readonly Item[], id: string, form: Item['form'] | null): Item[] =>
  items.map(item => {
    const { form: _, ...plain } = item
    return item.id === id ? { ...plain, ...(form ? { form } : {}) } : item
  })

/** The working copies of policies, for the editors of the office. */
export const policyDrafts: Projection<PolicyDraftDocument, PolicyEvent> = {
  name: 'policy-drafts',
  version: 4,
  indexed: ['id', 'office', 'status', 'dirty', 'imported', 'updatedAt', 'title'],
  searched: ['title', 'number', 'summary'],
  visible: ['post', 'office', ['editor', 'lead']],
  initial: id => ({
    id, title: '', number: '', summary: '', validUntil: null, clauses: [], items: [], office: '', officeName: '', origin: null, sample: false,
    status: 'absent', version: 0, dirty: false, revision: -1, updatedAt: '', updatedBy: '', updatedFor: 'work', imported: false, guide: noGuide,
  }),
  evolve: {
    PolicyDrafted: (policy, data, event) => touched({ ...policy, ...data, imported: data.origin !== null, status: 'draft' }, event),
    PolicyRevised: (policy, { sample = policy.sample, ...head }, event) => touched({ ...policy, ...head, sample }, event),
    ClausesRevised: (policy, { clauses }, event) => touched({ ...policy, clauses }, event),
    GuideRevised: (policy, { guide }, event) => touched({ ...policy, guide }, event),
    ItemPut: (policy, { item, at }, event) => touched({ ...policy, items: placed(policy.items, item, at) }, event),
    ItemRemoved: (policy, { item }, event) => touched({ ...policy, items: policy.items.filter(one => one.id !== item) }, event),
    FormPut: (policy, { item, form }, event) => touched({ ...policy, items: formed(policy.items, item, form) }, event),
    PolicyPublished: (policy, { version }, event) => touched({ ...policy, version, status: 'published' }, event, false),
    PolicyRetired: (policy, _, event) => touched({ ...policy, status: 'retired' }, event, false),
  },
}
