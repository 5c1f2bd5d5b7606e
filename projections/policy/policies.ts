import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import type { Projection } from '../kernel/projection.ts'

type Heard = Extract<PolicyEvent, { type: 'PolicyPublished' | 'PolicyRetired' }>

/** Published policies, for everybody who has signed in; a retired one stays and says so. */
export const policies: Projection<PolicyDocument, Heard> = {
  name: 'policies',
  version: 1,
  indexed: ['office', 'status', 'publishedAt', 'title'],
  searched: ['title', 'number', 'summary', 'officeName'],
  visible: ['always'],
  initial: id => ({
    id, title: '', number: '', summary: '', validUntil: null, clauses: [], items: [], version: 0, office: '', officeName: '', origin: null, sample: false,
    status: 'published', publishedAt: '', retired: null,
  }),
  evolve: {
    PolicyPublished: (policy, { gone: _, ...edition }, { recordedAt }) => ({ ...policy, ...edition, status: 'published', publishedAt: recordedAt }),
    // A policy that was never published is nobody's business.
    PolicyRetired: (policy, { reason }, { recordedAt }) => (policy.version ? { ...policy, status: 'retired', retired: { at: recordedAt, reason } } : null),
  },
}
