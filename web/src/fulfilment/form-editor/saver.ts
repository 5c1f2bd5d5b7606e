import { Problematic, type Receipt } from '@qinqing/api/client'
import type { FormDefinition } from '@qinqing/domain/language/field'
import { isSameForm } from '@qinqing/domain/language/form-diff'
import type { Problem } from '@qinqing/realtime/client'

/** A form as somebody has drawn it, or none: then it follows from the item. */
export type Drawn = FormDefinition | null

/** The working copy on the server: the form, and the revision of the policy that it is in. */
export interface Remote {
  form: Drawn
  revision: number
  by: string
  at: string
}

export interface Door {
  send: (form: Drawn, basis: number) => Promise<Pick<Receipt, 'revision'>>
  after: (milliseconds: number, act: () => void) => () => void
}

export interface Drawing {
  form: Drawn
  /** What one can go back to, latest last. */
  before: readonly Drawn[]
  saving: boolean
  /** The server is away: it goes out when it is back. */
  away: boolean
  /** A colleague has put another form there meanwhile; nothing is sent before one is chosen. */
  theirs: Remote | null
  problem: Problem | null
}

const quietMs = 500
const againMs = 3_000
const longestMemory = 100

const isPassing = ({ status }: Problem): boolean => status === 0 || status >= 500 || status === 401

/** Keeps a form as one draws it: the last state goes out when it is quiet, on the revision that was seen, one after the other. */
export class FormSaver {
  private now: Drawing
  /** What the server has, as far as is known. */
  private base: Drawn
  private basis: number
  /** A colleague was faster: nothing is sent before that change is here. */
  private awaited = -1
  private running = false
  /** What has gone out lately: when it comes back it is no colleague's. */
  private sent: readonly Drawn[] = []
  private stopTimer: () => void = () => {}
  private readonly listeners = new Set<() => void>()
  private readonly door: Door

  constructor(door: Door, remote: Remote) {
    this.door = door
    this.base = remote.form
    this.basis = remote.revision
    this.now = { form: remote.form, before: [], saving: false, away: false, theirs: null, problem: null }
  }

  readonly snapshot = (): Drawing => this.now

  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get isSaved(): boolean {
    return isSameForm(this.now.form, this.base) && !this.now.saving && !this.now.theirs
  }

  /** Another state of the form; `step` makes it one that can be taken back. */
  draw(form: Drawn, step = true): void {
    const before = step ? [...this.now.before, this.now.form].slice(-longestMemory) : this.now.before
    this.put({ form, before, problem: null })
    this.soon(quietMs)
  }

  undo(): void {
    const form = this.now.before.at(-1)
    if (form === undefined) return
    this.put({ form, before: this.now.before.slice(0, -1), problem: null })
    this.soon(quietMs)
  }

  /** The policy has come in as the server has it now. */
  receive(remote: Remote): void {
    if (remote.revision < this.basis) return
    const mine = !isSameForm(this.now.form, this.base)
    const news = !isSameForm(remote.form, this.base) && !this.sent.some(one => isSameForm(one, remote.form))
    this.basis = remote.revision
    this.base = remote.form
    if (news && !isSameForm(remote.form, this.now.form)) this.put(mine ? { theirs: remote } : { form: remote.form, before: [] })
    if (!news && this.now.theirs && isSameForm(remote.form, this.now.form)) this.put({ theirs: null })
    this.soon(0)
  }

  choose(which: 'mine' | 'theirs'): void {
    const { theirs } = this.now
    if (!theirs) return
    this.put(which === 'mine' ? { theirs: null } : { theirs: null, form: theirs.form, before: [...this.now.before, this.now.form] })
    this.soon(0)
  }

  /** Sends what is open now. */
  async flush(): Promise<void> {
    this.stopTimer()
    if (this.running || this.isSaved || this.now.theirs || this.basis < this.awaited) return
    this.running = true
    const form = this.now.form
    this.sent = [...this.sent, form].slice(-10)
    this.put({ saving: true })
    try {
      const { revision } = await this.door.send(form, this.basis)
      this.basis = Math.max(this.basis, revision)
      this.base = form
      this.put({ saving: false, away: false })
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      this.failed(error.problem)
    } finally {
      this.running = false
    }
    if (!this.isSaved && !this.now.away && !this.now.problem) this.soon(0)
  }

  stop(): void {
    void this.flush()
    this.stopTimer()
  }

  private failed(problem: Problem): void {
    const current = typeof problem['current'] === 'number' ? problem['current'] : this.basis + 1
    if (problem.code === 'conflict') {
      this.awaited = Math.max(this.awaited, current)
      this.put({ saving: false })
    } else if (isPassing(problem)) {
      this.put({ saving: false, away: true })
      this.soon(againMs)
    } else {
      this.put({ saving: false, problem })
    }
  }

  private put(change: Partial<Drawing>): void {
    this.now = { ...this.now, ...change }
    for (const listener of this.listeners) listener()
  }

  private soon(milliseconds: number): void {
    this.stopTimer()
    this.stopTimer = this.door.after(milliseconds, () => void this.flush())
  }
}
