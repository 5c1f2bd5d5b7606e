import { partsOf } from '@qinqing/domain/kernel/stream'
import { type ItemDocument, itemKey } from '@qinqing/domain/policy/policy/contract'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import type { Projection } from '../kernel/projection.ts'

type Heard = Extract<PolicyEvent, { type: 'PolicyPublished' | 'PolicyRetired' }>

/** Each item of each published policy: what matching and search look at. */
export const items: Projection<ItemDocument, Heard> = {
  name: 'items',
  version: 1,
  indexed: ['policy', 'office', 'title', 'publishedAt', 'item.lane'],
  searched: ['title', 'policyTitle', 'officeName', 'summary'],
  visible: ['always'],
  touches(event) {
    const policy = partsOf(event.stream).id
    const ids = event.type === 'PolicyRetired' ? event.data.items : [...event.data.items.map(({ id }) => id), ...event.data.gone]
    return ids.map(id => itemKey(policy, id))
  },
  initial: id => ({
    id, policy: '', policyTitle: '', version: 0, office: '', officeName: '', title: '', summary: '', validUntil: null, publishedAt: '', sample: false,
    item: { id: '', title: '', lane: 'instant', limit: { days: 1, unit: 'working' }, office: '', officeName: '', phone: '', conditions: [], materials: [], amount: { kind: 'none' } },
  }),
  evolve: {
    PolicyPublished(document, { title, version, summary, validUntil, items: published, sample }, { stream, recordedAt }) {
      const policy = partsOf(stream).id
      const item = published.find(one => itemKey(policy, one.id) === document.id)
      return item ? {
        ...document, policy, policyTitle: title, version, summary, validUntil, sample, item, title: item.title, office: item.office,
        officeName: item.officeName, publishedAt: recordedAt,
      } : null
    },
    PolicyRetired: () => null,
  },
}
