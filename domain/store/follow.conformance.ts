import type { Batch, EventStore } from '../kernel/event-store.ts'
import type { Recorded } from '../kernel/message.ts'
import { event, events, fresh, idsOf, type Place } from './sample.conformance.ts'

/** What has happened, in order and without a gap, and then what happens. */
export function follows(make: () => Promise<Place>): void {
  describe('follows', () => {
    let place: Place
    let log: EventStore
    let start: number
    const write = async (stream: string, expected: number, types: readonly string[]) =>
      await log.append([{ stream, expected, events: types.map(type => event({ type })) }])

    /** Follows until it is satisfied, and says what came. */
    async function until(satisfied: (events: readonly Recorded[], position: number) => boolean, over: object = {}): Promise<Batch[]> {
      const batches: Batch[] = []
      for await (const batch of log.follow({ after: start, ...over })) {
        batches.push(batch)
        if (satisfied(batches.flatMap(one => one.events), batch.position)) break
      }
      return batches
    }

    beforeAll(async () => {
      place = await make()
      log = await place.open()
    })
    beforeEach(async () => { start = await log.head() })
    afterAll(async () => {
      await log.close()
      await place.clear()
    })

    test('a page at a time, up to a head that is where all has been read', async () => {
      const [one, two] = [fresh(), fresh()]
      const first = await write(one, -1, ['A', 'B'])
      await write(two, -1, ['A'])
      const last = await write(one, 1, ['C'])
      const page = await log.page({ after: start })
      const seen = page.events.map(({ stream, revision, type }) => [stream, revision, type])
      expect(seen).toEqual([[one, 0, 'A'], [one, 1, 'B'], [two, 0, 'A'], [one, 2, 'C']])
      expect(page.position).toBe(last.position)
      expect(await log.head()).toBe(last.position)
      expect((await log.page({ after: first.position })).events.map(({ type }) => type)).toEqual(['A', 'C'])
      expect(await log.page({ after: last.position })).toEqual({ events: [], position: last.position })
    })

    test('at most as many in one batch as wanted, and none twice or left out', async () => {
      const written = events(25)
      await log.append([{ stream: fresh(), expected: -1, events: written }])
      const batches = await until(seen => seen.length >= 25, { limit: 7 })
      expect(batches.every(batch => batch.events.length <= 7)).toBe(true)
      expect(idsOf(batches.flatMap(batch => batch.events))).toEqual(idsOf(written))
      const full = await log.page({ after: start, limit: 7 })
      expect(full.position).toBe(full.events.at(-1)?.position)
    })

    test('the wanted types alone, and moves on also when there was none of them', async () => {
      const stream = fresh()
      await write(stream, -1, ['A', 'B', 'A', 'C'])
      const { position } = await write(stream, 3, ['D'])
      expect((await log.page({ after: start, types: ['B', 'C', 'never'] })).events.map(({ type }) => type)).toEqual(['B', 'C'])
      expect(await log.page({ after: start, types: ['never'] })).toEqual({ events: [], position })
      expect(await log.page({ after: start, types: [] })).toEqual({ events: [], position })
      const batches = await until((_, at) => at >= position, { types: ['never'] })
      expect(batches.flatMap(batch => batch.events)).toEqual([])
      expect(batches.at(-1)?.position).toBe(position)
    })

    test('a rare type through a long past', async () => {
      const stream = fresh()
      await write(stream, -1, ['Rare'])
      for (let n = 0; n < 24; n++) await log.append([{ stream, expected: n * 500, events: events(500) }])
      const { position } = await write(stream, 12_000, ['Rare'])
      const batches = await until((_, at) => at >= position, { types: ['Rare'] })
      expect(batches.flatMap(batch => batch.events).map(({ revision }) => revision)).toEqual([0, 12_001])
    })

    test('what happens later, without being asked again', async () => {
      const stream = fresh()
      const following = until(seen => seen.length >= 3)
      await write(stream, -1, ['A'])
      await write(stream, 0, ['B'])
      await write(stream, 1, ['C'])
      const batches = await following
      expect(batches.flatMap(batch => batch.events).map(({ type }) => type)).toEqual(['A', 'B', 'C'])
    })

    test('past and present without a gap while 16 write', async () => {
      const streams = Array.from({ length: 16 }, fresh)
      await Promise.all(streams.map(stream => write(stream, -1, ['A', 'A'])))
      const writing = Promise.all(streams.map(async stream => {
        for (let n = 1; n < 41; n += 2) await write(stream, n, ['B', 'C'])
      }))
      const batches = await until(seen => seen.length >= 16 * 42, { limit: 20 })
      await writing
      const seen = batches.flatMap(batch => batch.events)
      for (const stream of streams) {
        expect(seen.filter(one => one.stream === stream).map(({ revision }) => revision)).toEqual(Array.from({ length: 42 }, (_, n) => n))
      }
      const [positions, ends] = [seen.map(({ position }) => position), batches.map(({ position }) => position)]
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
      expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b))
      expect(batches.every(batch => batch.events.every(({ position }) => position <= batch.position))).toBe(true)
    })

    test('no append in part: its events lie together', async () => {
      const pairs = Array.from({ length: 32 }, () => [fresh(), fresh()] as const)
      await Promise.all(pairs.map(([one, two]) =>
        log.append([{ stream: one, expected: -1, events: events(2) }, { stream: two, expected: -1, events: events(1) }])))
      const seen = (await until(all => all.length >= 96)).flatMap(batch => batch.events).map(({ stream }) => stream)
      for (const [one, two] of pairs) expect(seen.slice(seen.indexOf(one)).slice(0, 3)).toEqual([one, one, two])
    })

    test('by many at once', async () => {
      const stream = fresh()
      const following = Array.from({ length: 50 }, (_, n) => until(seen => seen.length >= 30, { limit: 1 + n }))
      for (let n = -1; n < 29; n++) await write(stream, n, ['A'])
      for (const batches of await Promise.all(following)) {
        expect(batches.flatMap(batch => batch.events).map(({ revision }) => revision)).toEqual(Array.from({ length: 30 }, (_, n) => n))
      }
    })

    test('until the signal is raised, and ends quietly', async () => {
      const stop = new AbortController()
      const seen: string[] = []
      const following = (async () => {
        for await (const batch of log.follow({ after: start, signal: stop.signal })) {
          seen.push(...batch.events.map(({ type }) => type))
          if (seen.includes('B')) stop.abort()
        }
      })()
      const { revisions } = await write(fresh(), -1, ['A'])
      const [stream] = Object.keys(revisions)
      await write(stream!, 0, ['B'])
      await following
      expect(seen).toEqual(['A', 'B'])
    })

    test('ends quietly while nothing happens, and does not begin when the signal is already up', async () => {
      const stop = new AbortController()
      const batches = log.follow({ after: start, signal: stop.signal })[Symbol.asyncIterator]()
      const next = batches.next()
      stop.abort()
      expect((await next).done).toBe(true)
      await write(fresh(), -1, ['A'])
      expect((await log.follow({ after: start, signal: stop.signal })[Symbol.asyncIterator]().next()).done).toBe(true)
    })

    test('until the log is closed, and ends quietly', async () => {
      const next = log.follow({ after: start })[Symbol.asyncIterator]().next()
      await log.close()
      expect((await next).done).toBe(true)
      log = await place.open()
    })

    test('and whoever was answered reads what was written', async () => {
      const stream = fresh()
      for (let n = -1; n < 49; n++) {
        const { position } = await write(stream, n, ['A'])
        expect((await log.read(stream)).at(-1)?.revision).toBe(n + 1)
        expect(await log.head()).toBeGreaterThanOrEqual(position)
        expect((await log.page({ after: position - 1 })).events[0]?.position).toBe(position)
      }
    })
  })
}
