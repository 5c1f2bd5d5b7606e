import { canonical } from '../../kernel/canonical.ts'
import type { Decider } from '../../kernel/decider.ts'
import { ensure, ensureThere } from '../../kernel/refusal.ts'
import { type DraftCommand, draftCommands, draftMoves, draftRefusals, draftRoles, type DraftStatus, mostFields } from './contract.ts'
import { type DraftEvent, draftEvents } from './events.ts'

export interface Draft {
  status: DraftStatus
  fields: Readonly<Record<string, string>>
}

/** Lays a patch over fields; an empty text takes a field away. */
export const patched = (fields: Readonly<Record<string, string>>, patch: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...fields, ...patch }).filter(([, text]) => text !== ''))

const nothing: Draft = { status: 'absent', fields: {} }

/** 草稿: what somebody has half written; kept as it is typed, on every device. */
export const draft: Decider<Draft, DraftCommand, DraftEvent> = {
  system: 'desktop',
  aggregate: 'draft',
  initial: nothing,
  commands: draftCommands,
  events: draftEvents,
  moves: draftMoves,
  roles: draftRoles,
  merges: ['PatchDraft', 'DiscardDraft'],
  decide: {
    PatchDraft({ fields }, { patch }, { id, actor }) {
      ensureThere(id.startsWith(`${actor}.`))
      const next = patched(fields, patch)
      ensure(Object.keys(next).length <= mostFields, draftRefusals.tooMany)
      return canonical(next) === canonical(fields) ? [] : [{ type: 'DraftPatched', data: { patch } }]
    },
    DiscardDraft(_, _data, { id, actor }) {
      ensureThere(id.startsWith(`${actor}.`))
      return [{ type: 'DraftDiscarded', data: {} }]
    },
  },
  evolve: {
    DraftPatched: (draft, { patch }) => ({ status: 'kept', fields: patched(draft.fields, patch ?? {}) }),
    // As if it had never been.
    DraftDiscarded: () => nothing,
  },
}
