import type { Edit } from './edits.ts'

/** What is typed stays on this device until the server has it. */
export interface Keeper {
  load: () => Readonly<Record<string, Edit>>
  /** Keeps an edit, or forgets the one that is done. */
  keep: (key: string, edit: Edit | undefined) => void
  forget: () => void
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const parsed = (text: string | null): Edit | undefined => {
  try {
    const found: unknown = JSON.parse(text ?? 'null')
    return typeof found === 'object' && found !== null && 'value' in found && 'base' in found && 'sent' in found && 'at' in found ? found as Edit : undefined
  } catch {
    return undefined
  }
}

/** Keeps edits by person, application and field, so that nobody else at the same device gets them into an own form. */
export function keeperOf(shelf: Shelf, person: string, application: string): Keeper {
  const prefix = `qinqing/form/${person}/${application}/`
  const keys = () => Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '').filter(key => key.startsWith(prefix))
  return {
    load: () => Object.fromEntries(keys().flatMap((key): [string, Edit][] => {
      const edit = parsed(shelf.getItem(key))
      return edit ? [[key.slice(prefix.length), edit]] : []
    })),
    keep(key, edit) {
      // Without theirs: what the server says is asked for anew.
      const { theirs: _, ...kept } = edit ?? { theirs: undefined }
      try {
        if (edit) shelf.setItem(prefix + key, JSON.stringify(kept))
        else shelf.removeItem(prefix + key)
      } catch {
        // A full or forbidden store: the text is still on the page and goes to the server.
      }
    },
    forget() {
      for (const key of keys()) shelf.removeItem(key)
    },
  }
}
