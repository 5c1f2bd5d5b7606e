import { fileContent, Problematic } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { fromPaper, type ToPaper } from './paper-talk.ts'

type Paper =
  | { state: 'coming' }
  | { state: 'shown', pages: number, page: number }
  | { state: 'failed', problem: Problem }
  | { state: 'unshown', why: 'locked' | 'broken' }

interface Drawing {
  paper: Paper
  frame: RefObject<HTMLIFrameElement | null>
  say: (said: ToPaper) => void
  again: () => void
}

/** A paper drawn in a frame without an origin: the page fetches it, checked by the server against its hash, and hands its bytes over; the frame gets nothing else. */
export function usePaper(application: string, hash: string, label: string): Drawing {
  const frame = useRef<HTMLIFrameElement>(null)
  const [paper, setPaper] = useState<Paper>({ state: 'coming' })
  const [tries, setTries] = useState(0)
  // A frame without an origin can only be addressed as anybody; it is ours, and can go nowhere.
  const say = (said: ToPaper) => frame.current?.contentWindow?.postMessage(said, '*')
  const show = useEffectEvent(async () => {
    try {
      const blob = await fileContent(application, hash)
      say({ kind: 'show', type: blob.type, bytes: await blob.arrayBuffer(), label })
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      setPaper({ state: 'failed', problem: error.problem })
    }
  })
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (!source || source !== frame.current?.contentWindow) return
      const said = fromPaper(data)
      if (said?.kind === 'ready') void show()
      if (said?.kind === 'shown') setPaper({ state: 'shown', pages: said.pages, page: 1 })
      if (said?.kind === 'at') setPaper(now => (now.state === 'shown' ? { ...now, page: Math.min(said.page, now.pages) } : now))
      if (said?.kind === 'failed') setPaper({ state: 'unshown', why: said.why })
      // As if it had been pressed on the page: one looks at both as at one thing.
      if (said?.kind === 'key') document.dispatchEvent(new KeyboardEvent('keydown', { key: said.key }))
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [application, hash, tries])
  return {
    paper, frame, say,
    again: () => {
      setPaper({ state: 'coming' })
      setTries(tries + 1)
    },
  }
}
