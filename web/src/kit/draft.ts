import { ask, Problematic } from '@qinqing/api/client'
import { type DraftDocument, draftId } from '@qinqing/domain/desktop/draft/contract'
import type { Problem } from '@qinqing/realtime/client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useConnection, useDocument } from './live.tsx'
import { useSession } from './session.tsx'
import { shelfOf } from './shelf.ts'

type Fields = Readonly<Record<string, string>>

export interface Draft {
  /** What is written, here or on another device. */
  fields: Fields
  /** Whether it is known what was written before. */
  ready: boolean
  /** When it was kept last; null before that. */
  savedAt: string | null
  /** Nothing that was written here is still on its way. */
  saved: boolean
  write: (field: string, text: string) => void
  /** Keeps at once what is still waiting: on blur. */
  keep: () => void
  /** What was written has been sent, or is no longer wanted. */
  discard: () => Promise<void>
}

const quietMs = 600
const againMs = 3_000

const isPassing = ({ status }: Problem): boolean => status === 0 || status === 401 || status >= 500

/** Half-written words that survive a reload, also without a connection, and go on on another device: kept as they are typed. */
export function useDraft(topic: string): Draft {
  const { person } = useSession()
  const id = draftId(person.id, topic)
  const { document, phase } = useDocument<DraftDocument>('drafts', id)
  const shelf = useMemo(() => shelfOf(localStorage, `qinqing/draft/${id}/`), [id])
  // What a page before this one could not send goes now.
  const [typed, setTyped] = useState<Fields>(shelf.load)
  const due = useRef(typed)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // One after the other: an older text that took longer must not come in behind a newer one.
  const under = useRef<Promise<void>>(undefined)
  const here = useRef(true)
  const retry = useRef(() => {})
  const drain = useCallback(async () => {
    while (Object.keys(due.current).length > 0) {
      const patch = due.current
      due.current = {}
      try {
        await ask('draft', id, { type: 'PatchDraft', data: { patch } })
      } catch (error) {
        due.current = { ...patch, ...due.current }
        return error instanceof Problematic && isPassing(error.problem)
      }
      for (const field of Object.keys(patch).filter(one => !Object.hasOwn(due.current, one))) shelf.keep(field, undefined)
    }
    return false
  }, [id, shelf])

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    under.current ??= drain().then(again => {
      under.current = undefined
      // What was refused goes with the next words, what did not get through goes by itself.
      if (again && here.current) timer.current = setTimeout(() => retry.current(), againMs)
    })
  }, [drain])
  useEffect(() => {
    here.current = true
    retry.current = keep
    return () => {
      here.current = false
      keep()
    }
  }, [keep])
  // What was written while there was no connection goes as soon as there is one.
  const { state } = useConnection()
  useEffect(() => {
    if (state === 'live') keep()
  }, [state, keep])

  const write = useCallback(
    (field: string, text: string) => {
      setTyped(before => ({ ...before, [field]: text }))
      due.current = { ...due.current, [field]: text }
      shelf.keep(field, text)
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, quietMs)
    },
    [keep, shelf],
  )

  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    due.current = {}
    setTyped({})
    shelf.forget()
    await under.current
    await ask('draft', id, { type: 'DiscardDraft', data: {} }).catch(() => undefined)
  }, [id, shelf])

  const saved = Object.entries(typed).every(([field, text]) => (document?.fields[field] ?? '') === text)
  return {
    fields: { ...document?.fields, ...typed },
    ready: phase !== 'loading',
    savedAt: document?.savedAt ?? null,
    saved,
    write,
    keep,
    discard,
  }
}
