/** Chance that repeats: the same seed draws the same, so that a failure can be seen again. */
export interface Seeded {
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number
  pick<T>(list: readonly T[]): T
  list<T>(count: number, draw: () => T): T[]
  shuffled<T>(list: readonly T[]): T[]
}

export function seeded(seed: number): Seeded {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  const list = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw)
  return {
    int,
    pick: from => from[int(from.length)]!,
    list,
    shuffled: from => from.map(one => [next(), one] as const).sort(([a], [b]) => a - b).map(([, one]) => one),
  }
}

/** Few in every test run, many when the whole is proved. */
export const times = (few: number, many: number): number => (process.env.QQ_PROVE ? many : few)

/** The seed of this run: `QQ_SEED` repeats one. */
export const seed = Number(process.env.QQ_SEED ?? 20260302)
