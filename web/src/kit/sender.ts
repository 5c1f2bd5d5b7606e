import type { Problem } from '@qinqing/realtime/client'
import { plainName } from './file-name.ts'
import { type Arrived, giveUp, goesOnAfter, type Transfer, transfer, unfinishedAt } from './transfer.ts'

/** Why an upload does not move: at one's own wish, until the network is back, or until one says so. */
export type Hold = 'paused' | 'waiting' | 'failed'

export type Sending =
  | { state: 'idle' }
  | { state: 'going', name: string, bytes: number, sent: number, holds?: Hold | undefined, why?: Problem | undefined }
  /** It was under way when the page was left; the same file goes on there. */
  | { state: 'cut', name: string, bytes: number, sent: number }
  /** The file itself was not taken. */
  | { state: 'refused', name: string, why: Problem }
  | { state: 'arrived', file: Arrived & { name: string } }

/** The upload of one place: it goes on while one looks at another page, and is found again when one comes back. */
export class Sender {
  private readonly to: string
  private readonly place: string
  private current: Sending
  private under: Transfer | undefined
  private readonly watching = new Set<() => void>()

  constructor(to: string, place: string) {
    this.to = to
    this.place = place
    const before = unfinishedAt(place)
    this.current = before ? { state: 'cut', ...before } : { state: 'idle' }
  }

  readonly subscribe = (watch: () => void) => {
    this.watching.add(watch)
    return () => { this.watching.delete(watch) }
  }

  readonly read = (): Sending => this.current

  start(file: File): void {
    this.under?.pause()
    const going = { state: 'going', name: file.name, bytes: file.size, sent: 0 } as const
    this.say(going)
    const own: Transfer = transfer(this.to, this.place, file, {
      onProgress: sent => { if (this.under === own) this.say({ ...going, sent }) },
      onWait: () => { if (this.under === own) this.hold('waiting') },
      onArrived: ({ hash, size, type }) => {
        if (this.under !== own) return
        this.under = undefined
        this.say({ state: 'arrived', file: { hash, size, type, name: plainName(file.name) } })
      },
      onFailed: why => {
        if (this.under !== own) return
        if (goesOnAfter(why)) return this.hold('failed', why)
        this.under = undefined
        if (why) this.say({ state: 'refused', name: file.name, why })
      },
    })
    this.under = own
  }

  pause(): void {
    this.under?.pause()
    this.hold('paused')
  }

  go(): void {
    if (this.current.state !== 'going') return
    const { holds, why, ...going } = this.current
    if (!holds && !why) return
    this.say(going)
    this.under?.go()
  }

  stop(): void {
    if (this.under) this.under.stop()
    else giveUp(this.place)
    this.under = undefined
    this.say({ state: 'idle' })
  }

  /** What has arrived is in other hands now. */
  taken(): void {
    if (this.current.state === 'arrived') this.say({ state: 'idle' })
  }

  private hold(holds: Hold, why?: Problem): void {
    if (this.current.state === 'going') this.say({ ...this.current, holds, why })
  }

  private say(next: Sending): void {
    this.current = next
    for (const watch of this.watching) watch()
  }
}

const senders = new Map<string, Sender>()

/** The one sender of a place, for as long as the window lives. */
export function senderOf(to: string, place: string): Sender {
  const known = senders.get(place) ?? new Sender(to, place)
  senders.set(place, known)
  return known
}
