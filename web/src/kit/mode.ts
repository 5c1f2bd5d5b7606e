import { useSyncExternalStore } from 'react'
import type { Mode } from './theme.ts'

const key = 'qinqing/mode'
const listeners = new Set<() => void>()

const read = (): Mode => (localStorage.getItem(key) === 'dark' ? 'dark' : 'light')

/** Light or dark: kept on this device, worn by the whole page. */
export function wearMode(mode: Mode = read()) {
  localStorage.setItem(key, mode)
  document.documentElement.dataset.mode = mode
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useMode = () => useSyncExternalStore(subscribe, read)
