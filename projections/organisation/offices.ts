import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import type { OfficeEvent } from '@qinqing/domain/organisation/office/events'
import type { Projection } from '../kernel/projection.ts'

/** Offices, for everybody who has signed in. */
export const offices: Projection<OfficeDocument, OfficeEvent> = {
  name: 'offices',
  version: 1,
  indexed: ['bureau', 'name'],
  searched: ['bureau', 'name'],
  visible: ['always'],
  initial: id => ({ id, bureau: '', name: '', phone: '', sample: false }),
  evolve: {
    OfficeEstablished: (office, data) => ({ ...office, ...data }),
    OfficeRevised: (office, data) => ({ ...office, ...data }),
  },
}
