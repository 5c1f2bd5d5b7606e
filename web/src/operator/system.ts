import { Problematic, type System, system } from '@qinqing/api/client'
import type { Problem } from '@qinqing/realtime/client'
import { useCallback, useEffect, useState } from 'react'

/** How read models stand in numbers: asked for once, again when `signal` is another one, and on demand. */
export function useSystem(signal: unknown): { system: System | null; problem: Problem | null; refresh: () => void } {
  const [known, setKnown] = useState<System | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const refresh = useCallback(() => {
    system().then(answer => {
      setKnown(answer)
      setProblem(null)
    }, (error: unknown) => {
      if (!(error instanceof Problematic)) throw error
      setProblem(error.problem)
    })
  }, [])
  useEffect(refresh, [signal, refresh])
  return { system: known, problem, refresh }
}

const units = ['B', 'KB', 'MB', 'GB'] as const

/** 1.2 MB */
export function sizeOf(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)))
  const value = bytes / 1024 ** power
  return `${value >= 10 || power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power]}`
}
