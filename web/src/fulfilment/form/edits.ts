import type { TableRow } from '@qinqing/domain/language/field'
import type { Answers, AnswerValue, FileRef } from '@qinqing/domain/language/form'
import type { Text } from '@qinqing/domain/language/text'

/** What a field holds; null when nothing was answered. */
export type Value = AnswerValue | null
export type Values = Readonly<Record<string, Value>>

/** What was typed here and has not come back from the server yet. */
export interface Edit {
  value: Value
  /** What the server held when it was typed over. */
  base: Value
  at: string
  /** On their way to the server, oldest first: what comes back equal to one of them is ours. */
  sent: readonly Value[]
  /** It is not known whether the last one arrived. */
  again?: boolean
  /** What somebody else, or another device, put there meanwhile; nothing is sent until one is chosen. */
  theirs?: { value: Value }
  /** Why the server would not keep it. */
  refused?: Text
}

/** A value that came in from elsewhere, with who and when. */
export interface Elsewhere {
  by: string
  at: string
}

/** The live answers, with what is typed here laid over them. */
export interface Held {
  remote: Values
  edits: Readonly<Record<string, Edit>>
  elsewhere: Readonly<Record<string, Elsewhere>>
}

export const nothing: Held = { remote: {}, edits: {}, elsewhere: {} }

const isFile = (value: Value): value is FileRef => typeof value === 'object' && value !== null && !Array.isArray(value)
const cells = (row: string | TableRow): [string, unknown][] => (typeof row === 'string' ? [['', row]] : Object.entries(row).filter(([, cell]) => cell !== ''))

/** Rows of a table are the same when their cells are; an empty cell is none. */
const isSameRow = (left: string | TableRow, right: string | TableRow | undefined): boolean => {
  if (right === undefined || typeof left === 'string' || typeof right === 'string') return left === right
  const [a, b] = [cells(left), new Map(cells(right))]
  return a.length === b.size && a.every(([key, cell]) => b.get(key) === cell)
}

const blank = (value: Value | undefined): Value => (value === undefined || value === '' ? null : value)

/** Whether two values are the same answer; an empty text is none. */
export function same(left: Value | undefined, right: Value | undefined): boolean {
  const [a, b] = [blank(left), blank(right)]
  if (isFile(a) && isFile(b)) return a.hash === b.hash && a.name === b.name
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((one, at) => isSameRow(one, b[at])) : a === b
}

