import type { AnyDecider } from '@qinqing/domain/kernel/decider'
import { type Asked, execute, type Kernel } from '@qinqing/domain/kernel/execute'
import type { Asker } from '@qinqing/domain/kernel/message'
import type { Reaction } from '@qinqing/domain/kernel/reaction'
import { Conflict, ensure } from '@qinqing/domain/kernel/refusal'
import { stillWorld } from '@qinqing/domain/kernel/spec'
import { MemoryEventStore } from '@qinqing/domain/store/memory'
import { z } from 'zod'
import { happened } from '../store/history.ts'
import { react } from './react.ts'

type BellEvent = { type: 'BellRung'; data: { doors: string[] } }

const opening = (id: string, bell: string) => ({ aggregate: 'door', id, command: { type: 'OpenDoor', data: { bell } } })

/** When a bell rings, its doors are opened, and the porter's door at last. */
const openDoors: Reaction<BellEvent> = {
  name: 'open-doors',
  on: { BellRung: ({ doors }, event) => [...doors, 'porter'].map(id => opening(id, event.id)) },
}

/** A door opens once. */
const door: AnyDecider = {
  system: 'house', aggregate: 'door', initial: { status: 'shut' },
  commands: { OpenDoor: z.strictObject({ bell: z.string() }) },
  events: { schemas: { DoorOpened: z.strictObject({ bell: z.string() }) }, grade: 'open' },
  moves: { shut: ['OpenDoor'], open: ['OpenDoor'] },
  roles: { OpenDoor: ['system'] },
  decide: {
    OpenDoor: (state: { status: string }, data: { bell: string }) => {
      ensure(state.status === 'shut', { code: 'door/open', zh: '门已经开了', en: 'The door is open already.' })
      return [{ type: 'DoorOpened', data }]
    },
  },
  evolve: { DoorOpened: () => ({ status: 'open' }) },
}

const rung = (position: number, doors: string[], tenant = 'liuzhou') =>
  happened(position, `${tenant}.bell-b`, { type: 'BellRung', data: { doors } })
const seen = happened(9, 'liuzhou.bell-b', { type: 'BellSeen', data: {} })

const world = stillWorld()
let kernel: Kernel
let asked: [Asked, Asker][]
beforeEach(() => {
  kernel = { log: new MemoryEventStore(), world, deciders: { door }, prefixes: {} }
  asked = []
})

const ask = (one: Asked, asker: Asker) => {
  asked.push([one, asker])
  return execute(kernel, one, asker)
}
const opened = async () => (await kernel.log.page({ after: 0 })).events.map(({ stream }) => stream)

test('asks in the order of the events and of the requests, in the city of the event', async () => {
  await react(openDoors, { events: [rung(1, ['a', 'b']), seen, rung(2, ['c'], 'guilin')] }, ask, world)
  expect(await opened()).toEqual(['liuzhou.door-a', 'liuzhou.door-b', 'liuzhou.door-porter', 'guilin.door-c', 'guilin.door-porter'])
})

test('asks as the reaction, with a command id that follows from the event, and says what caused it', async () => {
  await react(openDoors, { events: [{ ...rung(4, []), purpose: 'demo' }] }, ask, world)
  expect(asked).toEqual([[
    {
      aggregate: 'door', id: 'porter', command: { type: 'OpenDoor', data: { bell: 'event-4' } },
      commandId: world.ids.derived('event-4', 'open-doors/0'), correlationId: 'correlation-4', causationId: 'event-4',
    },
    {
      tenant: 'liuzhou', actor: 'reaction:open-doors', by: '系统', roles: ['system'], offices: [], enterprises: [],
      post: null, onBehalfOf: null, mandate: null, purpose: 'demo',
    },
  ]])
})

test('a batch that comes twice asks the same again, which changes nothing', async () => {
  const events = [rung(1, ['a', 'b']), rung(2, ['c'])]
  await react(openDoors, { events }, ask, world)
  const once = await opened()
  await react(openDoors, { events }, ask, world)
  expect(await opened()).toEqual(once)
  expect(new Set(asked.map(([{ commandId }]) => commandId)).size).toBe(asked.length / 2)
})

test('goes on after a refusal', async () => {
  await react(openDoors, { events: [rung(1, ['a', 'a', 'b'])] }, ask, world)
  expect(await opened()).toEqual(['liuzhou.door-a', 'liuzhou.door-b', 'liuzhou.door-porter'])
})

test('goes on when an earlier form of itself has asked for the event already', async () => {
  const earlier: Reaction<BellEvent> = { ...openDoors, on: { BellRung: () => [opening('a', 'old')] } }
  await react(earlier, { events: [rung(1, ['a'])] }, ask, world)
  await react(openDoors, { events: [rung(1, ['a'])] }, ask, world)
  expect(await opened()).toEqual(['liuzhou.door-a', 'liuzhou.door-porter'])
})

test.each([
  ['a conflict', () => Promise.reject(new Conflict('liuzhou.door-a', 3))],
  ['a defect', () => Promise.reject(new TypeError('broken'))],
  ['a malformed command', (one: Asked, asker: Asker) => execute(kernel, { ...one, command: { type: 'OpenDoor', data: {} } }, asker)],
  ['a command that it may not ask', (one: Asked, asker: Asker) => execute(kernel, one, { ...asker, roles: [] })],
])('%s stops the batch, which must come again', async (_, fail) => {
  let count = 0
  const failing = (one: Asked, asker: Asker) => (++count === 2 ? fail(one, asker) : ask(one, asker))
  await expect(react(openDoors, { events: [rung(1, ['a', 'b'])] }, failing, world)).rejects.toThrow()
  expect([count, await opened()]).toEqual([2, ['liuzhou.door-a']])
  await react(openDoors, { events: [rung(1, ['a', 'b'])] }, ask, world)
  expect(await opened()).toEqual(['liuzhou.door-a', 'liuzhou.door-b', 'liuzhou.door-porter'])
})

test('hears only what it names itself', async () => {
  await react(openDoors, { events: [happened(1, 'liuzhou.bell-b', { type: 'toString', data: {} })] }, ask, world)
  expect(asked).toEqual([])
})
