import type { EventStore, Write } from '../kernel/event-store.ts'
import { conflictOf, event, events, fresh, type Place } from './sample.conformance.ts'

/** Whoever does not know whether an append was written asks again with the same ids, and learns it. */
export function repeats(make: () => Promise<Place>): void {
  describe('answers the same append again', () => {
    let place: Place
    let log: EventStore
    const lengthOf = async (stream: string) => (await log.read(stream)).length

    beforeAll(async () => {
      place = await make()
      log = await place.open()
    })
    afterAll(async () => {
      await log.close()
      await place.clear()
    })

    test('as the first time, however often and whatever came later', async () => {
      const stream = fresh()
      const writes: Write[] = [{ stream, expected: -1, events: events(2) }]
      const first = await log.append(writes)
      expect(await log.append(writes)).toEqual(first)
      const next: Write[] = [{ stream, expected: 1, events: events(3) }]
      const second = await log.append(next)
      await log.append([{ stream: fresh(), expected: -1, events: [event()] }])
      expect(await log.append(writes)).toEqual(first)
      expect(await log.append(next)).toEqual(second)
      expect(await lengthOf(stream)).toBe(5)
    })

    test('as the first time for 50 who ask at once', async () => {
      const stream = fresh()
      const writes: Write[] = [{ stream, expected: -1, events: events(2) }]
      const answers = await Promise.all(Array.from({ length: 50 }, () => log.append(writes)))
      expect(answers).toEqual(answers.map(() => answers[0]))
      expect(await lengthOf(stream)).toBe(2)
    })

    test('by ids alone: what came in between may have another time or another cipher', async () => {
      const stream = fresh()
      const [one, two] = events(2) as [ReturnType<typeof event>, ReturnType<typeof event>]
      const first = await log.append([{ stream, expected: -1, events: [one, two] }])
      const again = [one, two].map(each => ({ ...each, data: { text: 'another' }, recordedAt: '2026-03-03T00:00:00.000Z' }))
      expect(await log.append([{ stream, expected: -1, events: again }])).toEqual(first)
      expect((await log.read(stream)).map(({ data }) => data)).toEqual([one.data, two.data])
    })

    test('over several streams, each of which has moved on', async () => {
      const [one, two] = [fresh(), fresh()]
      const writes: Write[] = [{ stream: one, expected: -1, events: events(2) }, { stream: two, expected: -1, events: events(1) }]
      const first = await log.append(writes)
      await log.append([{ stream: two, expected: 0, events: [event()] }])
      expect(await log.append(writes)).toEqual(first)
      await log.append([{ stream: one, expected: 1, events: [event()] }])
      expect(await log.append(writes)).toEqual(first)
    })

    test('also when a checked stream has moved since', async () => {
      const [stream, seen, absent] = [fresh(), fresh(), fresh()]
      await log.append([{ stream: seen, expected: -1, events: [event()] }])
      const writes: Write[] = [{ stream, expected: -1, events: [event()] }]
      const checks = [{ stream: seen, expected: 0 }, { stream: absent, expected: -1 }]
      const first = await log.append(writes, checks)
      await log.append([{ stream: seen, expected: 0, events: [event()] }, { stream: absent, expected: -1, events: [event()] }])
      expect(await log.append(writes, checks)).toEqual(first)
    })

    test('also when the log has been closed and opened in between', async () => {
      const stream = fresh()
      const writes: Write[] = [{ stream, expected: -1, events: events(2) }]
      const first = await log.append(writes)
      await log.append([{ stream, expected: 1, events: [event()] }])
      await log.close()
      log = await place.open()
      expect(await log.append(writes)).toEqual(first)
    })

    test.each([-1, 0, 2, 3, 5])('but not at another revision than then: %d', async expected => {
      const stream = fresh()
      const same = events(2)
      await log.append([{ stream, expected: -1, events: events(2) }])
      await log.append([{ stream, expected: 1, events: same }])
      expect(await conflictOf(log.append([{ stream, expected, events: same }]))).toEqual({ stream, current: 3 })
      expect(await lengthOf(stream)).toBe(4)
    })

    test('but not when only a part of it is there', async () => {
      const [stream, other] = [fresh(), fresh()]
      const same = events(2)
      await log.append([{ stream, expected: -1, events: same }])
      const longer = [{ stream, expected: -1, events: [...same, event()] }]
      expect(await conflictOf(log.append(longer))).toEqual({ stream, current: 1 })
      const mixed = [{ stream, expected: -1, events: [same[0]!, event()] }]
      expect(await conflictOf(log.append(mixed))).toEqual({ stream, current: 1 })
      const wider = [{ stream: other, expected: -1, events: [event()] }, { stream, expected: -1, events: same }]
      expect(await conflictOf(log.append(wider))).toEqual({ stream, current: 1 })
      expect([await lengthOf(stream), await lengthOf(other)]).toEqual([2, 0])
    })
  })
}
