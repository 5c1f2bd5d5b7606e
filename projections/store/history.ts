import type { Recorded } from '@qinqing/domain/kernel/message'
import { partsOf, streamOf } from '@qinqing/domain/kernel/stream'
import type { Projection } from '../kernel/projection.ts'
import type { Seeded } from './seeded.ts'

/** Notes that people write, link and remove: a small history that shows every way in which events meet documents. */
export type NoteEvent =
  | { type: 'NoteWritten'; data: { text: string } }
  | { type: 'NoteTagged'; data: { tag: string } }
  | { type: 'NoteLinked'; data: { to: string } }
  | { type: 'NoteRemoved'; data: object }

export interface NoteDocument {
  id: string
  text: string
  tags: readonly string[]
  /** Notes that link here. */
  linked: readonly string[]
  /** How many events have gone in: shows what was heard twice or not at all. */
  heard: number
}

const isOwn = (note: NoteDocument, { stream }: Recorded) => partsOf(stream).id === note.id

export const notes: Projection<NoteDocument, NoteEvent> = {
  name: 'notes',
  version: 1,
  indexed: ['heard', 'tags'],
  searched: ['text'],
  initial: id => ({ id, text: '', tags: [], linked: [], heard: 0 }),
  touches: event => (event.type === 'NoteLinked' ? [partsOf(event.stream).id, event.data.to] : [partsOf(event.stream).id]),
  evolve: {
    NoteWritten: (note, { text }) => ({ ...note, text: `${note.text}${text}`.slice(-60), heard: note.heard + 1 }),
    NoteTagged: (note, { tag }) => ({ ...note, tags: [...note.tags.filter(one => one !== tag), tag], heard: note.heard + 1 }),
    NoteLinked: (note, { to }, event) => ({
      ...note,
      ...isOwn(note, event)
        ? { tags: [...note.tags, `→${to}`].slice(-5) }
        : { linked: [...note.linked, partsOf(event.stream).id].slice(-5) },
      heard: note.heard + 1,
    }),
    NoteRemoved: () => null,
  },
  visible: ['always'],
}

/** An event as the log gives it. */
export const happened = <E extends { type: string; data: unknown }>(position: number, stream: string, event: E): Recorded => ({
  ...event, stream, position, revision: position, id: `event-${position}`, schemaVersion: 1, tenant: partsOf(stream).tenant,
  actor: 'someone', by: '示例某', post: null, onBehalfOf: null, mandate: null, purpose: 'work',
  commandId: `command-${position}`, commandHash: '', correlationId: `correlation-${position}`, causationId: null,
  occurredAt: '2026-03-02T01:00:00.000Z', recordedAt: '2026-03-02T01:00:00.000Z', grade: 'internal', subjectKeys: [],
})

/** What happens in two cities to some notes; positions rise with gaps, and some events nobody hears. */
export function history(chance: Seeded, count: number, many = 8): Recorded[] {
  const ids = chance.list(many, () => 0).map((_, n) => `n${n}`)
  let position = 0
  const events = [
    () => ({ type: 'NoteWritten', data: { text: chance.pick(['政策', '企业', '，', 'LZ-2026', '示例', ' ']) } }),
    () => ({ type: 'NoteTagged', data: { tag: chance.pick(['税', '人才', 'a']) } }),
    () => ({ type: 'NoteLinked', data: { to: chance.pick(ids) } }),
    () => ({ type: chance.pick(['NoteRemoved', 'NoteWritten']), data: { text: '又' } }),
    () => ({ type: 'NoteSeen', data: {} }),
  ]
  return chance.list(count, () => {
    position += 1 + chance.int(3)
    return happened(position, streamOf(chance.pick(['liuzhou', 'guilin']), 'note', chance.pick(ids)), chance.pick(events)())
  })
}

/** The same history in batches of any size, as a log gives it to somebody who forgets: some batches begin too early, some come again. */
export function batches(chance: Seeded, events: readonly Recorded[]): Recorded[][] {
  const given: Recorded[][] = []
  for (let from = 0; from < events.length;) {
    const to = from + 1 + chance.int(12)
    const early = chance.pick([from, from, Math.max(0, from - chance.int(20)), chance.int(from + 1)])
    given.push(events.slice(early, to))
    if (chance.int(3) === 0) given.push(events.slice(chance.int(from + 1), to))
    from = to
  }
  return given
}