const at = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)
const without = <T>(table: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  (Object.hasOwn(table, key) ? Object.fromEntries(Object.entries(table).filter(([name]) => name !== key)) : table)

const remoteOf = ({ remote }: Held, key: string): Value => blank(at(remote, key))
export const editOf = ({ edits }: Held, key: string): Edit | undefined => at(edits, key)
export const elsewhereOf = ({ elsewhere }: Held, key: string): Elsewhere | undefined => at(elsewhere, key)

/** What the field shows: what was typed here, or else what the server has. */
export const valueOf = (held: Held, key: string): Value => {
  const edit = editOf(held, key)
  return edit ? edit.value : remoteOf(held, key)
}

/** All answers as they are shown. */
export const shown = (held: Held): Answers => Object.fromEntries(
  [...new Set([...Object.keys(held.remote), ...Object.keys(held.edits)])].flatMap(key => {
    const value = blank(valueOf(held, key))
    return value === null ? [] : [[key, value]]
  }))

const put = (held: Held, key: string, edit: Edit | undefined): Held =>
  ({ ...held, edits: edit ? { ...held.edits, [key]: edit } : without(held.edits, key) })

/** Nothing of it is under way or undecided, and the server has it. */
const isDone = ({ value, sent, theirs }: Edit, remote: Value): boolean => !sent.length && !theirs && same(value, remote)

/** Somebody types here. */
export function typed(held: Held, key: string, value: Value, when: string): Held {
  const before = editOf(held, key)
  const { refused: _, ...kept } = before ?? { base: remoteOf(held, key), sent: [] }
  const edit: Edit = { ...kept, value, at: when }
  const quiet = { ...held, elsewhere: without(held.elsewhere, key) }
  return put(quiet, key, isDone(edit, remoteOf(held, key)) ? undefined : edit)
}

/** What an edit is worth after the server's value has come in: undefined when it is done. */
function met(edit: Edit, remote: Value): Edit | undefined {
  const { theirs: _, ...rest } = edit
  const ours = edit.sent.findLastIndex(one => same(one, remote))
  const next: Edit = ours < 0 ? rest : { ...rest, base: remote, sent: edit.sent.slice(ours + 1) }
  if (isDone(next, remote)) return undefined
  if (same(remote, next.base)) return next
  return same(remote, next.value) ? { ...next, base: remote, sent: [] } : { ...next, theirs: { value: remote } }
}

/** The same answer stays the same object, so that a field that did not change is not drawn again. */
const steady = (before: Values, came: Values): Values => Object.fromEntries(Object.entries(came).map(([key, now]) => {
  const old = at(before, key)
  return [key, old !== undefined && same(old, now) ? old : now]
}))

/**
 * The document has come in, last saved by whom and when. What is not being edited here takes the new value at once. `first`
 * is the document with which the page begins: nothing in it is news, unless it contradicts what was left unsaved.
 */
export function received(held: Held, came: Values, by: Elsewhere, first = false): Held {
  const next: Held = { ...held, remote: steady(held.remote, came) }
  const edits = Object.fromEntries(Object.entries(held.edits).flatMap(([key, edit]): [string, Edit][] => {
    const left = met(edit, remoteOf(next, key))
    return left ? [[key, isSame(left, edit) ? edit : left]] : []
  }))
  const news = [...new Set([...Object.keys(held.remote), ...Object.keys(came)])].filter(key => {
    const edit = editOf(held, key)
    if (at(edits, key)?.theirs) return !edit?.theirs
    return !first && !edit && !same(at(held.remote, key), at(came, key))
  })
  const settled = Object.keys(edits).filter(key => editOf(held, key)?.theirs && !at(edits, key)?.theirs)
  const elsewhere = settled.reduce(without, held.elsewhere)
  return { ...next, edits, elsewhere: news.length ? { ...elsewhere, ...Object.fromEntries(news.map(key => [key, by])) } : elsewhere }
}

const isSame = (left: Edit, right: Edit): boolean => JSON.stringify(left) === JSON.stringify(right)

const isDue = ({ value, base, sent, again, theirs, refused }: Edit): boolean =>
  !theirs && !refused && (again === true || !same(value, sent.length ? sent.at(-1) : base))

/** What is to be sent now: only what changed, and nothing that has to be decided first. `fit` holds back what could not be kept. */
export const due = (held: Held, fit: (key: string, value: Value) => boolean = () => true): Values => Object.fromEntries(
  Object.entries(held.edits).filter(([key, edit]) => isDue(edit) && fit(key, edit.value)).map(([key, { value }]) => [key, blank(value)]))

const over = (held: Held, batch: Values, change: (edit: Edit, key: string, value: Value) => Edit): Held => ({
  ...held,
  edits: Object.fromEntries(Object.entries(held.edits).map(([key, edit]) => [key, Object.hasOwn(batch, key) ? change(edit, key, blank(batch[key])) : edit])),
})

/** The batch is on its way. */
export const sending = (held: Held, batch: Values): Held =>
  over(held, batch, ({ again: _, ...edit }, __, value) => ({ ...edit, sent: [...edit.sent, value] }))

/** Nobody knows whether the batch arrived: it goes again. */
export const lost = (held: Held, batch: Values): Held => over(held, batch, edit => ({ ...edit, again: true }))

/** The server has refused the batch: what is at fault keeps its text and says why, the rest goes again. */
export const refused = (held: Held, batch: Values, faults: Readonly<Record<string, Text>>): Held =>
  over(held, batch, (edit, key, value) => {
    const sent = edit.sent.filter((one, n) => !(n === edit.sent.length - 1 && same(one, value)))
    const why = at(faults, key)
    return why && same(edit.value, value) ? { ...edit, sent, refused: why } : { ...edit, sent }
  })

/** One of two values was chosen. */
export function chosen(held: Held, key: string, which: 'mine' | 'theirs'): Held {
  const edit = editOf(held, key)
  if (!edit?.theirs) return held
  const { theirs, refused: _, ...rest } = edit
  const quiet = { ...held, elsewhere: without(held.elsewhere, key) }
  return put(quiet, key, which === 'theirs' ? undefined : { ...rest, base: theirs.value, sent: [] })
}

/** Edits that a reload, a restart or an ended session left behind are taken up again. */
export const restored = (held: Held, kept: Readonly<Record<string, Edit>>): Held => ({
  ...held, edits: { ...Object.fromEntries(Object.entries(kept).map(([key, edit]) => [key, edit.sent.length ? { ...edit, again: true } : edit])), ...held.edits },
})

/** How many fields are not with the server yet, and how many of them wait for a person. */
export function unsaved({ edits }: Held): { open: number; undecided: string[]; refused: string[] } {
  const all = Object.entries(edits)
  return {
    open: all.filter(([, { sent, again, value, base }]) => again || sent.length > 0 || !same(value, base)).length,
    undecided: all.filter(([, edit]) => edit.theirs).map(([key]) => key),
    refused: all.filter(([, edit]) => edit.refused).map(([key]) => key),
  }
}
