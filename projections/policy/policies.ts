import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import { noGuide } from '@qinqing/domain/language/guide'
import type { Projection } from '../kernel/projection.ts'

type Heard = Extract<PolicyEvent, { type: 'PolicyPublished' | 'PolicyRetired' }>

/** So many versions are told of on the page of a policy; each is kept whole elsewhere. */
const remembered = 50

/** Published policies, for everybody who has signed in; a retired one stays and says so. */
export const policies: Projection<PolicyDocument, Heard> = {
  name: 'policies',
  version: 2,
  indexed: ['id', 'office', 'status', 'publishedAt', 'title'],
  searched: ['title', 'number', 'summary', 'officeName'],
  visible: ['always'],
  initial: id => ({
    id, title: '', number: '', summary: '', validUntil: null, clauses: [], items: [], version: 0, office: '', officeName: '', origin: null, sample: false,
    status: 'published', publishedAt: '', retired: null, guide: noGuide, history: [],
  }),
  evolve: {
    PolicyPublished: ({ history, ...policy }, { gone: _, why = '', changes = [], guide = noGuide, ...edition }, { recordedAt }) => ({
      ...policy, ...edition, guide, status: 'published', publishedAt: recordedAt,
      history: [{ version: edition.version, at: recordedAt, why, changes }, ...history].slice(0, remembered),
    }),
    // A policy that was never published is nobody's business.
    PolicyRetired: (policy, { reason, successor = null }, { recordedAt }) =>
      (policy.version ? { ...policy, status: 'retired', retired: { at: recordedAt, reason, successor } } : null),
  },
}
