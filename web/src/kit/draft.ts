import { ask, Problematic } from '@qinqing/api/client'
import { type DraftDocument, draftId } from '@qinqing/domain/desktop/draft/contract'
import type { Problem } from '@qinqing/realtime/client'
import { useCallback, useEffect, useState } from 'react'
import { useConnection, useDocument } from './live.tsx'
import { Outgoing, type Sent } from './outgoing.ts'
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

const isPassing = ({ status }: Problem): boolean => status === 0 || status === 401 || status >= 500

const later = (run: () => void, milliseconds: number) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

const send = (id: string) => async (patch: Fields): Promise<Sent> => {
  try {
    await ask('draft', id, { type: 'PatchDraft', data: { patch } })
    return 'kept'
  } catch (error) {
    return error instanceof Problematic && isPassing(error.problem) ? 'passing' : 'refused'
  }
}

/** What is written under one topic on this page, and its way to the server; it begins with what a page before this one could not send. */
function begun(id: string) {
  const shelf = shelfOf(localStorage, `qinqing/draft/${id}/`)
  const typed = shelf.load()
  return { id, typed, outgoing: new Outgoing({ send: send(id), shelf, later }, typed) }
}

/** Half-written words that survive a reload, also without a connection, and go on on another device: kept as they are typed. */
export function useDraft(topic: string): Draft {
  const { person } = useSession()
  const id = draftId(person.id, topic)
  const { document, phase } = useDocument<DraftDocument>('drafts', id)
  const [held, hold] = useState(() => begun(id))
  // Who goes from case to case on one page takes nothing of what was written along.
  const own = held.id === id ? held : begun(id)
  if (own !== held) hold(own)
  const { typed, outgoing } = own

  useEffect(() => {
    outgoing.enter()
    return () => outgoing.leave()
  }, [outgoing])
  // What was written while there was no connection goes as soon as there is one.
  const { state } = useConnection()
  useEffect(() => {
    if (state === 'live') outgoing.keep()
  }, [state, outgoing])

  const write = useCallback(
    (field: string, text: string) => {
      hold(now => (now.outgoing === outgoing ? { ...now, typed: { ...now.typed, [field]: text } } : now))
      outgoing.write(field, text)
    },
    [outgoing],
  )

  const discard = useCallback(async () => {
    hold(now => (now.outgoing === outgoing ? { ...now, typed: {} } : now))
    await outgoing.discard()
    await ask('draft', id, { type: 'DiscardDraft', data: {} }).catch(() => undefined)
  }, [id, outgoing])

  const saved = Object.entries(typed).every(([field, text]) => (document?.fields[field] ?? '') === text)
  return {
    fields: { ...document?.fields, ...typed },
    ready: phase !== 'loading',
    savedAt: document?.savedAt ?? null,
    saved,
    write,
    keep: outgoing.keep,
    discard,
  }
}
