import { beginning } from '../identity/invitation/contract.ts'
import type { PersonEvent } from '../identity/person/events.ts'
import type { Reaction } from '../kernel/reaction.ts'
import { partsOf } from '../kernel/stream.ts'

/** Whoever came in by an invitation has accepted it; as soon as there is an administrator, the link for the first one is void. */
export const closeInvitation: Reaction<PersonEvent> = {
  name: 'close-invitation',
  on: {
    InvitationRedeemed: ({ invitation }, { stream }) => [{
      aggregate: 'invitation', id: invitation, command: { type: 'RecordAcceptance', data: { person: partsOf(stream).id } },
    }],
    PostGiven: ({ roles }) => (roles.includes('admin') ? [{ aggregate: 'invitation', id: beginning, command: { type: 'EndBeginning', data: {} } }] : []),
  },
}
