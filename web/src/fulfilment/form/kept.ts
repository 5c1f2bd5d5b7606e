import { shelfOf, type Store } from '../../kit/shelf.ts'
import type { Edit } from './edits.ts'

/** What is typed stays on this device until the server has it. */
export interface Keeper {
  load: () => Readonly<Record<string, Edit>>
  /** Keeps an edit, or forgets the one that is done. */
  keep: (key: string, edit: Edit | undefined) => void
  forget: () => void
}

const parsed = (text: string): Edit | undefined => {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null && 'value' in found && 'base' in found && 'sent' in found && 'at' in found ? found as Edit : undefined
  } catch {
    return undefined
  }
}

/** Keeps edits by person, application and field, so that nobody else at the same device gets them into an own form. */
export function keeperOf(store: Store, person: string, application: string): Keeper {
  const shelf = shelfOf(store, `qinqing/form/${person}/${application}/`)
  return {
    load: () => Object.fromEntries(Object.entries(shelf.load()).flatMap(([key, text]): [string, Edit][] => {
      const edit = parsed(text)
      return edit ? [[key, edit]] : []
    })),
    keep(key, edit) {
      // Without theirs: what the server says is asked for anew.
      const { theirs: _, ...kept } = edit ?? { theirs: undefined }
      shelf.keep(key, edit && JSON.stringify(kept))
    },
    forget: shelf.forget,
  }
}
