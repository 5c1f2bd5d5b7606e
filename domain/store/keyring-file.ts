import { createSecretKey, type KeyObject } from 'node:crypto'
import { chmod, type FileHandle, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { EventStore } from '../kernel/event-store.ts'
import { LogUnavailable } from '../kernel/refusal.ts'
import { freshKey, Keyring } from './keyring.ts'
import { lasting } from './lasting.ts'

/** There are events but no keys: without them nobody could be named any more. */
export class KeysMissing extends Error {
  override readonly name = 'KeysMissing'

  constructor(path: string) {
    super(`the log has events, but the file with their keys is missing or empty (${path})`)
  }
}

/** The keys are there, but they are not those with which this log was sealed. */
export class KeysForeign extends Error {
  override readonly name = 'KeysForeign'
}

type Keys = Map<string, KeyObject | null>

/** One subject: its key in base64, or null when it was erased. */
type Line = [subject: string, key: string | null]

function lineOf(subject: string, key: KeyObject | null): string {
  const line: Line = [subject, key?.export().toString('base64') ?? null]
  return `${JSON.stringify(line)}\n`
}

function keyOf(text: string | null): KeyObject | null {
  if (text === null) return null
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== 32) throw new Error('a key has 32 bytes')
  return createSecretKey(bytes)
}

/** The keys of whole lines; the last line may be torn, and then nothing was ever sealed with it. */
function keysOf(whole: string, path: string): Keys {
  const keys: Keys = new Map()
  for (const [n, line] of whole.split('\n').slice(0, -1).entries()) {
    try {
      const [subject, key] = JSON.parse(line) as Line
      keys.set(subject, keyOf(key))
    } catch {
      // Without the cause: it would quote the key.
      throw new Error(`line ${n + 1} of the file with the keys cannot be read (${path})`)
    }
  }
  return keys
}

const textOf = (path: string) => readFile(path, 'utf8').catch((error: { code?: string }) => {
  if (error.code === 'ENOENT') return ''
  throw error
})

/** Keys in a text file that only its owner may read, one line a subject. A key lasts before anything is sealed with it. */
export class FileKeyring extends Keyring {
  readonly #path: string
  #keys: Keys
  #file: FileHandle
  #bytes: number
  #wanted = new Map<string, KeyObject>()
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(path: string, file: FileHandle, keys: Keys, bytes: number) {
    super()
    this.#path = path
    this.#file = file
    this.#keys = keys
    this.#bytes = bytes
  }

  /** Throws `KeysMissing` when the log has events and the file has no keys. */
  static async open(path: string, log: EventStore): Promise<FileKeyring> {
    const text = await textOf(path)
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    const keys = keysOf(whole, path)
    if (!keys.size && await log.head() > 0) throw new KeysMissing(path)
    const file = await open(path, 'a', 0o600)
    await chmod(path, 0o600)
    await file.truncate(Buffer.byteLength(whole))
    await file.sync()
    lasting(dirname(path))
    return new FileKeyring(path, file, keys, Buffer.byteLength(whole))
  }

  of(subject: string): KeyObject | null {
    return this.#keys.get(subject) ?? null
  }

  /** Whether a subject ever had a key here, also when it was erased. */
  knows(subject: string): boolean {
    return this.#keys.has(subject)
  }

  async make(subjects: readonly string[]): Promise<void> {
    const missing = subjects.filter(subject => !this.#keys.has(subject))
    if (!missing.length) return
    for (const subject of missing) if (!this.#wanted.has(subject)) this.#wanted.set(subject, freshKey())
    await this.#inTurn(() => this.#write())
  }

  async erase(subject: string): Promise<void> {
    await this.#inTurn(() => this.#rewrite(new Map(this.#keys).set(subject, null)))
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#file.close())
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(act)
    this.#turn = done.catch(() => undefined)
    return done
  }

  /** Writes all that is wanted by now, so that those who asked during one write share the next. */
  async #write(): Promise<void> {
    const fresh = [...this.#wanted].filter(([subject]) => !this.#keys.has(subject))
    this.#wanted = new Map()
    if (!fresh.length) return
    const text = fresh.map(([subject, key]) => lineOf(subject, key)).join('')
    try {
      await this.#file.appendFile(text)
      await this.#file.datasync()
    } catch (error) {
      // Whoever waits for the same key tries again in his own turn.
      this.#wanted = new Map([...fresh, ...this.#wanted])
      await this.#file.truncate(this.#bytes)
      throw new LogUnavailable('the keys could not be written', { cause: error })
    }
    this.#bytes += Buffer.byteLength(text)
    for (const [subject, key] of fresh) this.#keys.set(subject, key)
  }

  async #rewrite(keys: Keys): Promise<void> {
    const text = [...keys].map(([subject, key]) => lineOf(subject, key)).join('')
    const next = await open(`${this.#path}.next`, 'w', 0o600)
    await next.writeFile(text)
    await next.sync()
    await next.close()
    await rename(`${this.#path}.next`, this.#path)
    lasting(dirname(this.#path))
    await this.#file.close()
    this.#file = await open(this.#path, 'a', 0o600)
    this.#bytes = Buffer.byteLength(text)
    this.#keys = keys
  }
}
