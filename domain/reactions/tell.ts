import type { ApplicationEvent } from '../fulfilment/application/events.ts'
import type { InvitationEvent } from '../identity/invitation/events.ts'
import type { Recorded } from '../kernel/message.ts'
import type { Reaction, Request } from '../kernel/reaction.ts'
import { partsOf } from '../kernel/stream.ts'
import type { NoticeKind } from '../language/notice-kind.ts'
import type { PolicyEvent } from '../policy/policy/events.ts'

const give = (id: string, kind: NoticeKind, at: string, about: object): Request[] =>
  [{ aggregate: 'notice', id, command: { type: 'GiveNotice', data: { kind, at, ...about } } }]

/** A notice has the id of the event that it tells of, so that nobody is told twice. */
const ofCase = (kind: NoticeKind) => (_: unknown, { id, stream, recordedAt }: Recorded): Request[] =>
  give(id, kind, recordedAt, { application: partsOf(stream).id })

/** That somebody takes a case up is told once, however often it changes hands. */
const once = (kind: NoticeKind) => (_: unknown, { stream, recordedAt }: Recorded): Request[] => {
  const application = partsOf(stream).id
  return give(`${kind}.${application}`, kind, recordedAt, { application })
}

/** To a person who is not on the case by what it says: who gets it, or who had it. */
const ofPerson = (kind: NoticeKind, person: string, { id, stream, recordedAt }: Recorded): Request[] =>
  give(id, kind, recordedAt, { application: partsOf(stream).id, person })

/** Who was on a case hears that a colleague has decided it; this is told beside the decision itself. */
const ofDecided = (from: string | undefined, { id, stream, recordedAt }: Recorded): Request[] =>
  (from ? give(`decided.${id}`, 'decided', recordedAt, { application: partsOf(stream).id, person: from }) : [])

const ofPolicy = (kind: NoticeKind, { id, stream, recordedAt }: Recorded): Request[] => give(id, kind, recordedAt, { policy: partsOf(stream).id })

/** 通知: what happens is told to whom it concerns. */
export const tell: Reaction<ApplicationEvent | InvitationEvent | PolicyEvent> = {
  name: 'tell',
  on: {
    ApplicationSubmitted: ofCase('arrived'),
    CaseClaimed: once('accepted'),
    CorrectionRequested: ofCase('correction'),
    CorrectionAnswered: ofCase('answered'),
    CaseUrged: ofCase('urged'),
    ApplicationWithdrawn: ofCase('withdrawn'),
    ApplicationApproved: (data, event) => [...ofCase('approved')(data, event), ...ofDecided(data.from, event)],
    ApplicationRefused: (data, event) => [...ofCase('refused')(data, event), ...ofDecided(data.from, event)],
    ApplicationLapsed: ofCase('lapsed'),
    CaseHandedOver: ({ to }, event) => ofPerson('handed', to, event),
    CaseGivenBack: ({ to }, event) => ofPerson('handed', to, event),
    // Who puts a case back himself knows it.
    CaseReturned: ({ from }, event) => (event.actor === from ? [] : ofPerson('returned', from, event)),
    LateDemandRaised: ofCase('late'),
    CaseTakenOver: ({ from }, event) => ofPerson('taken', from, event),
    InvitationAccepted: ({ person }, { id, recordedAt }) => give(id, 'joined', recordedAt, { person }),
    PolicyPublished: ({ version }, event) => (version > 1 ? ofPolicy('amended', event) : []),
    PolicyRetired: (_, event) => ofPolicy('retired', event),
  },
}
