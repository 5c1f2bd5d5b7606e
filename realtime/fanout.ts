import type { Viewer } from '@qinqing/projections/kernel/predicate'
import type { Projected } from '@qinqing/projections/kernel/projected'
import type { Progress } from '@qinqing/projections/kernel/progress'
import type { Reader } from '@qinqing/projections/kernel/reader'
import type { Channel } from './channel.ts'
import { channelFor, DocumentChannel, ViewChannel } from './channels.ts'
import type { Recorded } from './contract.ts'
import type { LiveSettings } from './settings.ts'

interface Hooks {
  /** Once per tick in which something was announced or read. */
  tick: () => void
  failed: (error: unknown) => void
}

/** How long a channel that could not be read waits before it is tried again. */
const retryMs = 1_000

/** Brings what has changed to the channels that it concerns, and lets the store be asked, a few at a time, for what they lack. */
export class Fanout {
  /** What was announced to the channels: the store may already be further. */
  progress: Progress
  reads = 0
  private readonly reader: Reader
  private readonly settings: LiveSettings
  private readonly hooks: Hooks
  private readonly channels = new Map<string, Channel>()
  private readonly lists = new Map<string, Set<Channel>>()
  private readonly documents = new Map<string, Set<Channel>>()
  private readonly due = new Set<Channel>()
  private reading = 0
  private cancelTick: (() => void) | null = null
  private stopped = false

  constructor(reader: Reader, settings: LiveSettings, hooks: Hooks) {
    this.reader = reader
    this.settings = settings
    this.hooks = hooks
    this.progress = reader.progress.copy()
  }

  get size(): number {
    return this.channels.size
  }

  announce({ projection, changes, position, log, mended }: Projected): void {
    for (const id of mended) {
      for (const channel of this.concerned(projection, id)) {
        channel.mend(id)
        this.wait(channel)
      }
    }
    for (const change of changes) {
      for (const channel of this.concerned(projection, change.id)) {
        channel.hear(change, projection)
        this.wait(channel)
      }
    }
    this.progress.advance({ projection, position, log })
    this.schedule()
  }

  /** The door opens: whatever was announced before there were channels is in the store. */
  begin(): void {
    this.progress = this.reader.progress.copy()
  }

  /** The channel of a topic for this viewer. It hears nothing before somebody has joined and it is read. Throws `Malformed` and `Forbidden`. */
  channel(topic: Recorded, viewer: Viewer): Channel {
    const { key, make } = channelFor(this.reader, topic, viewer, this.settings.today)
    return this.channels.get(key) ?? make()
  }

  /** Reads for somebody who has joined, without waiting for the tick. */
  read(channel: Channel): void {
    this.channels.set(channel.key, channel)
    for (const [shelf, name] of this.placesOf(channel)) shelf.set(name, (shelf.get(name) ?? new Set()).add(channel))
    this.wait(channel)
    this.work()
  }

  release(channel: Channel): void {
    if (!channel.idle) return
    this.channels.delete(channel.key)
    this.due.delete(channel)
    for (const [shelf, name] of this.placesOf(channel)) {
      shelf.get(name)?.delete(channel)
      if (!shelf.get(name)?.size) shelf.delete(name)
    }
  }

  /** Views may look different on another day. */
  newDay(): void {
    for (const channel of this.channels.values()) {
      if (!(channel instanceof ViewChannel)) continue
      channel.stale()
      this.wait(channel)
    }
    this.schedule()
  }

  schedule(): void {
    if (this.stopped) return
    this.cancelTick ??= this.settings.world.timers.after(this.settings.bounds.tickMs, () => {
      this.cancelTick = null
      this.work()
      this.hooks.tick()
    })
  }

  stop(): void {
    this.stopped = true
    this.cancelTick?.()
    this.due.clear()
  }

  private concerned(projection: string, id: string): Channel[] {
    return [...this.documents.get(documentName(projection, id)) ?? [], ...this.lists.get(projection) ?? []]
  }

  private wait(channel: Channel): void {
    if (channel.due) this.due.add(channel)
  }

  private work(): void {
    for (const channel of this.due) {
      if (this.reading >= this.settings.bounds.reads) return
      this.due.delete(channel)
      void this.refresh(channel)
    }
  }

  private async refresh(channel: Channel): Promise<void> {
    this.reading++
    this.reads++
    try {
      await channel.refresh()
      this.wait(channel)
    } catch (error) {
      this.hooks.failed(error)
      this.settings.world.timers.after(retryMs, () => this.retry(channel))
    } finally {
      this.reading--
      this.schedule()
    }
  }

  private retry(channel: Channel): void {
    if (this.channels.get(channel.key) !== channel) return
    this.wait(channel)
    this.schedule()
  }

  private placesOf(channel: Channel): [shelf: Map<string, Set<Channel>>, name: string][] {
    if (channel instanceof DocumentChannel) return [[this.documents, documentName(channel.projections[0]!, channel.id)]]
    return channel.projections.map(name => [this.lists, name])
  }
}

const documentName = (projection: string, id: string) => `${projection}/${id}`
