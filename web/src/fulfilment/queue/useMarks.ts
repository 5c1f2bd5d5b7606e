import { useState } from 'react'

/** What is marked of a list, by id; `between` says what lies between two of them in the list's order. */
export const between = (ids: readonly string[], from: string | undefined, to: string): string[] => {
  const [a, b] = [ids.indexOf(from ?? to), ids.indexOf(to)]
  if (a < 0 || b < 0) return [to]
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** Marks of the rows of a list; what leaves the list is no longer marked. */
export function useMarks(here: readonly string[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string>()
  const ids = new Set(here.filter(id => marked.has(id)))
  const mark = (id: string, reach: boolean) => {
    const wanted = !ids.has(id)
    const next = new Set(ids)
    for (const each of reach ? between(here, last, id) : [id]) {
      if (wanted || reach) next.add(each)
      else next.delete(each)
    }
    setLast(id)
    setMarked(next)
  }
  return { ids, mark, all: (wanted: boolean) => setMarked(new Set(wanted ? here : [])), clear: () => setMarked(new Set()) }
}
