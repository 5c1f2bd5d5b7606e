import { ask, Problematic } from '@qinqing/api/client'
import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { Facts } from '@qinqing/domain/language/fact'
import { kinds } from '@qinqing/domain/language/field-kinds'
import { type Field, patchFaults } from '@qinqing/domain/language/form'
import type { Lang } from '@qinqing/domain/language/text'
import { createContext, use, useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLanguage } from '../../kit/i18n.ts'
import { useConnection, useDocument, useLive } from '../../kit/live.tsx'
import { fateOf, patchOf, remoteOf } from './command.ts'
import { type Edit, editOf, type Elsewhere, elsewhereOf, type Value, type Values, valueOf } from './edits.ts'
import { keeperOf } from './kept.ts'
import { type Fate, Saver, type Saving } from './saver.ts'

type Send = (batch: Values) => Promise<Fate>

const longestWaitMs = 600

/** Asks `PatchAnswers`, and waits a moment until what happened has arrived here, so that nothing of ours looks like another's. */
export function useSend(id: string): Send {
  const live = useLive()
  return useMemo(() => async batch => {
    // What others wrote while one was away comes in first, or it would be written over unseen.
    if (live.snapshot({ kind: 'document', projection: 'applications', id }).phase === 'stale') return { how: 'unreachable' }
    try {
      const { position } = await ask('application', id, { type: 'PatchAnswers', data: patchOf(batch) })
      await Promise.race([live.reached(position), new Promise(resolve => setTimeout(resolve, longestWaitMs))])
      return { how: 'kept' }
    } catch (error) {
      if (error instanceof Problematic) return fateOf(error.problem, batch)
      throw error
    }
  }, [id, live])
}

const isFit = ({ item: { form } }: ApplicationDocument, key: string, value: Value): boolean =>
  !form?.sections.some(({ fields }) => fields.some(one => one.id === key)) || patchFaults(form, { [key]: value }).length === 0

/** The saver of one application, fed with its live document; what was left on this device is taken up again. */
export function useSaver(document: ApplicationDocument, person: string, send: Send): Saver {
  const { id, savedBy, savedAt } = document
  const [saver] = useState(() => new Saver({
    send, keeper: keeperOf(localStorage, person, id), fit: (key, value) => isFit(document, key, value), now: () => new Date().toISOString(),
    later(run, after) {
      const timer = setTimeout(run, after)
      return () => clearTimeout(timer)
    },
  }).begin(remoteOf(document), { by: savedBy, at: savedAt }))
  useLayoutEffect(() => saver.receive(remoteOf(document), { by: savedBy, at: savedAt }), [saver, document, savedBy, savedAt])
  useEffect(() => {
    const hide = () => { if (globalThis.document.visibilityState === 'hidden') void saver.flush() }
    globalThis.document.addEventListener('visibilitychange', hide)
    window.addEventListener('pagehide', hide)
    // What was left on this device goes.
    saver.resume()
    return () => {
      globalThis.document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('pagehide', hide)
      saver.leave()
    }
  }, [saver])
  return saver
}

/** As soon as the document is up to date again, or one has signed in again, what waited goes. */
export function useResume(saver: Saver, id: string): void {
  const { phase } = useDocument('applications', id)
  const { state } = useConnection()
  const resume = useEffectEvent(() => { if (saver.state.trouble) saver.resume() })
  useEffect(() => { if (state === 'live' && phase === 'live') resume() }, [state, phase])
}

/** What all fields of a form share; it changes seldom, so that typing draws only one of them. */
export interface Form {
  application: string
  enterprise: string
  policy: string
  item: string
  saver: Saver
  facts: Facts
  /** What the enterprise has told a source to be wrong already. */
  disputes: DossierDocument['disputes']
  lang: Lang
  /** Somebody wanted to submit: now every fault is said where it is. */
  insists: boolean
  /** Nothing is kept: the form is only being tried. */
  preview?: boolean
}

const Forms = createContext<Form | null>(null)

export const FormProvider = Forms

/** What a dossier says of the enterprise. */
export type Known = Pick<DossierDocument, 'facts' | 'disputes'>

export function useSharing({ id, enterprise, policy, itemId }: ApplicationDocument, { facts, disputes }: Known, saver: Saver, insists: boolean): Form {
  const lang = useLanguage()
  return useMemo(
    () => ({ application: id, enterprise, policy, item: itemId, saver, facts, disputes, lang, insists }),
    [id, enterprise, policy, itemId, saver, facts, disputes, lang, insists])
}

export function useForm(): Form {
  const form = use(Forms)
  if (!form) throw new Error('There is no form above.')
  return form
}

export const useSaving = (saver: Saver): Saving => useSyncExternalStore(saver.subscribe, () => saver.state)

export interface Typing {
  value: Value
  edit: Edit | undefined
  elsewhere: Elsewhere | undefined
  type: (value: Value) => void
  /** The field is left: it is saved now. */
  leave: () => void
}

/** One field of the draft; drawn anew only when this one is different. */
export function useTyping(key: string): Typing {
  const { saver } = useForm()
  const watch = useCallback((listener: () => void) => saver.watch(key, listener), [saver, key])
  const value = useSyncExternalStore(watch, () => valueOf(saver.state.held, key))
  const edit = useSyncExternalStore(watch, () => editOf(saver.state.held, key))
  const elsewhere = useSyncExternalStore(watch, () => elsewhereOf(saver.state.held, key))
  return useMemo(() => ({ value, edit, elsewhere, type: next => saver.type(key, next), leave: () => void saver.flush() }), [saver, key, value, edit, elsewhere])
}

/** A value in words, also when it cannot be read as one of its kind. */
export function inWords(of: Field, value: Value, lang: Lang): string {
  if (value === null) return ''
  const parsed = kinds[of.kind].parse(value, of)
  if (parsed !== undefined) return kinds[of.kind].display(parsed, of, lang)
  return typeof value === 'string' ? value : ''
}
