import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { BareShell } from './BareShell.tsx'
import { elsewhere } from './elsewhere.ts'
import { SignedIn, useEntrance } from './session.tsx'
import { Forbidden, Moved, Offline } from './TroublePages.tsx'
import { Waiting } from './Waiting.tsx'

interface Props {
  /** Whoever has one of these roles comes in. */
  roles: readonly string[]
  children: ReactNode
}

/** Lets in who has signed in and has the right; sends everybody else to sign in, and back to this very place. */
export function Entrance({ roles, children }: Props) {
  const { known, ask } = useEntrance()
  const { pathname, search, hash } = useLocation()
  if (known.state === 'asking') return <Waiting />
  if (known.state === 'trouble') return <Offline onRetry={() => void ask()} />
  if (known.state === 'nobody')
    return <Navigate to={known.left ? '/sign-in' : `/sign-in?to=${encodeURIComponent(pathname + search + hash)}`} replace />
  const { roles: own } = known.me.viewer
  if (!own.some(role => roles.includes(role))) {
    const other = elsewhere(pathname, own)
    return <BareShell>{other ? <Moved to={other} /> : <Forbidden />}</BareShell>
  }
  return <SignedIn me={known.me}>{children}</SignedIn>
}
