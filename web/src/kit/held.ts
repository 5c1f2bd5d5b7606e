/** A row as one sees it: here, or struck through because it has left. */
export interface Row<T> {
  id: string
  item: T
  gone: boolean
}

export interface Shown<T> {
  rows: readonly Row<T>[]
  /** How many wait outside. */
  newcomers: number
}

/**
 * What to show when the list is now `latest`. While somebody looks (`held`), no row moves: what is new waits outside, what
 * left stays struck through. Otherwise the latest order holds, and what left stays at its place for a moment.
 */
export function next<T>(shown: readonly Row<T>[], latest: readonly T[], idOf: (item: T) => string, held: boolean): Shown<T> {
  const byId = new Map(latest.map(item => [idOf(item), item]))
  const stays = shown.map(row => {
    const item = byId.get(row.id)
    return item === undefined ? { ...row, gone: true } : { id: row.id, item, gone: false }
  })
  if (held) return { rows: stays, newcomers: byId.size - stays.filter(({ gone }) => !gone).length }

  const rows: Row<T>[] = latest.map(item => ({ id: idOf(item), item, gone: false }))
  stays.forEach((row, at) => {
    if (!row.gone) return
    const before = stays[at - 1]
    const place = before ? rows.findIndex(({ id }) => id === before.id) + 1 : 0
    rows.splice(place, 0, row)
  })
  return { rows, newcomers: 0 }
}

/** Without what has been struck through long enough. */
export const tidy = <T>(shown: readonly Row<T>[]): readonly Row<T>[] => (shown.some(({ gone }) => gone) ? shown.filter(({ gone }) => !gone) : shown)
