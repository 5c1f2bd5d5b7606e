import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import type { EnterpriseEvent } from '@qinqing/domain/identity/enterprise/events'
import type { Projection } from '../kernel/projection.ts'

/** Enterprises for their own people and for officials. */
export const enterprises: Projection<EnterpriseDocument, EnterpriseEvent> = {
  name: 'enterprises',
  version: 1,
  indexed: ['id', 'name', 'creditCode'],
  searched: ['name', 'creditCode'],
  visible: ['some', [['mine', 'id', 'enterprises'], ['role', ['editor', 'reviewer', 'lead', 'admin']]]],
  initial: id => ({ id, name: '', creditCode: '', sample: false }),
  evolve: {
    EnterpriseRegistered: (enterprise, { name, ...data }) => ({ ...enterprise, ...data, name: name ?? '' }),
  },
}
