import type { Text } from '@qinqing/domain/language/text'
import {
  chosen, due, type Elsewhere, type Held, lost, nothing, received, refused, restored, sending, typed, unsaved, type Value, type Values,
} from './edits.ts'
import type { Keeper } from './kept.ts'

/** How a batch fared: kept; not reached, so that it goes again; nobody is signed in any more; or refused, with what at which field. */
export type Fate = { how: 'kept' | 'unreachable' | 'signed-out' } | { how: 'refused'; faults: Readonly<Record<string, Text>> }

export interface Ports {
  send: (batch: Values) => Promise<Fate>
  keeper: Keeper
  /** What could not be kept stays here, with its fault. */
  fit?: (key: string, value: Value) => boolean
  now: () => string
  /** Calls back later, unless the returned function is called before. */
  later: (run: () => void, milliseconds: number) => () => void
}

type Trouble = 'unreachable' | 'signed-out' | null

export interface Saving {
  held: Held
  /** Why nothing goes to the server just now. */
  trouble: Trouble
  busy: boolean
}

const debounceMs = 600
const retryMs = 5_000
const mostFields = 100

const different = <T>(before: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>): string[] =>
  (before === now ? [] : Object.keys({ ...before, ...now }).filter(key => before[key] !== now[key]))

/** A draft that is saved as one types: each change at once on this device, soon after on the server, in order and never twice at a time. */
export class Saver {
  /** A new object whenever something is different. */
  state: Saving = { held: nothing, trouble: null, busy: false }
  private readonly ports: Ports
  private readonly listeners = new Set<() => void>()
  private readonly watchers = new Map<string, Set<() => void>>()
  private stopTimer: () => void = () => {}
  private under = Promise.resolve()
  private running = false
  private composing = false

  constructor(ports: Ports) {
    this.ports = ports
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Hears only of one field, so that typing in one does not ask all the others whether they are different. */
  watch(key: string, listener: () => void): () => void {
    const heard = this.watchers.get(key) ?? new Set()
    this.watchers.set(key, heard.add(listener))
    return () => heard.delete(listener)
  }

  /** The document with which the page begins, and what was left on this device laid over it. */
  begin(remote: Values, by: Elsewhere): this {
    this.become({ held: received(restored(nothing, this.ports.keeper.load()), remote, by, true) })
    return this
  }

  /** The live document, whenever it is another one. */
  receive(remote: Values, by: Elsewhere): void {
    this.become({ held: received(this.state.held, remote, by) })
  }

  type(key: string, value: Value): void {
    this.become({ held: typed(this.state.held, key, value, this.ports.now()) })
    this.soon()
  }

  choose(key: string, which: 'mine' | 'theirs'): void {
    this.become({ held: chosen(this.state.held, key, which) })
    void this.flush()
  }

  /** While characters are being composed, half of them are not sent. */
  compose(on: boolean): void {
    this.composing = on
    if (!on) this.soon()
  }

  /** Sends what has changed now; resolves when nothing is left that could be sent. */
  flush(): Promise<void> {
    this.stopTimer()
    if (!this.running) this.under = this.run()
    return this.under
  }

  /** Connected again, or signed in again: what waited goes. */
  resume(): void {
    if (this.state.trouble) this.become({ trouble: null })
    void this.flush()
  }

  /** The page is left: what waits goes once more, and no timer stays behind. */
  leave(): void {
    this.composing = false
    void this.flush().finally(() => this.stopTimer())
  }

  /** The server has everything that was typed, and nothing waits to be decided. */
  get ready(): boolean {
    const { undecided, refused: no } = unsaved(this.state.held)
    return !this.state.trouble && !undecided.length && !no.length && !Object.keys(due(this.state.held)).length
  }

  private toSend(): Values {
    return Object.fromEntries(Object.entries(due(this.state.held, this.ports.fit)).slice(0, mostFields))
  }

  private soon(): void {
    this.stopTimer()
    if (!this.composing) this.stopTimer = this.ports.later(() => void this.flush(), debounceMs)
  }

  /** In one function, so that it is over in the same moment when there is nothing to send. */
  private async run(): Promise<void> {
    this.running = true
    try {
      for (let batch = this.toSend(); Object.keys(batch).length && !this.composing; batch = this.toSend()) {
        this.become({ held: sending(this.state.held, batch), busy: true })
        const fate = await this.ports.send(batch)
        if (fate.how === 'unreachable' || fate.how === 'signed-out') return this.wait(fate.how, batch)
        const { held } = this.state
        this.become({ held: fate.how === 'refused' ? refused(held, batch, fate.faults) : held, trouble: null, busy: false })
      }
    } finally {
      this.running = false
    }
  }

  private wait(trouble: 'unreachable' | 'signed-out', batch: Values): void {
    this.become({ held: lost(this.state.held, batch), trouble, busy: false })
    this.stopTimer()
    if (trouble === 'unreachable') this.stopTimer = this.ports.later(() => void this.flush(), retryMs)
  }

  private become(change: Partial<Saving>): void {
    const { held: before } = this.state
    this.state = { ...this.state, ...change }
    const { held } = this.state
    for (const key of different(before.edits, held.edits)) this.ports.keeper.keep(key, held.edits[key])
    const touched = new Set([...different(before.edits, held.edits), ...different(before.remote, held.remote), ...different(before.elsewhere, held.elsewhere)])
    for (const key of touched) for (const watcher of this.watchers.get(key) ?? []) watcher()
    for (const listener of this.listeners) listener()
  }
}
