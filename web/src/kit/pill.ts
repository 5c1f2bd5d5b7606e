import { useEffect, useState } from 'react'
import type { Live } from './LivePill.tsx'
import { useConnection } from './live.tsx'
import { useOnline } from './TroublePages.tsx'

/** How long it is said how much was caught up. */
const saidMs = 8_000

/** What the pill at the top says; nothing before the first word of the server, so that it does not flicker at each start. */
export function useLivePill(): Live | undefined {
  const { state, asOf, caughtUp, since } = useConnection()
  const online = useOnline()
  const [over, setOver] = useState<string>()
  useEffect(() => {
    if (!caughtUp) return
    const timer = setTimeout(() => setOver(since), saidMs)
    return () => clearTimeout(timer)
  }, [caughtUp, since])

  const at = asOf === null ? {} : { asOf }
  if (state === 'live') return { state: 'live', ...at, ...(caughtUp && over !== since ? { caughtUp } : {}) }
  if (state === 'offline') return { state: online && asOf !== null ? 'stale' : 'offline', ...at }
  return asOf === null ? undefined : { state: 'reconnecting', ...at }
}
