import type { Decider, Need } from '../../kernel/decider.ts'
import type { Data } from '../../kernel/message.ts'
import type { Item } from '../../language/item.ts'
import type { NoticeKind } from '../../language/notice-kind.ts'
import type { PolicyFact } from '../../policy/policy/contract.ts'
import { type NoticeCommand, noticeCommands, noticeMoves, noticeRoles, type NoticeStatus } from './contract.ts'
import { type NoticeEvent, noticeEvents } from './events.ts'

export interface Notice {
  status: NoticeStatus
}

/** What a notice about a case needs to know of it. */
export interface CaseFact {
  enterprise: string
  policy: string
  number: string | null
  item: Item | null
  claimant: string | null
}

interface NoticeFacts {
  application?: CaseFact
  policy?: PolicyFact
}

type Asked = Data<NoticeCommand, 'GiveNotice'>
type Told = Pick<Data<NoticeEvent, 'NoticeGiven'>, 'audience' | 'enterprise' | 'office' | 'person' | 'policy' | 'number' | 'title'>

const nobody: Omit<Told, 'audience'> = { enterprise: null, office: null, person: null, policy: null, number: null, title: '' }

const ofCase = ({ application: one }: NoticeFacts) => ({ policy: one?.policy || null, number: one?.number ?? null, title: one?.item?.title ?? '' })

const toEnterprise = (_: Asked, facts: NoticeFacts): Told =>
  ({ ...nobody, ...ofCase(facts), audience: 'enterprise', enterprise: facts.application?.enterprise ?? null })

const toOffice = (_: Asked, facts: NoticeFacts): Told => ({ ...nobody, ...ofCase(facts), audience: 'office', office: facts.application?.item?.office ?? null })

const toLeads = (asked: Asked, facts: NoticeFacts): Told => ({ ...toOffice(asked, facts), audience: 'leads' })

/** To who is on the case; to the whole office when nobody is. */
const toHolder = (asked: Asked, facts: NoticeFacts): Told => {
  const person = asked.person ?? facts.application?.claimant ?? null
  return person ? { ...toOffice(asked, facts), audience: 'person', person } : toOffice(asked, facts)
}

const toApplicants = ({ policy }: Asked, facts: NoticeFacts): Told =>
  ({ ...nobody, audience: 'applicants', policy: policy ?? null, title: facts.policy?.edition?.title ?? '' })

const toAdmins = ({ person }: Asked): Told => ({ ...nobody, audience: 'admins', person: person ?? null })

/** Who is told what. */
const tell: Record<NoticeKind, (asked: Asked, facts: NoticeFacts) => Told> = {
  accepted: toEnterprise, correction: toEnterprise, approved: toEnterprise, refused: toEnterprise, lapsed: toEnterprise,
  arrived: toOffice, withdrawn: toOffice, answered: toHolder, urged: toHolder, handed: toHolder, taken: toHolder, returned: toHolder, decided: toHolder, late: toLeads,
  amended: toApplicants, retired: toApplicants,
  joined: toAdmins,
}

/** 通知: a thing that somebody is told once; given by reactions only, so that rebuilding anything tells nobody anything. */
export const notice: Decider<Notice, NoticeCommand, NoticeEvent, NoticeFacts> = {
  system: 'service',
  aggregate: 'notice',
  initial: { status: 'absent' },
  commands: noticeCommands,
  events: noticeEvents,
  moves: noticeMoves,
  roles: noticeRoles,
  needs: {
    GiveNotice: ({ application, policy }): { application?: Need; policy?: Need } => ({
      ...application ? { application: { aggregate: 'application', id: application } } : {},
      ...policy ? { policy: { aggregate: 'policy', id: policy } } : {},
    }),
  },
  decide: {
    GiveNotice: (_, asked, _context, facts) => [{
      type: 'NoticeGiven',
      data: { kind: asked.kind, at: asked.at, application: asked.application ?? null, ...tell[asked.kind](asked, facts) },
    }],
  },
  evolve: { NoticeGiven: () => ({ status: 'given' }) },
}
