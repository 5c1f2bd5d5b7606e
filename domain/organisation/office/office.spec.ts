import { rules } from '../../rules.conformance.ts'
import type { OfficeEvent } from './events.ts'
import { office } from './office.ts'

const place = { bureau: '示例工业和信息化局', name: '企业服务科', phone: '0772-2800000' }
const established: OfficeEvent = { type: 'OfficeEstablished', data: { ...place, sample: false } }
const revised = (over: Partial<typeof place>): OfficeEvent => ({ type: 'OfficeRevised', data: { ...place, ...over } })

rules(office, {
  lives: { absent: [], established: [established] },
  asks: { EstablishOffice: place, ReviseOffice: place },
  scenarios: {
    'is established in a bureau': { given: [], when: { type: 'EstablishOffice', data: place }, then: [established] },
    'says that it is a sample': {
      given: [], when: { type: 'EstablishOffice', data: { ...place, sample: true } }, then: [{
        type: 'OfficeEstablished', data: { ...place, sample: true },
      }],
    },
    'has another phone': {
      given: [established], when: { type: 'ReviseOffice', data: { ...place, phone: '0772-2811111' } }, then: [revised({ phone: '0772-2811111' })],
    },
    'has another name': {
      given: [established], when: { type: 'ReviseOffice', data: { ...place, name: '中小企业科' } }, then: [revised({ name: '中小企业科' })],
    },
    'goes to another bureau': {
      given: [established], when: { type: 'ReviseOffice', data: { ...place, bureau: '示例科学技术局' } }, then: [revised({ bureau: '示例科学技术局' })],
    },
    'is as it is': { given: [established], when: { type: 'ReviseOffice', data: place }, then: [] },
    'is as it was revised': {
      given: [established, revised({ phone: '0772-2811111' })], when: { type: 'ReviseOffice', data: { ...place, phone: '0772-2811111' } }, then: [],
    },
    'is not established twice': { given: [established], when: { type: 'EstablishOffice', data: place }, refused: 'office/not-now' },
  },
})
