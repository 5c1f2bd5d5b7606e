import type { OfficeEvent } from '@qinqing/domain/organisation/office/events'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, everybody, seenBy } from '../viewers.conformance.ts'
import { offices } from './offices.ts'

const place = { bureau: '示例工业和信息化局', name: '企业服务科', phone: '0772-2800000' }
const established: OfficeEvent = { type: 'OfficeEstablished', data: { ...place, sample: true } }

specifyDocument(offices, 'office', {
  'an office belongs to a bureau': { given: [established], then: { id: 'it', ...place, sample: true } },
  'an office that was revised is still a sample': {
    given: [established, { type: 'OfficeRevised', data: { ...place, phone: '0772-2811111' } }], then: {
      ...place, phone: '0772-2811111', sample: true,
    },
  },
})

test('everybody who has signed in sees it', () => {
  expect(seenBy(offices, documentOf(offices, 'office', [established], 'office'))).toEqual(everybody)
})
