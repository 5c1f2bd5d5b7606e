import { changePassword, Problematic } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { useState } from 'react'
import { useSession } from '../../kit/session.tsx'
import { newFault } from './PasswordFields.tsx'

/** The change of the own password: what was typed, what is wrong with it, and sending it. */
export function useChange(onDone: () => Promise<void> | void) {
  const { person: { username } } = useSession()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    setTried(true)
    if (!old || newFault(next, username, old) || busy) return
    setBusy(true)
    setProblem(null)
    try {
      await changePassword(old, next)
      await onDone()
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      setProblem(error.problem)
    } finally {
      setBusy(false)
    }
  }
  return { old, setOld, next, setNext, tried, busy, problem, send, username }
}
