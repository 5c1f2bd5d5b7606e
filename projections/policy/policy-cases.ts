import type { ApplicationEvent } from '@qinqing/domain/fulfilment/application/events'
import type { PolicyCaseDocument } from '@qinqing/domain/policy/policy/contract'
import type { Projection } from '../kernel/projection.ts'

type Heard = Extract<ApplicationEvent, {
  type: 'ApplicationStarted' | 'ApplicationDiscarded' | 'ApplicationSubmitted' | 'ApplicationWithdrawn' | 'ApplicationApproved' | 'ApplicationRefused'
    | 'ApplicationLapsed'
}>

/** The applications of each policy that are not closed: whom an editor concerns by changing or ending it. */
export const policyCases: Projection<PolicyCaseDocument, Heard> = {
  name: 'policy-cases',
  version: 2,
  indexed: ['policy', 'item', 'status', 'enterprise', 'office'],
  searched: [],
  visible: ['post', 'office', ['editor', 'lead']],
  initial: id => ({ id, policy: '', item: '', version: 0, status: 'draft', office: '', enterprise: '' }),
  evolve: {
    ApplicationStarted: (one, { policy, item, version, policyOffice = item.office }) => ({ ...one, policy, item: item.id, version, office: policyOffice }),
    ApplicationSubmitted: (one, { enterprise }) => ({ ...one, status: 'open', enterprise }),
    ApplicationDiscarded: () => null,
    ApplicationWithdrawn: () => null,
    ApplicationApproved: () => null,
    ApplicationRefused: () => null,
    ApplicationLapsed: () => null,
  },
}
