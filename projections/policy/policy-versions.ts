import { noGuide } from '@qinqing/domain/language/guide'
import { partsOf } from '@qinqing/domain/kernel/stream'
import { type PolicyVersionDocument, versionKey } from '@qinqing/domain/policy/policy/contract'
import type { PolicyEvent } from '@qinqing/domain/policy/policy/events'
import type { Projection } from '../kernel/projection.ts'

type Heard = Extract<PolicyEvent, { type: 'PolicyPublished' }>

/** Every version of every policy as it was published: what cases rest on, and what the history compares. */
export const policyVersions: Projection<PolicyVersionDocument, Heard> = {
  name: 'policy-versions',
  version: 1,
  indexed: ['policy', 'version'],
  searched: [],
  visible: ['always'],
  touches: ({ stream, data }) => [versionKey(partsOf(stream).id, data.version)],
  initial: id => ({
    id, policy: '', title: '', number: '', summary: '', validUntil: null, version: 0, clauses: [], items: [], guide: noGuide, publishedAt: '', why: '',
  }),
  evolve: {
    PolicyPublished: (document, { title, number, summary, validUntil, version, clauses, items, guide = noGuide, why = '' }, { stream, recordedAt }) => ({
      ...document, policy: partsOf(stream).id, title, number, summary, validUntil, version, clauses, items, guide, why, publishedAt: recordedAt,
    }),
  },
}
