import type { World } from '@qinqing/domain/kernel/world'

/** How much of a thread some work in the background may take. */
export interface Pace {
  /** Between 0 and 1. */
  share: number
  /** The shortest rest. */
  leastMs: number
}

/** Waits; ends at once when the signal is raised. */
export function pause(timers: World['timers'], milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve()
    const done = () => {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = timers.after(milliseconds, done)
    signal.addEventListener('abort', done)
  })
}

/** Rests after some work as long as its share asks for. */
export const pausing = (timers: World['timers'], { share, leastMs }: Pace, signal: AbortSignal) => (workedMs: number): Promise<void> =>
  pause(timers, Math.max(leastMs, workedMs * (1 / share - 1)), signal)
