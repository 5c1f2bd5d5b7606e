import { withForm, smart, edition } from '../../policy/policy/examples.conformance.ts'
import { rules } from '../../rules.conformance.ts'
import type { NoticeCommand } from './contract.ts'
import type { NoticeEvent } from './events.ts'
import { notice } from './notice.ts'

const at = '2026-03-02T01:00:00.000Z'
const facts = {
  application: { enterprise: 'enterprise', policy: 'policy', number: 'LZ-20260302-123456', item: withForm(smart), claimant: null },
  policy: { status: 'published' as const, office: 'office', edition },
}
const held = { ...facts, application: { ...facts.application, claimant: 'wang' } }
const give = (kind: NoticeCommand['data']['kind'], about: object = { application: 'a-1' }): NoticeCommand => ({ type: 'GiveNotice', data: { kind, at, ...about } })
const given = (over: Partial<NoticeEvent['data']>): NoticeEvent => ({
  type: 'NoticeGiven',
  data: {
    kind: 'arrived', at, application: 'a-1', audience: 'office', enterprise: null, office: 'office', person: null, policy: 'policy',
    number: 'LZ-20260302-123456', title: smart.title, ...over,
  },
})

const toEnterprise = { audience: 'enterprise', enterprise: 'enterprise', office: null } as const
const ofPolicy = { application: null, audience: 'applicants', office: null, number: null, title: edition.title } as const

rules(notice, {
  lives: { absent: [], given: [given({})] },
  asks: { GiveNotice: give('arrived').data },
  facts: { GiveNotice: facts },
  scenarios: {
    'what comes in is told to the office': { given: [], when: give('arrived'), facts, then: [given({})] },
    'what happens to a case is told to its enterprise': { given: [], when: give('approved'), facts, then: [given({ kind: 'approved', ...toEnterprise })] },
    'an answer is told to who is on the case': {
      given: [], when: give('answered'), facts: held, then: [given({ kind: 'answered', audience: 'person', person: 'wang' })],
    },
    'an answer is told to the office when nobody is on the case': { given: [], when: give('answered'), facts, then: [given({ kind: 'answered' })] },
    'a case that is handed over is told to who gets it, whoever is on it by then': {
      given: [], when: give('handed', { application: 'a-1', person: 'li' }), facts: held, then: [given({ kind: 'handed', audience: 'person', person: 'li' })],
    },
    'a case that is put back is told to who had it': {
      given: [], when: give('returned', { application: 'a-1', person: 'li' }), facts, then: [given({ kind: 'returned', audience: 'person', person: 'li' })],
    },
    'a case that a colleague decides is told to who was on it': {
      given: [], when: give('decided', { application: 'a-1', person: 'li' }), facts, then: [given({ kind: 'decided', audience: 'person', person: 'li' })],
    },
    'a demand that comes late is told to the leads of the office': {
      given: [], when: give('late'), facts: held, then: [given({ kind: 'late', audience: 'leads' })],
    },
    'a changed policy is told to who has an open case of it': {
      given: [], when: give('amended', { policy: 'policy' }), facts: { policy: facts.policy }, then: [given({ kind: 'amended', ...ofPolicy })],
    },
    'an accepted invitation is told to administrators': {
      given: [], when: give('joined', { person: 'li' }),
      then: [given({ kind: 'joined', audience: 'admins', person: 'li', application: null, office: null, policy: null, number: null, title: '' })],
    },
    'nobody is told twice': { given: [given({})], when: give('arrived'), facts, refused: 'notice/not-now' },
    'a case that is not there is told to nobody in particular': {
      given: [], when: give('approved'), then: [given({ kind: 'approved', ...toEnterprise, enterprise: null, policy: null, number: null, title: '' })],
    },
  },
})
