import { useSyncExternalStore } from 'react'

/** Words of time are exact to the minute; a tick every ten seconds keeps them so. */
const everyMs = 10_000

const watchers = new Set<() => void>()
let ahead = 0
let now = new Date().toISOString()
let ticking: ReturnType<typeof setInterval> | undefined

function tick() {
  now = new Date(Date.now() + ahead).toISOString()
  for (const watcher of watchers) watcher()
}

/** Takes over the server's clock, so that a device with a wrong one still says 今天 on the right day. */
export function followClock(serverNow: string) {
  ahead = Date.parse(serverNow) - Date.now()
  tick()
}

function subscribe(watcher: () => void) {
  watchers.add(watcher)
  ticking ??= setInterval(tick, everyMs)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/** The present instant, as the server's clock has it. */
export const useNow = () => useSyncExternalStore(subscribe, () => now)
