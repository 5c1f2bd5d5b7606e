import type { Asker } from '@qinqing/domain/kernel/message'
import { theSystem } from '../kernel/city.ts'
import { type Town, town } from '../spec.ts'
import { operatorAsker } from './asker.ts'
import { realIn } from './demo-only.ts'

let it_: Town
beforeEach(async () => {
  it_ = await town()
  await it_.ask('office', 'a', 'EstablishOffice', office, demo)
  await it_.ask('person', 'player', 'RegisterPerson', { username: 'player', name: '示例某' }, demo)
})
afterEach(() => it_.end())

const office = { bureau: '示例局', name: '示例科', phone: '0772-1' }
const demo: Asker = { ...operatorAsker('demo', 'liuzhou', 'work'), purpose: 'demo' }
const operator = operatorAsker('clerk', 'liuzhou', 'work')
const player: Asker = { ...operator, actor: 'player', roles: ['admin', 'editor'], offices: ['a'] }
const found = async () => (await realIn(it_.opened.running.kernel.log))?.type ?? null

test('what was made for the demo, tried out by its people, or follows by itself is no more than the demo', async () => {
  await it_.ask('office', 'a', 'ReviseOffice', { ...office, phone: '0772-2' }, player)
  await it_.ask('dossier', 'firm', 'RecordEnjoyment', { application: 'x', policy: 'y', item: 'z', title: '示例', fen: null, at: '2026-03-02T01:00:00.000Z' }, theSystem('liuzhou'))
  await it_.ask('readmodel', 'policies', 'AskRebuild', {}, operator)
  expect(await found()).toBeNull()
})

test.each<[string, string, string, object, Asker]>([
  ['a person whom somebody has registered', 'person', 'RegisterPerson', { username: 'real', name: '示例甲' }, player],
  ['an office that an operator has established', 'office', 'EstablishOffice', office, operator],
  ['what was imported', 'policy', 'DraftPolicy', { title: '示例政策', number: '', summary: '', validUntil: null, office: 'a', officeName: '示例科' }, { ...operator, purpose: 'import' }],
])('%s is more', async (_, aggregate, type, data, asker) => {
  await it_.ask(aggregate, 'real', type, data, asker)
  expect(await found()).toBe({ person: 'PersonRegistered', office: 'OfficeEstablished', policy: 'PolicyDrafted' }[aggregate])
})

test('an empty folder has nothing real in it', async () => {
  const empty = await town()
  expect(await realIn(empty.opened.running.kernel.log)).toBeNull()
  await empty.end()
})
