import { generateSync, type JsonSchema } from 'json-schema-faker'
import { faultOf } from './answers.conformance.ts'
import type { Json } from './schema.ts'

/** Repeatable numbers in [0, 1). */
export type Chance = () => number

export const pick = <One>(from: readonly One[], chance: Chance): One => from[Math.floor(chance() * from.length)]!

/** A value of the schema; nothing when chance finds none after some tries, as with conditions that contain themselves. */
export function sample(schema: Json, components: Json, chance: Chance): unknown {
  for (let tries = 0; tries < 20; tries++) {
    const seed = Math.floor(chance() * 2 ** 31)
    const value = generateSync({ ...schema, components } as unknown as JsonSchema, { seed, optionalsProbability: chance(), maxItems: 6 } as Parameters<typeof generateSync>[1])
    if (!faultOf(schema, value)) return value
  }
  return undefined
}

interface Place {
  within: Record<string, unknown>
  key: string
}

/** Every place of a value that something else could be put into. */
const places = (value: unknown): Place[] => (typeof value === 'object' && value !== null
  ? Object.entries(value).flatMap(([key, one]) => [{ within: value as Record<string, unknown>, key }, ...places(one)])
  : [])

const strangers: readonly unknown[] = [null, true, false, -1, 0, 1.5, 1e300, 2 ** 53, '', ' ', 'constructor', '__proto__', '\u0000', '\u202e', {}, [], [[]], [null], { constructor: 1 }, { length: -1 }, '2026-02-30', '9'.repeat(400)]
const names = ['constructor', 'toString', 'hasOwnProperty', '', ' ', 'a'.repeat(500), '$where', 'type', '字段']

/** What is put into a place of which no schema can speak: it is written into the text, since no value could carry it. */
const texts: Readonly<Record<string, () => string>> = {
  'a megabyte': () => `"${'x'.repeat(1_000_000)}"`,
  'ten thousand lists': () => '['.repeat(10_000) + ']'.repeat(10_000),
  'ten thousand objects': () => `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'half a character': () => '"\\ud800"',
  'half a character in a name': () => '{"\\udc00":1}',
  'a prototype': () => '{"__proto__":{"x":1}}',
  'a number without end': () => '1e999',
  'nothing that is JSON': () => '{"a":',
}

const mark = 'put something else here'

export interface Hostile {
  what: string
  text: string
  /** The value where JSON can say it; nothing where the text itself is the fault. */
  value?: unknown
}

/** A value changed in one place so that it is none of the schema any more; nothing when chance finds no such change. */
export function spoilt(value: unknown, schema: Json, chance: Chance): Hostile | undefined {
  for (let tries = 0; tries < 20; tries++) {
    const found = changed(value, chance)
    if (found.value === undefined || faultOf(schema, found.value)) return found
  }
  return undefined
}

function changed(value: unknown, chance: Chance): Hostile {
  const copy = structuredClone({ root: value })
  const all = places(copy)
  const { within, key } = pick(all, chance)
  const way = chance()
  if (way < 0.35) within[key] = pick(strangers, chance)
  else if (way < 0.5 && within !== copy) delete within[key]
  else if (way < 0.65) {
    const objects = all.map(one => one.within[one.key]).filter(one => typeof one === 'object' && one !== null && !Array.isArray(one)) as Record<string, unknown>[]
    if (objects.length) pick(objects, chance)[pick(names, chance)] = pick(strangers, chance)
    else within[key] = { root: pick(strangers, chance) }
  } else {
    const [what, write] = pick(Object.entries(texts), chance)
    within[key] = mark
    return { what, text: JSON.stringify(copy.root).replace(JSON.stringify(mark), write) }
  }
  return { what: `${way < 0.35 ? 'another' : way < 0.5 ? 'no' : 'one more'} at ${key}`, text: JSON.stringify(copy.root) ?? '', value: copy.root }
}
