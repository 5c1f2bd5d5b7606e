import type { Recorded } from '@qinqing/domain/kernel/message'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import type { Item } from '@qinqing/domain/language/item'
import type { Projection } from '../kernel/projection.ts'

const touched = (policy: PolicyDraftDocument, { recordedAt, by, revision }: Recorded, dirty = true): PolicyDraftDocument =>
  ({ ...policy, dirty, revision, updatedAt: recordedAt, updatedBy: by })

const placed = (items: readonly Item[], item: Item): Item[] =>
  items.some(one => one.id === item.id) ? items.map(one => (one.id === item.id ? item : one)) : [...items, item]

/** The working copies of policies, for the editors of the office. */
export const policyDrafts: Projection<PolicyDraftDocument, PolicyEvent> = {
  name: 'policy-drafts',
  version: 1,
  indexed: ['id', 'office', 'status', 'dirty', 'sample', 'updatedAt', 'title'],
  searched: ['title', 'number', 'summary'],
  visible: ['post', 'office', ['editor', 'lead']],
  initial: id => ({
    id, title: '', number: '', summary: '', validUntil: null, clauses: [], items: [], office: '', officeName: '', origin: null, sample: false,
    status: 'absent', version: 0, dirty: false, revision: -1, updatedAt: '', updatedBy: '',
  }),
  evolve: {
    PolicyDrafted: (policy, data, event) => touched({ ...policy, ...data, status: 'draft' }, event),
    PolicyRevised: (policy, head, event) => touched({ ...policy, ...head }, event),
    ClausesRevised: (policy, { clauses }, event) => touched({ ...policy, clauses }, event),
    ItemPut: (policy, { item }, event) => touched({ ...policy, items: placed(policy.items, item) }, event),
    ItemRemoved: (policy, { item }, event) => touched({ ...policy, items: policy.items.filter(one => one.id !== item) }, event),
    PolicyPublished: (policy, { version }, event) => touched({ ...policy, version, status: 'published' }, event, false),
    PolicyRetired: (policy, _, event) => touched({ ...policy, status: 'retired' }, event, false),
  },
}
