import type { Decider } from '../../kernel/decider.ts'
import { ensureThere } from '../../kernel/refusal.ts'
import { type DraftCommand, draftCommands, draftMoves, draftRoles, type DraftStatus } from './contract.ts'
import { type DraftEvent, draftEvents } from './events.ts'

export interface Draft {
  status: DraftStatus
  fields: Readonly<Record<string, string>>
}

/** Lays a patch over fields; an empty text takes a field away. */
export const patched = (fields: Readonly<Record<string, string>>, patch: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...fields, ...patch }).filter(([, text]) => text !== ''))

/** 草稿: what somebody has half written; kept as it is typed, on every device. */
export const draft: Decider<Draft, DraftCommand, DraftEvent> = {
  system: 'desktop',
  aggregate: 'draft',
  initial: { status: 'absent', fields: {} },
  commands: draftCommands,
  events: draftEvents,
  moves: draftMoves,
  roles: draftRoles,
  merges: ['PatchDraft', 'DiscardDraft'],
  decide: {
    PatchDraft({ fields }, { patch }, { id, actor }) {
      ensureThere(id.startsWith(`${actor}.`))
      return Object.entries(patch).some(([name, text]) => (fields[name] ?? '') !== text) ? [{ type: 'DraftPatched', data: { patch } }] : []
    },
    DiscardDraft(_, _data, { id, actor }) {
      ensureThere(id.startsWith(`${actor}.`))
      return [{ type: 'DraftDiscarded', data: {} }]
    },
  },
  evolve: {
    DraftPatched: (draft, { patch }) => ({ status: 'kept', fields: patched(draft.fields, patch) }),
    DraftDiscarded: draft => ({ ...draft, status: 'absent', fields: {} }),
  },
}
