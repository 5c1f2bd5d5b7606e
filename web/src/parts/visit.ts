import { ask } from '@qinqing/api/client'
import { isToNote, type Visit, visited } from '@qinqing/domain/language/read-marks'
import type { InboxDocument } from '@qinqing/domain/service/inbox/contract'
import { useEffect, useState } from 'react'
import { useDocument } from '../kit/live.tsx'
import { useNow } from '../kit/now.ts'
import { useSession } from '../kit/session.tsx'

/** What one has read and mutes, and when one was last here: the same on every device. */
export function useInbox() {
  const { person } = useSession()
  return useDocument<InboxDocument>('inboxes', person.id)
}

/** It is there, or it is known that there is none yet. */
const isKnown = (phase: string) => phase !== 'loading' && phase !== 'refused'

/** The visit on a shelf that begins, or goes on, now: what happened after `since` is news. */
export function useVisit(shelf: string): Visit {
  const now = useNow()
  const { document, phase } = useInbox()
  const [begun] = useState(now)
  if (!isKnown(phase)) return { since: begun, seen: begun, first: true }
  return visited(document?.visits[shelf], document?.visits[shelf] ? now : begun)
}

/** Notes that somebody is here, seldom, so that the next visit knows since when things are new. */
export function useNotedVisit(shelf: string): void {
  const { person } = useSession()
  const { document, phase } = useInbox()
  const now = useNow()
  const due = isKnown(phase) && isToNote(document?.visits[shelf], now)
  useEffect(() => {
    // Whoever cannot be noted now is noted later; nothing on the page waits for it.
    if (due) void ask('inbox', person.id, { type: 'NoteVisit', data: { shelf } }).catch(() => undefined)
  }, [due, person.id, shelf])
}
