/** Texts that stay on this device until the server has them, each by its own key. */
export interface Shelf {
  load: () => Readonly<Record<string, string>>
  /** Keeps a text, or forgets the one that is done. */
  keep: (key: string, text: string | undefined) => void
  forget: () => void
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** The texts under a prefix, which names a person, so that nobody else at the same device gets them. */
export function shelfOf(store: Store, prefix: string): Shelf {
  const keys = () => Array.from({ length: store.length }, (_, at) => store.key(at) ?? '').filter(key => key.startsWith(prefix))
  return {
    load: () => Object.fromEntries(keys().flatMap(key => {
      const text = store.getItem(key)
      return text === null ? [] : [[key.slice(prefix.length), text]]
    })),
    keep(key, text) {
      try {
        if (text === undefined) store.removeItem(prefix + key)
        else store.setItem(prefix + key, text)
      } catch {
        // A full or forbidden store: the text is still on the page and goes to the server.
      }
    },
    forget() {
      for (const key of keys()) store.removeItem(key)
    },
  }
}
