import type { Shelf } from './shelf.ts'

type Fields = Readonly<Record<string, string>>

/** How sending ended: it is there, it was refused and goes with the next words, or it did not get through and goes by itself. */
export type Sent = 'kept' | 'refused' | 'passing'

interface Ports {
  send: (patch: Fields) => Promise<Sent>
  shelf: Shelf
  /** Calls back later, unless the returned function is called before. */
  later: (run: () => void, milliseconds: number) => () => void
}

const quietMs = 600
const againMs = 3_000

/** Half-written words on their way, one batch after the other: an older text that took longer must not come in behind a newer one. */
export class Outgoing {
  private readonly ports: Ports
  private due: Fields
  private under: Promise<void> | undefined
  private stopTimer: () => void = () => {}
  private here = true
  /** How often all of it was given up: what is under way then does not come back. */
  private discards = 0

  /** What a page before this one could not send goes first. */
  constructor(ports: Ports, left: Fields) {
    this.ports = ports
    this.due = left
  }

  write(field: string, text: string): void {
    this.due = { ...this.due, [field]: text }
    this.ports.shelf.keep(field, text)
    this.soon(quietMs)
  }

  /** Sends what waits; while something is under way it goes right behind. */
  keep = (): void => {
    this.stopTimer()
    this.under ??= this.drain().then(again => {
      this.under = undefined
      if (again && this.here) this.soon(againMs)
    })
  }

  enter(): void {
    this.here = true
  }

  /** What waits goes once more, and no timer stays behind. */
  leave(): void {
    this.here = false
    this.keep()
  }

  /** Resolves when nothing of it is under way any more. */
  async discard(): Promise<void> {
    this.discards += 1
    this.stopTimer()
    this.due = {}
    this.ports.shelf.forget()
    await this.under
  }

  private soon(milliseconds: number): void {
    this.stopTimer()
    this.stopTimer = this.ports.later(this.keep, milliseconds)
  }

  /** Answers whether what is left is to be sent again by itself. */
  private async drain(): Promise<boolean> {
    while (Object.keys(this.due).length > 0) {
      const patch = this.due
      const { discards } = this
      this.due = {}
      const sent = await this.ports.send(patch)
      if (sent === 'kept') for (const field of Object.keys(patch).filter(one => !Object.hasOwn(this.due, one))) this.ports.shelf.keep(field, undefined)
      else if (discards === this.discards) {
        this.due = { ...patch, ...this.due }
        return sent === 'passing'
      }
    }
    return false
  }
}
