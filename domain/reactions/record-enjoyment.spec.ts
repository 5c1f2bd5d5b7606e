import { deciders } from '../catalogue.ts'
import { approved } from '../fulfilment/application/examples.conformance.ts'
import type { Message, Recorded } from '../kernel/message.ts'
import { record } from '../kernel/spec.ts'
import type { ApplicationEvent } from '../fulfilment/application/events.ts'
import { recordEnjoyment } from './record-enjoyment.ts'

const reaction = (event: Message) => {
  const [recorded] = record('application', [event], { id: 'application-7', at: '2026-03-20T02:00:00.000Z' }) as Recorded<ApplicationEvent>[]
  const on = recordEnjoyment.on as Record<string, (data: unknown, event: unknown) => { aggregate: string; id: string; command: Message }[]>
  return on[event.type]?.(event.data, recorded) ?? []
}

test('an approval is noted in the dossier of its enterprise', () => {
  expect(reaction(approved)).toEqual([{
    aggregate: 'dossier', id: 'enterprise',
    command: {
      type: 'RecordEnjoyment',
      data: {
        application: 'application-7', policy: 'policy', item: 'smart', title: '智能化改造设备补助', fen: 12_860_000, at: '2026-03-20T02:00:00.000Z',
      },
    },
  }])
})

test('what it asks has the shape that the dossier takes, with and without money', () => {
  const asked = [approved, { ...approved, data: { ...approved.data, fen: null } }].flatMap(event => reaction(event).map(({ command }) => command))
  expect(asked.map(({ type, data }) => deciders['dossier']!.commands[type]!.parse(data))).toEqual(asked.map(({ data }) => data))
})

test('the system may ask it', () => {
  expect(deciders['dossier']!.roles['RecordEnjoyment']).toEqual(['system'])
})

test('nothing else is noted', () => {
  expect(Object.keys(recordEnjoyment.on)).toEqual(['ApplicationApproved'])
})
