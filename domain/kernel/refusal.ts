/** A text for people, Chinese first. */
export interface Words {
  zh: string
  en: string
}

/** Why the domain may say no: what is not right and what can be done, by code. */
export type Refusals = Readonly<Record<string, Words & { code: string }>>

/** The domain says no (409). The code is part of the contract; anything else that is thrown is a defect. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  readonly words: Words
  /** What the refusal is about, such as the fields that lack something. */
  readonly details: unknown

  constructor({ code, zh, en }: Words & { code: string }, details?: unknown) {
    super(`${code}: ${zh}`)
    this.code = code
    this.words = { zh, en }
    this.details = details
  }
}

/** States a rule: either it holds, or the command is refused. */
export function ensure(rule: unknown, refusal: Words & { code: string }, details?: unknown): asserts rule {
  if (!rule) throw new Refused(refusal, details)
}

/** The event that came first when two people acted at once: who, when and what. */
export interface Winner {
  actor: string
  by: string
  post: string | null
  at: string
  type: string
  revision: number
}

/** Somebody else was faster (409): nothing was written, the loser learns who, when and what. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly stream: string
  /** The stream's revision now; -1 when it does not exist. */
  readonly current: number
  readonly winner: Winner | null

  constructor(stream: string, current: number, winner: Winner | null = null) {
    super(`${stream} is at revision ${current}`)
    this.stream = stream
    this.current = current
    this.winner = winner
  }
}

/** The log did not answer in time: it may or may not have written. Ask again with the same ids, never guess. */
export class Unknown extends Error {
  override readonly name = 'Unknown'
}

/** The log could not write, for want of space or of a sound disk: nothing was kept. Ask again later with the same ids (503). */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable'
}

/** The asker may not ask this at all (403). */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly needs: readonly string[]

  constructor(needs: readonly string[]) {
    super(`needs one of: ${needs.join(', ')}`)
    this.needs = needs
  }
}

/** The same command id came with another content (422). */
export class Reused extends Error {
  override readonly name = 'Reused'
}

/** What was asked does not have the shape of the contract (400): the path of each fault. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
  readonly faults: readonly { path: string; message: string }[]

  constructor(faults: readonly { path: string; message: string }[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('; '))
    this.faults = faults
  }
}

/** For this asker there is no such thing (404): absent, or of another organisation. */
export class Absent extends Error {
  override readonly name = 'Absent'
}

/** States that the asker may know of the thing at all. */
export function ensureThere(rule: unknown): asserts rule {
  if (!rule) throw new Absent()
}
