import { ask } from '@qinqing/api/client'
import { localDate } from '@qinqing/domain/language/calendar'
import { type PolicyCommand, type PolicyDraftDocument, policyMoves, policyRoles } from '@qinqing/domain/policy/policy/contract'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useDraft } from '../../kit/draft.ts'
import { useNow } from '../../kit/now.ts'
import { useSession } from '../../kit/session.tsx'
import { shelfOf } from '../../kit/shelf.ts'
import { Waiting } from '../../kit/Waiting.tsx'
import { type Hindrance, hindrances } from './faults.ts'
import { Keeper, type Kept } from './keeper.ts'
import { type LoosePolicy, shownPolicy } from './loose.ts'
import { partOf, type Place } from './places.ts'
import type { Edit } from './working.ts'

interface Removed {
  says: string
  back: () => void
}

export interface Editor extends Kept {
  policy: LoosePolicy
  open: readonly Hindrance[]
  /** Whether this person may change the policy as it stands now. */
  mayEdit: boolean
  set: (place: Place, value: unknown) => void
  choose: (place: Place, which: 'mine' | 'theirs') => void
  flush: () => void
  act: (type: string, data: object) => Promise<boolean>
  clear: () => void
  /** What was removed last, as long as it can be put back. */
  removed: Removed | null
  remove: (says: string, back: () => void) => void
  /** What has just been added is not scolded before somebody has been there. */
  fresh: (id: string) => boolean
  add: (id: string) => void
  touch: (id: string) => void
}

const Editors = createContext<Editor | null>(null)
const undoMs = 20_000

const after = (milliseconds: number, act: () => void) => {
  const timer = setTimeout(act, milliseconds)
  return () => clearTimeout(timer)
}

interface Props {
  document: PolicyDraftDocument
  children: ReactNode
}

/** Waits until it is known what was left half-written here before. */
export function EditorProvider({ document, children }: Props) {
  const draft = useDraft(`policy.${document.id}`)
  const [drafted, setDrafted] = useState<Readonly<Record<string, string>>>()
  if (!drafted && draft.ready) setDrafted(draft.fields)
  if (!drafted) return <Waiting as="form" />
  return <Kept key={document.id} document={document} drafted={drafted} write={draft.write}>{children}</Kept>
}

interface KeptProps extends Props {
  drafted: Readonly<Record<string, string>>
  write: (field: string, text: string) => void
}

function Kept({ document, drafted, write, children }: KeptProps) {
  const { viewer, person } = useSession()
  const [keeper] = useState(() => new Keeper({
    send: (type, data, basis) => ask('policy', document.id, { type, data } as PolicyCommand, { basis }),
    keep: write,
    shelf: shelfOf(localStorage, `qinqing/policy/${person.id}/${document.id}/`),
    after,
  }, document, drafted))
  useEffect(() => keeper.receive(document), [keeper, document])
  useEffect(() => {
    keeper.resume()
    return () => keeper.stop()
  }, [keeper])
  const kept = useSyncExternalStore(keeper.watch, keeper.snapshot)
  const { removed, remove } = useRemoved()
  const news = useNews()
  const today = localDate(useNow())

  const edits = kept.working.edits
  const policy = useMemo(() => shownPolicy(kept.document, edits), [kept.document, edits])
  const open = useMemo(() => hindrances(kept.document, edits, today), [kept.document, edits, today])
  const mayEdit = policyMoves[kept.document.status].includes('PutItem') && policyRoles.PutItem.some(role => viewer.roles.includes(role))

  const editor = useMemo((): Editor => ({
    ...kept, policy, open, mayEdit, removed, remove, ...news,
    set: (place, value) => keeper.type(place, value),
    choose: (place, which) => keeper.choose(place, which),
    flush: () => void keeper.flush(),
    act: (type, data) => keeper.act(type, data),
    clear: () => keeper.clear(),
  }), [kept, policy, open, mayEdit, removed, remove, news, keeper])
  return <Editors value={editor}>{children}</Editors>
}

function useRemoved() {
  const [removed, setRemoved] = useState<Removed | null>(null)
  useEffect(() => {
    if (removed) return after(undoMs, () => setRemoved(null))
    return undefined
  }, [removed])
  const remove = useCallback((says: string, back: () => void) => setRemoved({ says, back: () => { setRemoved(null); back() } }), [])
  return { removed, remove }
}

function useNews() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return useMemo(() => ({
    fresh: (id: string) => ids.has(id),
    add: (id: string) => setIds(now => new Set([...now, id])),
    touch: (id: string) => setIds(now => (now.has(id) ? new Set([...now].filter(one => one !== id)) : now)),
  }), [ids])
}

export function useEditor(): Editor {
  const editor = use(Editors)
  if (!editor) throw new Error('There is no EditorProvider above.')
  return editor
}

/** What a field shows, and whether a colleague has put something else there meanwhile. */
export function usePlace<Value>(place: Place): { value: Value; set: (value: Value) => void; edit: Edit | undefined } {
  const { working, set } = useEditor()
  const edit = Object.hasOwn(working.edits, place) ? working.edits[place] : undefined
  return {
    value: (edit ? edit.value : working.remote[place]) as Value,
    set: useCallback((value: Value) => set(place, value), [set, place]),
    edit,
  }
}

/** What is wrong at a place, in the reader's own time: not while something new has not been touched yet. */
export function useFault(place: Place, path: string): Hindrance | undefined {
  const { open, fresh } = useEditor()
  const part = partOf(place)
  const item = part.startsWith('item:') ? part.slice(5) : undefined
  const here = open.filter(one => one.code !== 'clash' && one.item === item && (item || one.part === part))
  const found = here.find(one => (one.path === path || one.path.startsWith(`${path}.`)))
  return fresh(item ?? part) ? undefined : found
}
