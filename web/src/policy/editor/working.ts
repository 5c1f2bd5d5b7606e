import { kept, type PartKey, partOf, type Place } from './places.ts'
import { same } from './same.ts'

/** What is typed here and is not, or not yet, what the server has. */
export interface Edit {
  value: unknown
  /** What the server had when it was typed over. */
  base: unknown
  /** On their way to the server, oldest first: what comes back equal to one of them is ours. */
  sent: readonly unknown[]
  /** It is not known whether the last one arrived. */
  again?: boolean
  /** What a colleague put there meanwhile; nothing is sent until one of the two is chosen. */
  theirs?: { value: unknown; by: string; at: string }
  /** The server would not keep it. */
  refused?: boolean
}

export type Edits = Readonly<Record<Place, Edit>>
export type Remote = Readonly<Record<Place, unknown>>

export interface Working {
  remote: Remote
  edits: Edits
}

const entries = (edits: Edits) => Object.entries(edits) as [Place, Edit][]
const editOf = ({ edits }: Working, place: Place): Edit | undefined => (Object.hasOwn(edits, place) ? edits[place] : undefined)

export const shownAt = (working: Working, place: Place): unknown => {
  const edit = editOf(working, place)
  return edit ? edit.value : working.remote[place]
}

/** Whether it says something else than the server knows or is about to know. */
function isOpen(place: Place, { value, base, sent, again }: Edit): boolean {
  const now = kept(place, value)
  return again === true || !now.ok || !same(now.value, sent.length ? sent.at(-1) : base)
}

export function typed(working: Working, place: Place, value: unknown): Working {
  const { refused: _, ...before } = editOf(working, place) ?? { base: working.remote[place], sent: [] }
  return { ...working, edits: { ...working.edits, [place]: { ...before, value } } }
}

/** What is left of an edit when the server says this now; undefined when nothing is. */
function met(place: Place, edit: Edit, remote: unknown, by: string, at: string): Edit | undefined {
  const { theirs: _, ...rest } = edit
  if (same(remote, edit.base)) return edit.theirs ? rest : edit
  const ours = edit.sent.findLastIndex(one => same(one, remote))
  if (ours >= 0) return { ...rest, base: remote, sent: edit.sent.slice(ours + 1) }
  const now = kept(place, edit.value)
  if (now.ok && same(now.value, remote)) return { ...rest, base: remote, sent: [] }
  return isOpen(place, edit) ? { ...edit, theirs: { value: remote, by, at } } : undefined
}

/** The document has come in, last changed by whom and when. Parts that are gone take their edits with them. */
export function received(working: Working, remote: Remote, by: string, at: string): Working {
  const edits = entries(working.edits).flatMap(([place, edit]): [Place, Edit][] => {
    const left = Object.hasOwn(remote, place) ? met(place, edit, remote[place], by, at) : undefined
    return left ? [[place, left]] : []
  })
  return { remote, edits: Object.fromEntries(edits) as Edits }
}

/** What can be sent: by part, the changed fields that are whole and not in doubt. */
export function due(working: Working): Partial<Record<PartKey, Record<Place, unknown>>> {
  const all: Partial<Record<PartKey, Record<Place, unknown>>> = {}
  for (const [place, edit] of entries(working.edits)) {
    const now = kept(place, edit.value)
    if (now.ok && !edit.theirs && !edit.refused && isOpen(place, edit)) (all[partOf(place)] ??= {})[place] = now.value
  }
  return all
}

const over = (working: Working, batch: Readonly<Record<Place, unknown>>, change: (edit: Edit, value: unknown) => Edit): Working => ({
  ...working,
  edits: Object.fromEntries(entries(working.edits)
    .map(([place, edit]) => [place, Object.hasOwn(batch, place) ? change(edit, batch[place]) : edit])) as Edits,
})

export const sending = (working: Working, batch: Readonly<Record<Place, unknown>>): Working =>
  over(working, batch, ({ again: _, ...edit }, value) => ({ ...edit, sent: [...edit.sent, value] }))

/** It did not arrive: a colleague was faster, or the server was away. It goes again when nothing stands against it. */
export const unsent = (working: Working, batch: Readonly<Record<Place, unknown>>): Working =>
  over(working, batch, (edit, value) => ({ ...edit, sent: same(edit.sent.at(-1), value) ? edit.sent.slice(0, -1) : edit.sent, again: true }))

/** The server will not keep it as it is; what was typed stays. */
export const refused = (working: Working, batch: Readonly<Record<Place, unknown>>): Working =>
  over(unsent(working, batch), batch, ({ again: _, ...edit }) => ({ ...edit, refused: true }))

export function chosen(working: Working, place: Place, which: 'mine' | 'theirs'): Working {
  const { [place]: edit, ...others } = working.edits
  if (!edit?.theirs) return working
  const { theirs, refused: _, ...rest } = edit
  return { ...working, edits: which === 'theirs' ? others as Edits : { ...others, [place]: { ...rest, base: theirs.value, sent: [] } } }
}

/** What would be lost by leaving: half-written, in doubt, refused, or not sent yet. */
export const openPlaces = ({ edits }: Working): Place[] =>
  entries(edits).filter(([place, edit]) => edit.theirs || isOpen(place, edit)).map(([place]) => place)

/** What the server cannot keep as it is, so that only a draft keeps it. */
export const halfWritten = ({ edits }: Working): Place[] =>
  entries(edits).filter(([place, edit]) => edit.theirs || edit.refused || !kept(place, edit.value).ok).map(([place]) => place)
