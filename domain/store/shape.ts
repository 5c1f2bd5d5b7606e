import type { Check, Write } from '../kernel/event-store.ts'

/** The most characters of JSON that one event may have; a bound, so that one event never stops a log. */
const largest = 4 * 1024 * 1024

const refuse = (why: string): never => {
  throw new TypeError(`the log was asked wrongly: ${why}`)
}

const scalars: Readonly<Record<string, (value: never) => boolean>> = {
  string: (value: string) => value.isWellFormed(),
  number: (value: number) => Number.isFinite(value),
  boolean: () => true,
  undefined: () => true,
}

/** Whether an object is one that JSON gives back as it was; the same in every realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Refuses what JSON would silently change: half a character, NaN, a date, a function, a hole in a list. */
function refuseUnkeepable(value: unknown, path: string): void {
  if (typeof value !== 'object') {
    if (!scalars[typeof value]?.(value as never)) refuse(`${path} is no value that JSON keeps as it is (${typeof value})`)
  } else if (Array.isArray(value)) {
    for (let n = 0; n < value.length; n++) {
      if (value[n] === undefined) refuse(`${path}.${n} is undefined`)
      refuseUnkeepable(value[n], `${path}.${n}`)
    }
  } else if (value !== null) {
    if (!isPlain(value)) refuse(`${path} is no plain object`)
    for (const key of Object.keys(value)) {
      if (!key.isWellFormed()) refuse(`${path} has a key with half a character`)
      refuseUnkeepable((value as Record<string, unknown>)[key], `${path}.${key}`)
    }
  }
}

const isRevision = (value: number) => Number.isSafeInteger(value) && value >= -1

function refuseDoubled(names: readonly string[], what: string): void {
  const first = names.find((name, n) => names.indexOf(name) !== n)
  if (first !== undefined) refuse(`${what} ${first} comes twice`)
}

/** Refuses, as a mistake of the caller, what no log may be asked to write. */
export function refuseMalformed(writes: readonly Write[], checks: readonly Check[]): void {
  if (!writes.length) refuse('nothing to write')
  for (const { stream, expected, events } of writes) {
    if (!events.length) refuse(`no events for ${stream}`)
    if (!isRevision(expected)) refuse(`${expected} is no revision`)
    events.forEach((event, n) => {
      if (event.data === undefined) refuse(`${event.type} has no data`)
      refuseUnkeepable(event, `${stream}[${n}]`)
    })
  }
  for (const { expected } of checks) if (!isRevision(expected)) refuse(`${expected} is no revision`)
  for (const { stream } of [...writes, ...checks]) if (!stream || !stream.isWellFormed()) refuse('a stream without a proper name')
  refuseDoubled(writes.map(({ stream }) => stream), 'the stream')
  refuseDoubled(writes.flatMap(({ events }) => events.map(({ id }) => id)), 'the event')
}

/** Refuses an event that is too large to be kept. */
export function bounded(json: string): string {
  return json.length <= largest ? json : refuse(`an event of ${json.length} characters is too large`)
}
