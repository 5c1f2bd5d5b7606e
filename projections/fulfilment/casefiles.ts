import type { CasefileDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { ApplicationEvent } from '@qinqing/domain/fulfilment/application/events'
import type { Recorded } from '@qinqing/domain/kernel/message'
import type { Projection } from '../kernel/projection.ts'

type Heard = Extract<ApplicationEvent, {
  type: 'ApplicationStarted' | 'ApplicationSubmitted' | 'CaseHandedOver' | 'CaseReturned' | 'CaseGivenBack' | 'NoteAdded' | 'LateDemandRaised' | 'LateDemandReviewed'
}>

const entered = (casefile: CasefileDocument, { recordedAt: at, type, by, actor, post }: Recorded, text: string | null, to: string | null = null): CasefileDocument =>
  ({ ...casefile, entries: [...casefile.entries, { at, type, by, actor, post, text: text ?? '', to }] })

/** What the office alone knows of a case: the enterprise never sees one of these. */
export const casefiles: Projection<CasefileDocument, Heard> = {
  name: 'casefiles',
  version: 1,
  indexed: ['office', 'number', 'lateDemand', 'raisedAt'],
  searched: [],
  visible: ['every', [['post', 'office', ['reviewer', 'lead']], ['ne', 'number', null]]],
  initial: id => ({ id, office: '', number: null, enterpriseName: '', itemTitle: '', entries: [], notes: 0, lateDemand: 'none', raisedAt: null }),

  evolve: {
    ApplicationStarted: (casefile, { item, enterpriseName }) =>
      ({ ...casefile, office: item.office, itemTitle: item.title, enterpriseName: enterpriseName ?? '' }),
    ApplicationSubmitted: (casefile, { number }) => ({ ...casefile, number }),
    CaseHandedOver: (casefile, { reason, toName }, event) => entered(casefile, event, reason, toName),
    CaseReturned: (casefile, { reason }, event) => entered(casefile, event, reason),
    CaseGivenBack: (casefile, { reason, toName }, event) => entered(casefile, event, reason, toName),
    NoteAdded: (casefile, { text }, event) => entered({ ...casefile, notes: casefile.notes + 1 }, event, text),
    LateDemandRaised: (casefile, { reason }, event) =>
      entered({ ...casefile, lateDemand: 'raised', raisedAt: event.recordedAt }, event, reason),
    LateDemandReviewed: (casefile, { finding }, event) => entered({ ...casefile, lateDemand: 'reviewed' }, event, finding),
  },
}
