import { Problematic, type Receipt } from '@qinqing/api/client'
import type { PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import type { Problem } from '@qinqing/realtime/client'
import type { Shelf } from '../../kit/shelf.ts'
import { commandFor, fieldOf, type PartKey, partOf, type Place, spread } from './places.ts'
import { chosen, due, type Edit, halfWritten, openPlaces, received, refused, sending, typed, unsent, type Working } from './working.ts'

/** What the keeper works with: the server, the draft for half-written words, and time. */
export interface Door {
  send: (type: string, data: object, basis: number) => Promise<Receipt>
  /** Keeps half-written words under a name; an empty text forgets them. */
  keep: (name: string, text: string) => void
  /** What stays on this device until the server has it. */
  shelf: Shelf
  after: (milliseconds: number, act: () => void) => () => void
}

/** How it stands, for those who show it. */
export interface Kept {
  document: PolicyDraftDocument
  working: Working
  /** A change is on its way. */
  saving: boolean
  /** The act that is under way, such as PublishPolicy. */
  busy: string | null
  /** Why the last change or act was not taken. */
  problem: Problem | null
  /** The server is away: what is typed goes out when it is back. */
  away: boolean
}

const quietMs = 600
const againMs = 3_000
const patienceMs = 800
const longestDraft = 7_900

const stampOf = (error: unknown): number =>
  (error instanceof Problematic && typeof error.problem['current'] === 'number' ? error.problem['current'] : -1)
const isPassing = ({ status }: Problem): boolean => status === 0 || status >= 500 || status === 401

/**
 * Keeps a policy as one goes: sends each part when its fields are whole and it is quiet, one after the other, on the revision
 * that the page has seen. A colleague's change elsewhere in the policy is taken in and the own one follows; at the same place
 * it waits until somebody has chosen.
 */
export class Keeper {
  private now: Kept
  private basis: number
  /** A colleague was faster: nothing is sent before that change is here. */
  private awaited = -1
  private readonly inDraft = new Set<string>()
  private readonly onShelf = new Map<string, Edit | undefined>()
  private readonly listeners = new Set<() => void>()
  private stopTimer = () => undefined as void
  private chain: Promise<void> = Promise.resolve()
  private readonly door: Door

  constructor(door: Door, document: PolicyDraftDocument, drafted: Readonly<Record<string, string>>) {
    this.door = door
    this.basis = document.revision
    const remote = spread(document)
    for (const place of Object.keys(drafted)) this.inDraft.add(place)
    const left = door.shelf.load()
    for (const place of Object.keys(left)) this.onShelf.set(place, undefined)
    const edits = Object.entries({ ...drafted, ...left }).flatMap(([place, text]): [string, Edit][] => {
      const edit = Object.hasOwn(remote, place) ? readEdit(text) : undefined
      return edit ? [[place, edit]] : []
    })
    const working = received({ remote, edits: Object.fromEntries(edits) }, remote, document.updatedBy, document.updatedAt)
    this.now = { document, working, saving: false, busy: null, problem: null, away: false }
  }

  readonly snapshot = (): Kept => this.now

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The document as the server has it now. */
  receive(document: PolicyDraftDocument): void {
    if (document === this.now.document || document.revision < this.now.document.revision) return
    this.basis = Math.max(this.basis, document.revision)
    this.put({ document, working: received(this.now.working, spread(document), document.updatedBy, document.updatedAt) })
    this.soon(0)
  }

  /** What was left on this device goes. */
  resume(): void {
    if (openPlaces(this.now.working).length) this.soon(0)
  }

  type(place: Place, value: unknown): void {
    this.put({ working: typed(this.now.working, place, value), problem: null })
    this.soon(quietMs)
  }

  choose(place: Place, which: 'mine' | 'theirs'): void {
    this.put({ working: chosen(this.now.working, place, which) })
    this.soon(0)
  }

  /** Sends what is whole now, without waiting for quiet. */
  flush(): Promise<void> {
    this.stopTimer()
    this.keepHalves()
    this.chain = this.chain.then(() => this.drain())
    return this.chain
  }

  /** Asks something of the whole policy after everything typed has been sent; says whether it was done. */
  async act(type: string, data: object): Promise<boolean> {
    if (this.now.busy) return false
    this.put({ busy: type, problem: null })
    await this.flush()
    try {
      const { revision } = await this.door.send(type, data, this.basis)
      this.basis = Math.max(this.basis, revision)
      await this.arrived(revision)
      return true
    } catch (error) {
      this.put({ problem: problemOf(error) })
      return false
    } finally {
      this.put({ busy: null })
    }
  }

  clear(): void {
    this.put({ problem: null })
  }

  stop(): void {
    void this.flush()
    this.stopTimer()
  }

  /** What was done is on the page, or it takes too long to wait for it. */
  private arrived(revision: number): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        stop()
        unwatch()
        resolve()
      }
      const unwatch = this.watch(() => { if (this.now.document.revision >= revision) done() })
      const stop = this.door.after(patienceMs, done)
      if (this.now.document.revision >= revision) done()
    })
  }

  private put(change: Partial<Kept>): void {
    const { edits: before } = this.now.working
    this.now = { ...this.now, ...change }
    if (before !== this.now.working.edits) this.shelve()
    for (const listener of this.listeners) listener()
  }

  /** Everything that the server does not have yet survives a reload without a connection. */
  private shelve(): void {
    const { working } = this.now
    const open = new Set<string>(openPlaces(working))
    for (const place of open) {
      const edit = working.edits[place as Place]!
      if (this.onShelf.get(place) === edit) continue
      this.onShelf.set(place, edit)
      this.door.shelf.keep(place, JSON.stringify({ value: edit.value, base: edit.base }))
    }
    for (const place of [...this.onShelf.keys()].filter(one => !open.has(one))) {
      this.onShelf.delete(place)
      this.door.shelf.keep(place, undefined)
    }
  }

  private soon(milliseconds: number): void {
    this.stopTimer()
    this.stopTimer = this.door.after(milliseconds, () => void this.flush())
  }

  private async drain(): Promise<void> {
    while (this.now.document.revision >= this.awaited) {
      const next = this.next()
      if (!next) break
      const { batch, command } = next
      this.put({ saving: true, working: sending(this.now.working, batch) })
      try {
        const { revision } = await this.door.send(command.type, command.data, this.basis)
        this.basis = Math.max(this.basis, revision)
        this.put({ saving: false, away: false })
      } catch (error) {
        const problem = problemOf(error)
        this.put({ saving: false })
        this.failed(batch, problem, stampOf(error))
        if (problem.code !== 'conflict') break
      }
    }
  }

  private failed(batch: Record<Place, unknown>, problem: Problem, current: number): void {
    if (problem.code === 'conflict') {
      this.awaited = Math.max(this.awaited, current)
      this.put({ working: unsent(this.now.working, batch) })
    } else if (isPassing(problem)) {
      this.put({ working: unsent(this.now.working, batch), away: true })
      this.soon(againMs)
    } else {
      this.put({ working: refused(this.now.working, batch), problem })
    }
  }

  /** The first part that has something to send, with what else of it is on its way already. */
  private next(): { batch: Record<Place, unknown>; command: { type: string; data: object } } | undefined {
    const { working, document } = this.now
    for (const [part, batch] of Object.entries(due(working)) as [PartKey, Record<Place, unknown>][]) {
      const under = Object.entries(working.edits)
        .filter(([place, { sent }]) => partOf(place as Place) === part && sent.length).map(([place, { sent }]) => [place, sent.at(-1)])
      const fields = Object.entries({ ...Object.fromEntries(under), ...batch }).map(([place, value]) => [fieldOf(place as Place), value])
      const command = commandFor(part, Object.fromEntries(fields), document)
      if (command) return { batch, command }
    }
    return undefined
  }

  /** What the server cannot keep yet goes into the draft, so that it survives a reload and goes on elsewhere. */
  private keepHalves(): void {
    const { working } = this.now
    const halves = new Set<string>(halfWritten(working))
    for (const place of halves) {
      const { value, base } = working.edits[place as Place]!
      const text = JSON.stringify({ value, base })
      if (text.length > longestDraft || place.length > 60) continue
      this.inDraft.add(place)
      this.door.keep(place, text)
    }
    for (const place of [...this.inDraft].filter(one => !halves.has(one))) {
      this.inDraft.delete(place)
      this.door.keep(place, '')
    }
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problematic) return error.problem
  throw error
}

function readEdit(text: string): Edit | undefined {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? { value: (found as Edit).value, base: (found as Edit).base, sent: [] } : undefined
  } catch {
    return undefined
  }
}

/** Whether everything that was typed is with the server. */
export const isSaved = ({ working, saving }: Pick<Kept, 'working' | 'saving'>): boolean => !saving && openPlaces(working).length === 0
