/** Time, identity and chance, passed in at the edge; nothing below the edge has its own. */
export interface World {
  clock: { now(): string }
  ids: {
    /** A new random id. */
    fresh(): string
    /** UUIDv5 of a name within a namespace: the same input gives the same id. */
    derived(namespace: string, name: string): string
  }
  random: { digits(count: number): string }
  /** SHA-256 of a text in hexadecimal. */
  digest(text: string): string
  timers: { after(milliseconds: number, act: () => void): () => void }
}
