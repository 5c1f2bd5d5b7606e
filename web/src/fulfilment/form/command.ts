import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { type Answers, fileRef } from '@qinqing/domain/language/field'
import type { Text } from '@qinqing/domain/language/text'
import type { Problem } from '@qinqing/realtime/client'
import type { Value, Values } from './edits.ts'
import type { Fate } from './saver.ts'

const replies = 'reply/'

/** Where the words lie that answer an item of a correction, beside the fields of the form. */
export const replyKey = (item: string): string => replies + item

const isReply = (key: string): boolean => key.startsWith(replies)

/** Everything that can be typed, as the document has it. */
export const remoteOf = (document: Pick<ApplicationDocument, 'answers' | 'replies'>): Values => ({
  ...document.answers,
  ...Object.fromEntries(Object.entries(document.replies).flatMap(([item, words]) => (words ? [[replyKey(item), words]] : []))),
})

/** The answers of the form, without the replies. */
export const answersOf = (typed: Answers): Answers => Object.fromEntries(Object.entries(typed).filter(([key]) => !isReply(key)))

/** What `PatchAnswers` is asked with. */
export function patchOf(batch: Values): { patch: Record<string, Value>; replies?: Record<string, string> } {
  const entries = Object.entries(batch)
  const said = entries.filter(([key]) => isReply(key)).map(([key, value]) => [key.slice(replies.length), typeof value === 'string' ? value : ''])
  return { patch: Object.fromEntries(entries.filter(([key]) => !isReply(key))), ...(said.length ? { replies: Object.fromEntries(said) } : {}) }
}

interface Named { field: string; message: Text }

const listed = (details: unknown): unknown[] => (Array.isArray(details) ? details : [])
const isNamed = (one: unknown): one is Named => typeof one === 'object' && one !== null && 'field' in one && 'message' in one

/** The faults that a refusal names by field. */
export const faultsOf = ({ details }: Problem): Named[] => listed(details).filter(isNamed)

type Faults = Record<string, Text>
const each = (keys: string[], why: Text): Faults => Object.fromEntries(keys.map(key => [key, why]))

/** Which fields of a batch a refusal is about. */
const blame: Record<string, (problem: Problem, batch: Values) => Faults> = {
  'application/bad-answer': problem => Object.fromEntries(faultsOf(problem).map(({ field, message }) => [field, message])),
  'application/not-asked': ({ details, detail }) => each(listed(details).map(String), detail),
  'file/not-uploaded': ({ detail }, batch) => each(Object.keys(batch).filter(key => fileRef.safeParse(batch[key]).success), detail),
  malformed: ({ faults, detail }, batch) => {
    const paths = listed(faults).map(one => (typeof one === 'object' && one !== null && 'path' in one ? String(one.path) : ''))
    const names = (key: string) => [`patch.${key}`, key.replace(replies, 'replies.')]
    return each(Object.keys(batch).filter(key => paths.some(path => names(key).some(name => path === name || path.startsWith(`${name}.`)))), detail)
  },
}

/** What a problem means for a batch. What names no field of it concerns all of them: nothing may be tried over and over. */
export function fateOf(problem: Problem, batch: Values): Fate {
  if (problem.status === 401) return { how: 'signed-out' }
  if (problem.status === 0 || problem.status === 429 || problem.status >= 500) return { how: 'unreachable' }
  const found = Object.entries(blame[problem.code]?.(problem, batch) ?? {}).filter(([key]) => Object.hasOwn(batch, key))
  return { how: 'refused', faults: found.length ? Object.fromEntries(found) : each(Object.keys(batch), problem.detail) }
}
