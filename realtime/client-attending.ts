import { bounds, type ClientToServer } from './contract.ts'

interface Place {
  projection: string
  id: string
}

interface Line {
  emit(word: 'attend', ...said: Parameters<ClientToServer['attend']>): unknown
  emit(word: 'leave', ...said: Parameters<ClientToServer['leave']>): unknown
}

/** Where one looks, and that it is said again while one does: who says nothing for a while is taken to be away. */
export class Attending {
  private readonly places = new Set<Place>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly line: () => Line | null

  /** `line` is null while there is no connection. */
  constructor(line: () => Line | null) {
    this.line = line
  }

  /** Is seen looking at a document, by those who may see that, until the returned function is called. */
  begin(projection: string, id: string): () => void {
    const place = { projection, id }
    this.places.add(place)
    this.say(place)
    return () => {
      if (!this.places.delete(place)) return
      const elsewhere = [...this.places].some(one => one.projection === projection && one.id === id)
      if (!elsewhere) this.line()?.emit('leave', projection, id)
    }
  }

  again(): void {
    clearTimeout(this.timer)
    for (const place of this.places) this.say(place)
    this.timer = setTimeout(() => this.again(), bounds.attendMs / 3)
  }

  pause(): void {
    clearTimeout(this.timer)
  }

  private say({ projection, id }: Place): void {
    this.line()?.emit('attend', projection, id, () => {})
  }
}
