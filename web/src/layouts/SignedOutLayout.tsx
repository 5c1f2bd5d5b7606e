import { Outlet } from 'react-router'
import { SignedOutShell } from '../kit/SignedOutShell.tsx'

export function SignedOutLayout() {
  return <SignedOutShell><Outlet /></SignedOutShell>
}
