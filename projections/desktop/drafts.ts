import type { DraftDocument } from '@qinqing/domain/desktop/draft/contract'
import type { DraftEvent } from '@qinqing/domain/desktop/draft/events'
import type { Projection } from '../kernel/projection.ts'

/** Half-written words, for the one who writes them. */
export const drafts: Projection<DraftDocument, DraftEvent> = {
  name: 'drafts',
  version: 1,
  indexed: ['person'],
  searched: [],
  visible: ['mine', 'person', 'person'],
  initial: id => ({ id, person: '', fields: {}, savedAt: '' }),
  evolve: {
    DraftPatched: (draft, { patch }, { actor, recordedAt }) => ({
      ...draft, person: actor, savedAt: recordedAt,
      fields: Object.fromEntries(Object.entries({ ...draft.fields, ...patch }).filter(([, text]) => text !== '')),
    }),
    DraftDiscarded: () => null,
  },
}
