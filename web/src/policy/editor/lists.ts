export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, n) => n !== at)

export const inserted = <T>(list: readonly T[], at: number, one: T): T[] => list.toSpliced(at, 0, one)

/** The list with the one at a place moved to another. */
export const exchanged = <T>(list: readonly T[], from: number, to: number): T[] =>
  (from < 0 || to < 0 || to >= list.length ? [...list] : inserted(without(list, from), to, list[from]!))

export const replaced = <T>(list: readonly T[], at: number, patch: Partial<T>): T[] => list.map((one, n) => (n === at ? { ...one, ...patch } : one))
