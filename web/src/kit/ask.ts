import { type Aggregate, ask as send, type Asking, type Commands, type DataOf, Problematic, type Receipt } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { useCallback, useRef, useState } from 'react'
import { useLive } from './live.tsx'

export interface Asked<Of extends Aggregate> {
  /** The command under way, until its event has arrived on this page; null when none is. */
  busy: string | null
  /** Why the last one was refused, where one clicked. */
  problem: Problem | null
  clear: () => void
  /** Resolves when what happened has arrived here; undefined when it was refused. */
  ask: <Type extends Commands[Of]['type']>(type: Type, data: DataOf<Of, Type>, asking?: Asking) => Promise<Receipt | undefined>
}

/** A page that does not watch what changed hears of the position only with the next beat; it need not wait for that. */
const longestWaitMs = 600
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** Asks commands of one aggregate, one at a time: 处理中 at once, done when the event has arrived, the reason when it is refused. */
export function useAsk<Of extends Aggregate>(aggregate: Of, id: string): Asked<Of> {
  const live = useLive()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const under = useRef(false)
  const ask = useCallback(async <Type extends Commands[Of]['type']>(type: Type, data: DataOf<Of, Type>, asking?: Asking) => {
    if (under.current) return undefined
    under.current = true
    setBusy(type)
    setProblem(null)
    try {
      const receipt = await send<Of>(aggregate, id, { type, data } as Commands[Of], asking)
      await Promise.race([live.reached(receipt.position), pause(longestWaitMs)])
      return receipt
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      setProblem(error.problem)
      return undefined
    } finally {
      under.current = false
      setBusy(null)
    }
  }, [aggregate, id, live])
  return { busy, problem, clear: useCallback(() => setProblem(null), []), ask }
}
