import type { ApplicationEvent } from '../fulfilment/application/events.ts'
import type { Reaction } from '../kernel/reaction.ts'
import { partsOf } from '../kernel/stream.ts'

/** An approval is noted in the enterprise's dossier, so that the item counts as enjoyed (已享). */
export const recordEnjoyment: Reaction<ApplicationEvent> = {
  name: 'record-enjoyment',
  on: {
    ApplicationApproved: ({ enterprise, policy, item, itemTitle, fen }, { stream, recordedAt }) => [{
      aggregate: 'dossier',
      id: enterprise,
      command: { type: 'RecordEnjoyment', data: { application: partsOf(stream).id, policy, item, title: itemTitle, fen, at: recordedAt } },
    }],
  },
}
