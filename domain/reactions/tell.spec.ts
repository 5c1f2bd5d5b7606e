import { deciders } from '../catalogue.ts'
import { approved, lives, started } from '../fulfilment/application/examples.conformance.ts'
import type { Message, Recorded } from '../kernel/message.ts'
import { record } from '../kernel/spec.ts'
import { tell } from './tell.ts'

type Asks = { aggregate: string; id: string; command: { type: string; data: unknown } }[]
const at = '2026-03-20T02:00:00.000Z'
const on = tell.on as Record<string, ((data: unknown, event: Recorded) => Asks) | undefined>
const told = (aggregate: string, events: readonly Message[]) =>
  record(aggregate, events, { id: 'it', at }).flatMap(event => on[event.type]?.(event.data, event) ?? [])

test('each thing that happens to a case is told once, under the id of the event', () => {
  expect(told('application', [started, approved])).toEqual([{
    aggregate: 'notice', id: 'event-1', command: { type: 'GiveNotice', data: { kind: 'approved', at, application: 'it' } },
  }])
})

test('that somebody takes a case up has one id, however often it changes hands', () => {
  const claimed = { type: 'CaseClaimed', data: {} }
  expect(told('application', [claimed, { type: 'CaseReleased', data: {} }, claimed]).map(({ id }) => id)).toEqual(['accepted.it', 'accepted.it'])
})

test('a first edition is news to nobody with an open case; the next ones are', () => {
  expect(told('policy', [1, 2].map(version => ({ type: 'PolicyPublished', data: { version } })))).toEqual([
    { aggregate: 'notice', id: 'event-1', command: { type: 'GiveNotice', data: { kind: 'amended', at, policy: 'it' } } },
  ])
})

test('who gets a case and who no longer has it are told themselves; administrators hear who has come in', () => {
  const events = [
    { type: 'CaseHandedOver', data: { enterprise: 'e', to: 'li', toName: '', from: 'wang', reason: '' } }, { type: 'CaseTakenOver', data: { from: 'wang' } },
    { type: 'InvitationAccepted', data: { person: 'new' } },
  ]
  expect(told('application', events).map(({ command }) => command.data)).toEqual([
    { kind: 'handed', at, application: 'it', person: 'li' }, { kind: 'taken', at, application: 'it', person: 'wang' }, { kind: 'joined', at, person: 'new' },
  ])
})

test('who had a case hears that a lead has put it back, and nothing when he did it himself', () => {
  const back = (from: string) => told('application', [{ type: 'CaseReturned', data: { enterprise: 'e', from, reason: '' } }]).map(({ command }) => command.data)
  expect(back('wang')).toEqual([{ kind: 'returned', at, application: 'it', person: 'wang' }])
  expect(back('someone')).toEqual([])
})

test('who was on a case hears that a colleague has decided it, beside the enterprise', () => {
  const events = ['ApplicationApproved', 'ApplicationRefused'].map(type => ({ type, data: { from: 'wang' } }))
  expect(told('application', events).map(({ id, command }) => [id, command.data])).toEqual([
    ['event-0', { kind: 'approved', at, application: 'it' }], ['decided.event-0', { kind: 'decided', at, application: 'it', person: 'wang' }],
    ['event-1', { kind: 'refused', at, application: 'it' }], ['decided.event-1', { kind: 'decided', at, application: 'it', person: 'wang' }],
  ])
})

test('a demand that comes late is told beside the correction that it is part of', () => {
  const events = [{ type: 'CorrectionRequested', data: {} }, { type: 'LateDemandRaised', data: {} }]
  expect(told('application', events).map(({ id, command }) => [id, (command.data as { kind: string }).kind])).toEqual([['event-0', 'correction'], ['event-1', 'late']])
})

test('what it asks has the shape that notices take, and the system may ask it', () => {
  const asked = told('application', lives.resubmitted)
  expect(asked.map(({ command }) => (command.data as { kind: string }).kind)).toEqual(expect.arrayContaining(['arrived', 'correction', 'answered']))
  expect(asked.map(({ command: { type, data } }) => deciders['notice']!.commands[type]!.parse(data))).toEqual(asked.map(({ command }) => command.data))
  expect(deciders['notice']!.roles['GiveNotice']).toEqual(['system'])
})
