import { dossier } from './data/dossier/dossier.ts'
import { draft } from './desktop/draft/draft.ts'
import { application } from './fulfilment/application/application.ts'
import { enterprise } from './identity/enterprise/enterprise.ts'
import { invitation } from './identity/invitation/invitation.ts'
import { person } from './identity/person/person.ts'
import { session } from './identity/session/session.ts'
import type { AnyDecider } from './kernel/decider.ts'
import { personalIn } from './kernel/personal.ts'
import type { AnyReaction } from './kernel/reaction.ts'
import { upcastIn } from './kernel/upcast.ts'
import { office } from './organisation/office/office.ts'
import { intake } from './policy/intake/intake.ts'
import { policy } from './policy/policy/policy.ts'
import { closeInvitation } from './reactions/close-invitation.ts'
import { establishFirstOffice } from './reactions/establish-first-office.ts'
import { recordEnjoyment } from './reactions/record-enjoyment.ts'
import { tell } from './reactions/tell.ts'
import { inbox } from './service/inbox/inbox.ts'
import { notice } from './service/notice/notice.ts'
import { readmodel } from './service/readmodel/readmodel.ts'

/** All aggregates: one line each. */
export const deciders: Readonly<Record<string, AnyDecider>> = { application, dossier, draft, enterprise, inbox, intake, invitation, notice, office, person, policy, readmodel, session }

/** All reactions: one line each. */
export const reactions: readonly AnyReaction[] = [closeInvitation, establishFirstOffice, recordEnjoyment, tell]

/** Events of older versions in the shape of today. */
export const upcast = upcastIn(deciders)

/** The personal fields of an event type, which the log keeps encrypted. */
export const personalOf = personalIn(deciders)
