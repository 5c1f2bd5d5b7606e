import type { AccountDocument } from '@qinqing/domain/identity/person/contract'
import type { PersonEvent } from '@qinqing/domain/identity/person/events'
import type { Projection } from '../kernel/projection.ts'

type Heard = Extract<PersonEvent, { type: 'PersonRegistered' | 'PasswordSet' | 'PhoneRevised' }>

/** What only the person sees of the own account. */
export const accounts: Projection<AccountDocument, Heard> = {
  name: 'accounts',
  version: 1,
  indexed: ['id'],
  searched: [],
  visible: ['mine', 'id', 'person'],
  initial: id => ({ id, phone: '', passwordSetAt: null }),
  evolve: {
    PersonRegistered: (account, { phone }) => ({ ...account, phone: phone ?? '' }),
    PasswordSet: (account, _, { recordedAt }) => ({ ...account, passwordSetAt: recordedAt }),
    PhoneRevised: (account, { phone }) => ({ ...account, phone: phone ?? '' }),
  },
}
