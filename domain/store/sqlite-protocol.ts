import type { Check } from '../kernel/event-store.ts'

/** What the thread that writes is told at its start. */
export interface Start {
  file: string
  /** Gives the history a new name, as after a restore. */
  renew: boolean
  /** The most bytes the file may have; 0 for as many as the disk holds. */
  most: number
}

/** What it says when the log is open. */
export interface Ready {
  identity: string
  head: number
}

/** An event as text, ready to be written. */
export interface Line {
  id: string
  type: string
  envelope: string
  data: string
}

export interface Ask {
  id: number
  writes: readonly { stream: string; expected: number; events: readonly Line[] }[]
  checks: readonly Check[]
}

export type Answer =
  | { id: number; position: number }
  | { id: number; conflict: { stream: string; current: number } }
  | { id: number; unavailable: string }
  | { id: number; unknown: string }
  | { id: number; defect: string }
