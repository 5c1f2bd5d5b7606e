import { deciders } from '../catalogue.ts'
import type { PersonEvent } from '../identity/person/events.ts'
import { record } from '../kernel/spec.ts'
import { closeInvitation } from './close-invitation.ts'
import { establishFirstOffice } from './establish-first-office.ts'

const post = { office: 'office', officeName: '示例科', title: '审核' }

function asked({ on }: { on: object }, event: PersonEvent) {
  const [recorded] = record('person', [event], { id: 'person-7' })
  const table = on as Record<string, (data: unknown, event: unknown) => { aggregate: string; id: string; command: { type: string; data: unknown } }[]>
  return table[event.type]?.(event.data, recorded) ?? []
}

test('whoever came in by an invitation has accepted it', () => {
  expect(asked(closeInvitation, { type: 'InvitationRedeemed', data: { invitation: 'invitation-1', secretHash: 'a'.repeat(64) } })).toEqual([
    { aggregate: 'invitation', id: 'invitation-1', command: { type: 'RecordAcceptance', data: { person: 'person-7' } } },
  ])
})

test('with an administrator, the beginning is over', () => {
  expect(asked(closeInvitation, { type: 'PostGiven', data: { ...post, roles: ['reviewer', 'admin'] } })).toEqual([
    { aggregate: 'invitation', id: 'first-administrator', command: { type: 'EndBeginning', data: {} } },
  ])
  expect(asked(closeInvitation, { type: 'PostGiven', data: { ...post, roles: ['lead'] } })).toEqual([])
})

test('the office that the first administrator names is established', () => {
  const office = { bureau: '示例政务服务局', name: '综合科', phone: '0772-2800100' }
  const [request] = asked(establishFirstOffice, { type: 'CityFounded', data: { office: 'office-7', ...office } })
  expect(request).toEqual({ aggregate: 'office', id: 'office-7', command: { type: 'EstablishOffice', data: office } })
  expect(deciders['office']!.commands['EstablishOffice']!.parse(request!.command.data)).toEqual(office)
})

test('the system may ask all of it', () => {
  const wanted = [['invitation', 'RecordAcceptance'], ['invitation', 'EndBeginning'], ['office', 'EstablishOffice']] as const
  expect(wanted.filter(([aggregate, type]) => !(deciders[aggregate]!.roles[type] as readonly string[]).includes('system'))).toEqual([])
})
