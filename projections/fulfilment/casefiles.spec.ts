import { claimed, correcting, handedOver, lives, noted, open, raised, returned, reviewed, started } from '@qinqing/domain/fulfilment/application/examples.conformance'
import { specifyDocument } from '../kernel/spec.ts'
import { documentOf, seenBy } from '../viewers.conformance.ts'
import { applications } from './applications.ts'
import { casefiles } from './casefiles.ts'

const at = '2026-03-02T01:00:00.000Z'
const as = { at, by: '示例某', post: '示例工信局企业服务科 审核' }
const entry = (type: string, text: string, to: string | null = null) => ({ at, type, by: '示例某', actor: 'someone', post: '示例工信局企业服务科 审核', text, to })

specifyDocument(casefiles, 'application', {
  'is of the office of the item': { given: [started], then: { office: 'office', number: null, entries: [], notes: 0, lateDemand: 'none' } },
  'keeps notes with who and when': {
    given: [...open, noted, noted], as, then: { notes: 2, entries: [entry('NoteAdded', '电话问过税务局，数字属实'), entry('NoteAdded', '电话问过税务局，数字属实')] },
  },
  'says why a case went from hand to hand': {
    given: [...open, claimed, handedOver, returned], as,
    then: { notes: 0, entries: [entry('CaseHandedOver', '下周出差，请接着办', '示例乙'), entry('CaseReturned', '不熟悉这个事项')] },
  },
  'raises a flag for a demand that came late': {
    given: [...correcting, raised], as, then: { lateDemand: 'raised', raisedAt: at, entries: [entry('LateDemandRaised', '第一次漏看了开户行')] },
  },
  'lowers the flag once it was looked at': {
    given: [...correcting, raised, reviewed], as,
    then: { lateDemand: 'reviewed', entries: [entry('LateDemandRaised', '第一次漏看了开户行'), entry('LateDemandReviewed', '已提醒经办人一次性告知')] },
  },
})

test('is seen by the office and its head, and never by the enterprise', () => {
  const seen = (events: Parameters<typeof documentOf>[2]) => seenBy(casefiles, documentOf(casefiles, 'application', events))
  expect(seen(lives.draft)).toEqual([])
  expect(seen([...open, noted])).toEqual(['reviewer of the office', 'lead of the office'])
  expect(seen([...lives.approved, noted])).toEqual(['reviewer of the office', 'lead of the office'])
})

test('what the enterprise sees is the same with notes and flags as without', () => {
  const told = (events: Parameters<typeof documentOf>[2]) => JSON.stringify(documentOf(applications, 'application', events))
  expect(told([...open, noted, raised, reviewed])).toBe(told(open))
  expect(told([...open, handedOver, returned])).not.toMatch(/下周出差|不熟悉/)
})
