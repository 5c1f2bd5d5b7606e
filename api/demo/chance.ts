/** Repeatable chance: the same name gives the same numbers in [0, 1) again (FNV-1a into mulberry32). */
export function chance(name: string): () => number {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193), 0x811c9dc5) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Chance = () => number

/** A whole number from the least to the most, both included. */
export const between = (next: Chance, least: number, most: number): number => least + Math.floor(next() * (most - least + 1))

export const pick = <One>(next: Chance, all: readonly One[]): One => all[Math.floor(next() * all.length)]!

/** So many random decimal digits. */
export const digits = (next: Chance, count: number): string => Array.from({ length: count }, () => between(next, 0, 9)).join('')
