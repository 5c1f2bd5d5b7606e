import type { EventStore } from '../kernel/event-store.ts'
import { event, events, fresh, idsOf, type Place } from './sample.conformance.ts'

/** Hard but lawful texts: beyond the basic plane, combining, right to left, controls, quotes, names with a meaning elsewhere. */
const hard = {
  text: '龙城亲清 𠮷野家 👩‍👩‍👧‍👦 e\u0301 \u202eabc\u202c \u0000 \u2028 "\\ \\ud800 {{}} --',
  empty: '', nothing: null, none: [], deep: { a: [{ b: [[1, -2, 0.5, 9007199254740991]] }] },
  ['__proto__x']: 1, constructor: 'x', '键 with spaces': true,
}

/** What is written is there, as it was, also for whoever opens the log later. */
export function keeps(make: () => Promise<Place>): void {
  describe('keeps', () => {
    let place: Place
    let log: EventStore

    beforeAll(async () => {
      place = await make()
      log = await place.open()
    })
    afterAll(async () => {
      await log.close()
      await place.clear()
    })

    test('an event with all of its envelope', async () => {
      const stream = fresh()
      const links = { causationId: 'cause', correlationId: 'other' }
      const written = event({ ...links, post: null, onBehalfOf: 'e-1', mandate: 'm-1', purpose: 'demo', schemaVersion: 3 })
      const { position } = await log.append([{ stream, expected: -1, events: [written] }])
      expect(await log.read(stream)).toEqual([{ ...written, stream, revision: 0, position }])
    })

    test('any text that is one, and any JSON', async () => {
      const stream = `${fresh()}·柳州`
      const odd: unknown = JSON.parse('{"__proto__": {"polluted": true}, "toString": 1}')
      const written = [hard, odd, '只有文字', null, [1, '二']].map(data => event({ data }))
      await log.append([{ stream, expected: -1, events: written }])
      const read = await log.read(stream)
      expect(read.map(({ data }) => JSON.stringify(data))).toEqual(written.map(({ data }) => JSON.stringify(data)))
    })

    test('an event of a megabyte', async () => {
      const stream = fresh()
      const data = { text: '政策原文'.repeat(87_500) }
      await log.append([{ stream, expected: -1, events: [event({ data })] }])
      expect((await log.read(stream))[0]?.data).toEqual(data)
    })

    test.each<[string, unknown]>([
      ['half a character', { text: 'a\ud800b' }],
      ['half a character in a key', { ['\udc00']: 1 }],
      ['half a character, deep', { list: [{ text: '\udfff' }] }],
      ['no number', { amount: Number.NaN }],
      ['infinity', { amount: Infinity }],
      ['a date object', { at: new Date(0) }],
      ['a map', { at: new Map() }],
      ['a big integer', { amount: 1n }],
      ['a function', { act: () => 1 }],
      ['a hole', { list: [1, undefined, 2] }],
      ['nothing at all', undefined],
      ['more than any event should hold', { text: 'x'.repeat(5 * 1024 * 1024) }],
    ])('no data that would not come back the same: %s', async (_, data) => {
      const stream = fresh()
      await expect(log.append([{ stream, expected: -1, events: [event(), event({ data })] }])).rejects.toThrow(TypeError)
      expect(await log.read(stream)).toEqual([])
    })

    test('what it was given, not what became of it afterwards', async () => {
      const stream = fresh()
      const data = { text: 'before' }
      const appending = log.append([{ stream, expected: -1, events: [event({ data })] }])
      data.text = 'after'
      await appending
      const read = (await log.read(stream))[0]!.data as { text: string }
      read.text = 'changed by a reader'
      expect((await log.read(stream))[0]?.data).toEqual({ text: 'before' })
    })

    test('everything for the next one who opens it, under the same name', async () => {
      const [stream, later] = [fresh(), fresh()]
      const written = events(3)
      const [identity, before] = [await log.identity(), await log.head()]
      await log.append([{ stream, expected: -1, events: written }])
      const head = await log.head()
      await log.close()
      log = await place.open()
      expect(await log.identity()).toBe(identity)
      expect(await log.head()).toBe(head)
      expect(idsOf(await log.read(stream))).toEqual(idsOf(written))
      expect(idsOf((await log.page({ after: before })).events)).toEqual(idsOf(written))
      const more = [{ stream, expected: 2, events: [event()] }, { stream: later, expected: -1, events: [event()] }]
      const { position, revisions } = await log.append(more)
      expect(position).toBeGreaterThan(head)
      expect(revisions).toEqual({ [stream]: 3, [later]: 0 })
    })

    test('nothing and under another name once it has been cleared', async () => {
      const stream = fresh()
      const identity = await log.identity()
      await log.append([{ stream, expected: -1, events: [event()] }])
      await log.close()
      await place.clear()
      log = await place.open()
      expect(await log.identity()).not.toBe(identity)
      expect(await log.read(stream)).toEqual([])
    })

    test('two logs apart', async () => {
      const other = await make()
      const second = await other.open()
      expect(await second.identity()).not.toBe(await log.identity())
      await second.close()
      await other.clear()
    })
  })
}
