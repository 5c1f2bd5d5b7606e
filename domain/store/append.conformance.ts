import type { EventStore } from '../kernel/event-store.ts'
import { conflictOf, event, events, fresh, idsOf, type Place } from './sample.conformance.ts'

/** All or nothing, in order, and only where the writer thinks that the streams are. */
export function appends(make: () => Promise<Place>): void {
  describe('appends', () => {
    let place: Place
    let log: EventStore
    const write = (stream: string, expected: number, count = 1) => log.append([{ stream, expected, events: events(count) }])
    const revisionOf = async (stream: string) => (await log.read(stream)).at(-1)?.revision ?? -1

    beforeAll(async () => {
      place = await make()
      log = await place.open()
    })
    afterAll(async () => {
      await log.close()
      await place.clear()
    })

    test('in order, with revisions from 0 on and rising positions', async () => {
      const stream = fresh()
      const [first, second] = [events(3), events(2)]
      const one = await log.append([{ stream, expected: -1, events: first }])
      const two = await log.append([{ stream, expected: 2, events: second }])
      expect([one.revisions, two.revisions]).toEqual([{ [stream]: 2 }, { [stream]: 4 }])
      const read = await log.read(stream)
      expect(idsOf(read)).toEqual(idsOf([...first, ...second]))
      expect(read.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4])
      const positions = read.map(({ position }) => position)
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
      expect([positions[2], positions[4]]).toEqual([one.position, two.position])
      expect(await log.head()).toBe(two.position)
    })

    test('and reads a stream from a revision on', async () => {
      const stream = fresh()
      await write(stream, -1, 5)
      expect((await log.read(stream, 3)).map(({ revision }) => revision)).toEqual([3, 4])
      expect(await log.read(stream, 5)).toEqual([])
      expect(await log.read(stream, 99)).toEqual([])
      expect(await log.read(fresh())).toEqual([])
    })

    test.each([
      ['a new one where there is one', 2, -1],
      ['an old one where there is none', 0, 0],
      ['a revision that is past', 3, 1],
      ['a revision that is still to come', 3, 7],
    ])('not to %s', async (_, count, expected) => {
      const stream = fresh()
      if (count) await write(stream, -1, count)
      expect(await conflictOf(write(stream, expected))).toEqual({ stream, current: count - 1 })
      expect(await revisionOf(stream)).toBe(count - 1)
    })

    test('for one of 64 who want the same place', async () => {
      const stream = fresh()
      for (const expected of [-1, 1]) {
        const racing = Array.from({ length: 64 }, () => write(stream, expected, 2))
        const outcomes = await Promise.allSettled(racing)
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        const lost = racing.filter((_, n) => outcomes[n]!.status === 'rejected')
        for (const one of lost) expect(await conflictOf(one)).toEqual({ stream, current: expected + 2 })
      }
      expect(await revisionOf(stream)).toBe(3)
    })

    test('for 64 at once who want different places', async () => {
      const streams = Array.from({ length: 64 }, fresh)
      const answers = await Promise.all(streams.map(stream => write(stream, -1)))
      expect(new Set(answers.map(({ position }) => position)).size).toBe(64)
      for (const stream of streams) expect(await revisionOf(stream)).toBe(0)
    })

    test('to several streams at once', async () => {
      const [one, two] = [fresh(), fresh()]
      await write(one, -1)
      const writes = [{ stream: one, expected: 0, events: events(2) }, { stream: two, expected: -1, events: events(3) }]
      const { position, revisions } = await log.append(writes)
      expect(revisions).toEqual({ [one]: 2, [two]: 2 })
      expect((await log.read(two)).at(-1)?.position).toBe(position)
    })

    test('to none of several when one is elsewhere', async () => {
      const [one, two, three] = [fresh(), fresh(), fresh()]
      await write(two, -1)
      const head = await log.head()
      const writes = [one, two, three].map(stream => ({ stream, expected: -1, events: events(2) }))
      expect(await conflictOf(log.append(writes))).toEqual({ stream: two, current: 0 })
      expect([await revisionOf(one), await revisionOf(two), await revisionOf(three)]).toEqual([-1, 0, -1])
      expect((await log.page({ after: head })).events).toEqual([])
      // The place that was not taken is still free.
      await write(one, -1)
    })

    test('with checks on streams that it does not write', async () => {
      const [one, seen, absent] = [fresh(), fresh(), fresh()]
      await write(seen, -1, 2)
      const checks = [{ stream: seen, expected: 1 }, { stream: absent, expected: -1 }]
      expect((await log.append([{ stream: one, expected: -1, events: [event()] }], checks)).revisions).toEqual({ [one]: 0 })
      expect([await revisionOf(seen), await revisionOf(absent)]).toEqual([1, -1])
    })

    test.each([
      ['has moved on', 2, 0],
      ['is not there', 0, 0],
      ['is there and should not be', 1, -1],
    ])('not when a checked stream %s', async (_, count, expected) => {
      const [one, seen] = [fresh(), fresh()]
      if (count) await write(seen, -1, count)
      const checks = [{ stream: fresh(), expected: -1 }, { stream: seen, expected }]
      const appending = log.append([{ stream: one, expected: -1, events: [event()] }], checks)
      expect(await conflictOf(appending)).toEqual({ stream: seen, current: count - 1 })
      expect(await revisionOf(one)).toBe(-1)
    })

    test('for one of two who check what the other writes', async () => {
      const pairs = await Promise.all(Array.from({ length: 16 }, async () => {
        const [one, two] = [fresh(), fresh()]
        const outcomes = await Promise.allSettled([
          log.append([{ stream: one, expected: -1, events: [event()] }], [{ stream: two, expected: -1 }]),
          log.append([{ stream: two, expected: -1, events: [event()] }], [{ stream: one, expected: -1 }]),
        ])
        return outcomes.map(({ status }) => status).sort()
      }))
      expect(pairs).toEqual(pairs.map(() => ['fulfilled', 'rejected']))
    })

    test('a loser beside winners, without harm to them', async () => {
      const taken = fresh()
      await write(taken, -1)
      const streams = Array.from({ length: 20 }, fresh)
      const outcomes = await Promise.allSettled(streams.flatMap(stream => [write(stream, -1), write(taken, -1)]))
      expect(outcomes.map(({ status }) => status)).toEqual(streams.flatMap(() => ['fulfilled', 'rejected']))
    })

    test.each<[string, (stream: string) => unknown]>([
      ['nothing', () => []],
      ['a stream without events', stream => [{ stream, expected: -1, events: [] }]],
      ['a good stream and one without events', stream => [
        { stream: fresh(), expected: -1, events: [event()] }, { stream, expected: -1, events: [] },
      ]],
      ['the same stream twice', stream => [0, 1].map(() => ({ stream, expected: -1, events: [event()] }))],
      ['the same event twice', stream => [{ stream, expected: -1, events: [event({ id: 'same' }), event({ id: 'same' })] }]],
      ['a revision that is none', stream => [{ stream, expected: -2, events: [event()] }]],
      ['half a revision', stream => [{ stream, expected: 0.5, events: [event()] }]],
      ['a stream without a name', () => [{ stream: '', expected: -1, events: [event()] }]],
      ['a name with half a character', () => [{ stream: 'liuzhou.case-\ud800', expected: -1, events: [event()] }]],
    ])('refuses, as a mistake in the program: %s', async (_, writes) => {
      const stream = fresh()
      await expect(log.append(writes(stream) as never)).rejects.toThrow(TypeError)
      expect(await log.read(stream)).toEqual([])
    })
  })
}
