import { z } from 'zod'
import { record } from './spec.ts'
import { type EventTable, personal, personalIn } from './personal.ts'
import { FromTheFuture, upcastIn, versionOf } from './upcast.ts'

/** A name that was split, and then got a title. */
const events: EventTable = {
  grade: 'internal',
  schemas: { GuestGreeted: z.object({ family: personal(z.string()), given: personal(z.string()), title: z.string() }), GuestLeft: z.object({}) },
  past: {
    GuestGreeted: [
      { schema: z.object({ name: personal(z.string()) }), upcast: ({ name }: { name: string | null }) => ({ family: name?.slice(0, 1) ?? null, given: name?.slice(1) ?? null }) },
      { schema: z.object({ family: personal(z.string()), given: personal(z.string()) }), upcast: (data: object) => ({ ...data, title: '' }) },
    ],
  },
}
const upcast = upcastIn({ guest: { events } })
const greeted = (schemaVersion: number, data: unknown) => ({ ...record('guest', [{ type: 'GuestGreeted', data }])[0]!, schemaVersion })

test.each([
  ['the first version goes through all that followed', greeted(1, { name: '示例某' }), { family: '示', given: '例某', title: '' }],
  ['a later one through the rest', greeted(2, { family: '示', given: '例' }), { family: '示', given: '例', title: '' }],
  ['the present one stays as it is', greeted(3, { family: '示', given: '例', title: '经理' }), { family: '示', given: '例', title: '经理' }],
  ['what was erased stays erased', greeted(1, { name: null }), { family: null, given: null, title: '' }],
])('%s', (_, event, data) => {
  expect(upcast(event)).toEqual({ ...event, data, schemaVersion: 3 })
})

test('what a newer program wrote is not guessed at', () => {
  expect(() => upcast(greeted(4, {}))).toThrow(FromTheFuture)
})

test('what is personal was so in every version', () => {
  expect(personalIn({ guest: { events } })('GuestGreeted').map(({ field }) => field).sort()).toEqual(['family', 'given', 'name'])
})

test('an event without a past is in its first version', () => {
  expect([versionOf(events, 'GuestLeft'), versionOf(events, 'GuestGreeted')]).toEqual([1, 3])
})
