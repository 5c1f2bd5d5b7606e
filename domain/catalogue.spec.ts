import { existsSync } from 'node:fs'
import { z } from 'zod'
import { deciders, personalOf, reactions, upcast } from './catalogue.ts'
import { dossierRefusals } from './data/dossier/contract.ts'
import { draftRefusals } from './desktop/draft/contract.ts'
import { applicationRefusals } from './fulfilment/application/contract.ts'
import { enterpriseRefusals } from './identity/enterprise/contract.ts'
import { invitationRefusals } from './identity/invitation/contract.ts'
import { personRefusals } from './identity/person/contract.ts'
import { canonical } from './kernel/canonical.ts'
import { holderOf } from './kernel/claim.ts'
import { replay } from './kernel/decider.ts'
import type { Recorded } from './kernel/message.ts'
import { versionOf } from './kernel/upcast.ts'
import { record } from './kernel/spec.ts'
import { intakeRefusals } from './policy/intake/contract.ts'
import { policyRefusals } from './policy/policy/contract.ts'
import { golden } from './rules.conformance.ts'
import { inboxRefusals } from './service/inbox/contract.ts'

const all = Object.entries(deciders)
const roles = ['agent', 'editor', 'reviewer', 'lead', 'admin', 'operator', 'system']
const types = all.flatMap(([, { events }]) => Object.keys(events.schemas))
const kept = ['KeyClaimed', 'KeyReleased']
const sorted = (keys: object | readonly string[]) => (Array.isArray(keys) ? [...keys as string[]] : Object.keys(keys)).sort()

describe.each(all)('%s', (name, { system, aggregate, commands, events, moves, roles: may, decide, evolve, needs, claims, releases, merges, rereads, guards, initial }) => {
  test('lives where its name says', () => {
    expect(aggregate).toBe(name)
    expect(existsSync(`${import.meta.dirname}/${system}/${aggregate}/${aggregate}.ts`)).toBe(true)
  })

  test('decides every command, and folds every event', () => {
    expect(sorted(decide)).toEqual(sorted(commands))
    expect(sorted(evolve)).toEqual(sorted(events.schemas))
    expect([decide, evolve].flatMap(table => Object.values(table)).every(one => typeof one === 'function')).toBe(true)
  })

  test('begins in a status whose moves are known, and every status admits only known commands', () => {
    expect(Object.keys(moves)).toContain(initial.status)
    expect(sorted([...new Set(Object.values(moves).flat() as string[])])).toEqual(sorted(commands))
  })

  test('says of each command who may ask it', () => {
    expect(sorted(may)).toEqual(sorted(commands))
    expect(Object.values(may).filter(one => !one.length || one.some(role => !roles.includes(role)) || new Set(one).size < one.length)).toEqual([])
  })

  test('speaks only of its own commands and events elsewhere', () => {
    expect([...Object.keys(needs ?? {}), ...merges ?? [], ...guards ?? [], ...rereads ?? []].filter(type => !Object.hasOwn(commands, type))).toEqual([])
    expect([...Object.keys(claims ?? {}), ...Object.keys(releases ?? {})].filter(type => !Object.hasOwn(events.schemas, type))).toEqual([])
  })

  test('names commands by what people want', () => {
    expect(Object.keys(commands).filter(type => !/^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(type) || /^(Update|Change|Edit|Save)|Status$/.test(type))).toEqual([])
  })

  test('takes no field that is not declared', () => {
    expect(Object.entries(commands).filter(([, schema]) => schema.safeParse({ 'not-declared': 1 }).success).map(([type]) => type)).toEqual([])
    expect(Object.values(commands).every(schema => schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever)).toBe(true)
  })
})

const people = ['RegisterPerson', 'GivePost', 'TakePost', 'JoinEnterprise', 'LeaveEnterprise', 'SuspendPerson', 'RestorePerson'].map(type => `person.${type}`)
const policies = ['DraftPolicy', 'RevisePolicy', 'ReviseClauses', 'ReviseGuide', 'PutItem', 'RemoveItem', 'PutForm', 'PublishPolicy', 'RetirePolicy'].map(type => `policy.${type}`)
const own = ['person.RevisePhone', 'session.CloseSession', 'draft.PatchDraft', 'draft.DiscardDraft', 'inbox.MarkRead', 'inbox.MarkAllRead', 'inbox.MuteKinds', 'inbox.NoteVisit']
const handling = ['HandOverCase', 'ReturnCase', 'AddNote'].map(type => `application.${type}`)
const rebuilds = ['readmodel.AskRebuild', 'readmodel.CancelRebuild']
const registers = ['enterprise.RegisterEnterprise', 'office.EstablishOffice', 'office.ReviseOffice']

const inviting = ['InviteOfficial', 'InviteAgent', 'RenewInvitation', 'RevokeInvitation'].map(type => `invitation.${type}`)
const beginning = [
  'invitation.InviteAdministrator', 'invitation.RecordAcceptance', 'invitation.EndBeginning', 'person.AcceptInvitation', 'office.EstablishOffice',
]

/** Who may ask what, written out once more: a right is never given by a slip. */
const rights: Record<string, readonly string[]> = {
  agent: [
    'application.StartApplication', 'application.PatchAnswers', 'application.DiscardDraft', 'application.SubmitApplication', 'application.WithdrawApplication',
    'application.AnswerCorrection', 'application.UrgeCase', 'dossier.DisputeFact', ...own,
  ],
  editor: [...policies, 'intake.StageIntake', 'intake.StartIntake', 'intake.StopIntake', ...own],
  reviewer: [
    'application.ClaimCase', 'application.ReleaseCase', 'application.JudgeCondition', 'application.RequestCorrection', 'application.ApproveApplication',
    'application.RefuseApplication', 'application.LapseApplication', ...handling, ...own,
  ],
  lead: [...handling, 'application.ReviewLateDemand', ...own],
  admin: [...registers, ...people, ...inviting, ...own, ...rebuilds],
  operator: [...registers, ...people, ...inviting, ...policies, 'session.CloseSession', 'person.SetPassword', 'dossier.RecordFacts', ...rebuilds],
  system: [...beginning, 'intake.PreviewIntake', 'intake.RejectIntake', 'intake.ReportIntake', 'intake.FinishIntake', 'person.SetPassword', 'session.OpenSession', 'session.CloseSession', 'dossier.RecordFacts', 'dossier.RecordEnjoyment', 'notice.GiveNotice',
    ...['StartRebuild', 'AdvanceRebuild', 'CompleteRebuild', 'StopRebuild', 'RecordFault'].map(type => `readmodel.${type}`)],
}

test.each(Object.entries(rights))('the %s may ask this and nothing else', (role, commands) => {
  const may = all.flatMap(([name, { roles: table }]) => Object.entries(table).filter(([, of]) => (of as readonly string[]).includes(role)).map(([type]) => `${name}.${type}`))
  expect(may.sort()).toEqual([...commands].sort())
})

test('event types are unique in the whole system, and say what has happened', () => {
  const irregular = ['Over', 'Back', 'Given', 'Taken', 'Left', 'Put', 'Set', 'Withdrawn']
  expect(sorted([...new Set([...types, ...kept])])).toEqual(sorted([...types, ...kept]))
  expect(types.filter(type => !new RegExp(`^[A-Z][a-z]+([A-Z][a-z]+)*([a-z]ed|${irregular.join('|')})$`).test(type))).toEqual([])
})

test('refusals have a code of their own, and say in both languages what is wrong', () => {
  const tables = {
    dossier: dossierRefusals, draft: draftRefusals, application: applicationRefusals, enterprise: enterpriseRefusals, inbox: inboxRefusals,
    intake: intakeRefusals,
    invitation: invitationRefusals, person: personRefusals, policy: policyRefusals,
  }
  const refusals = Object.entries(tables).flatMap(([aggregate, table]) => Object.values(table).map(one => ({ aggregate, ...one })))
  expect(new Set(refusals.map(({ code }) => code)).size).toBe(refusals.length)
  expect(refusals.filter(({ aggregate, code, zh, en }) =>
    !new RegExp(`^${aggregate}/[a-z]+(-[a-z]+)*$`).test(code) || !/\p{Script=Han}/u.test(zh) || !/^[A-Z][^。，]+\.$/.test(en))).toEqual([])
})

test('reactions have names of their own, and react to what can happen', () => {
  expect(new Set(reactions.map(({ name }) => name)).size).toBe(reactions.length)
  expect(reactions.filter(({ name }) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([])
  expect(reactions.flatMap(({ on }) => Object.keys(on)).filter(type => !types.includes(type))).toEqual([])
})

/** What the log may hold in clear. Everything else in an event is personal: another field must be put here or marked. */
const clear: Record<string, readonly string[]> = {
  'ids, hashes, dates, numbers, choices from a list': [
    'SessionOpened.person', 'SessionOpened.secretHash', 'SessionOpened.expiresAt', 'SessionClosed.reason',
    'PostGiven.office', 'PostGiven.roles', 'PostTaken.office', 'EnterpriseJoined.enterprise', 'EnterpriseJoined.capacity', 'EnterpriseLeft.enterprise',
    'AdministratorInvited.secretHash', 'AdministratorInvited.expiresAt', 'OfficialInvited.secretHash', 'OfficialInvited.expiresAt', 'OfficialInvited.office',
    'OfficialInvited.roles', 'AgentInvited.secretHash', 'AgentInvited.expiresAt', 'AgentInvited.enterprise', 'AgentInvited.capacity',
    'InvitationRenewed.secretHash', 'InvitationRenewed.expiresAt', 'InvitationAccepted.person', 'InvitationRedeemed.invitation', 'InvitationRedeemed.secretHash',
    'PasswordSet.temporary', 'CityFounded.office',
    'EnterpriseRegistered.sample', 'OfficeEstablished.sample', 'FactDisputed.predicate',
    'EnjoymentRecorded.application', 'EnjoymentRecorded.policy', 'EnjoymentRecorded.item', 'EnjoymentRecorded.amount', 'EnjoymentRecorded.at',
    ...['done', 'of'].map(field => `RebuildAdvanced.${field}`), ...['position', 'differing', 'ms'].map(field => `RebuildCompleted.${field}`), 'RebuildStopped.reason',
    ...['place', 'document', 'kind', 'fields'].map(field => `FaultRepaired.${field}`),
    'ItemRemoved.item', 'ItemPut.at', 'PolicyPublished.gone', 'PolicyPublished.version', 'PolicyRetired.items',
    'ApplicationStarted.policy', 'ApplicationStarted.policyOffice', 'ApplicationStarted.version', 'ApplicationStarted.enterprise', 'AnswersPatched.enterprise',
    'ApplicationSubmitted.enterprise', 'ApplicationSubmitted.item', 'ApplicationSubmitted.number', 'ApplicationSubmitted.estimateFen', 'ApplicationSubmitted.promise',
    'ApplicationWithdrawn.enterprise', 'ApplicationWithdrawn.item', 'ConditionJudged.enterprise', 'ConditionJudged.condition', 'ConditionJudged.result',
    'CorrectionRequested.enterprise', 'CorrectionRequested.answerBy',
    'CorrectionAnswered.enterprise', 'CorrectionAnswered.estimateFen', 'CorrectionAnswered.promise',
    'ApplicationApproved.enterprise', 'ApplicationApproved.policy', 'ApplicationApproved.version', 'ApplicationApproved.item', 'ApplicationApproved.fen',
    'ApplicationRefused.enterprise', 'ApplicationRefused.item', 'ApplicationRefused.version',
    ...['kind', 'at', 'audience', 'enterprise', 'office', 'person', 'policy', 'application', 'number'].map(field => `NoticeGiven.${field}`),
    'NoticesMarked.shelf', 'NoticesMarked.notices', 'ShelfCleared.shelf', 'ShelfCleared.through', 'KindsMuted.off', 'VisitNoted.shelf',
    'ApplicationLapsed.enterprise', 'ApplicationLapsed.item', 'ApplicationLapsed.answerBy', 'CorrectionAnswered.dropped',
    'ApplicationApproved.from', 'ApplicationRefused.from',
    'CaseTakenOver.from', 'CaseHandedOver.enterprise', 'CaseHandedOver.to', 'CaseHandedOver.from', 'CaseReturned.enterprise', 'CaseReturned.from',
    'CaseGivenBack.enterprise', 'CaseGivenBack.to', 'CaseGivenBack.from', 'NoteAdded.enterprise', 'LateDemandRaised.enterprise', 'LateDemandReviewed.enterprise',
  ],
  'the names of offices and official functions, which are public': [
    'OfficialInvited.officeName', 'OfficialInvited.title', 'CityFounded.bureau', 'CityFounded.name', 'CityFounded.phone',
    'PostGiven.officeName', 'PostGiven.title', 'OfficeEstablished.bureau', 'OfficeEstablished.name', 'OfficeEstablished.phone',
    'OfficeRevised.bureau', 'OfficeRevised.name', 'OfficeRevised.phone',
  ],
  'the public register of enterprises': ['EnterpriseRegistered.creditCode', 'ApplicationStarted.creditCode'],
  'the text of policies, which is written to be published': [
    ...['PolicyDrafted', 'PolicyRevised', 'PolicyPublished'].flatMap(type => ['title', 'number', 'summary', 'validUntil'].map(field => `${type}.${field}`)),
    ...['PolicyDrafted', 'PolicyPublished'].flatMap(type => ['office', 'officeName', 'origin', 'sample'].map(field => `${type}.${field}`)), 'PolicyRevised.sample',
    'ClausesRevised.clauses', 'ItemPut.item', 'PolicyPublished.clauses', 'PolicyPublished.items', 'PolicyRetired.reason',
    'GuideRevised.guide', 'FormPut.item', 'FormPut.form', 'PolicyPublished.guide', 'PolicyPublished.why', 'PolicyPublished.changes', 'PolicyRetired.successor',
    'ApplicationStarted.policyTitle', 'ApplicationStarted.item', 'ApplicationStarted.clauses', 'EnjoymentRecorded.title', 'NoticeGiven.title',
    'ApplicationApproved.itemTitle', 'ApplicationRefused.clause',
  ],
  'what a file of public service items holds, and what became of its rows': [
    'IntakeStaged.file', 'IntakeStaged.office', 'IntakeStaged.officeName', 'IntakeRejected.reason', 'IntakeStarted.assignments', 'IntakeStarted.official', 'IntakeReported.tally',
    ...['format', 'rows', 'good', 'remarks', 'specimens', 'authorities', 'report'].map(field => `IntakePreviewed.${field}`),
    ...['tally', 'remarks', 'report'].map(field => `IntakeFinished.${field}`),
  ],
}

const fields = all.flatMap(([, { events }]) => Object.entries(events.schemas).flatMap(([type, schema]) =>
  Object.entries((schema as z.ZodObject).shape).map(([field, of]) => ({ type, field, of, shape: (schema as z.ZodObject).shape }))))
const isPersonal = (type: string, field: string) => personalOf(type).some(one => one.field === field)

test('every field of an event is personal, or may be read by everybody who can read the log', () => {
  expect(fields.filter(({ type, field }) => !isPersonal(type, field)).map(({ type, field }) => `${type}.${field}`).sort()).toEqual(Object.values(clear).flat().sort())
})

test('a personal field says whose it is by something that is always there and is not personal itself', () => {
  expect(types.flatMap(type => personalOf(type).map(({ subject }) => ({ type, subject }))).filter(({ type, subject }) => {
    const sibling = fields.find(one => one.type === type && one.field === subject)
    return !['id', 'actor'].includes(subject) && (!(sibling?.of instanceof z.ZodString) || isPersonal(type, subject))
  })).toEqual([])
})

const events = golden()
const deciderOf = (type: string) => all.find(([, decider]) => Object.hasOwn(decider.events.schemas, type))?.[1]

/** What people are called, where they can be reached, what they wrote, and what was found out about an enterprise, in the examples. */
const planted = [
  '示例某', 'shili.mou', '13800000000', '6222000000000000', '示例银行', '龙城示例机械', '验收单.pdf', '验收单与发票不符', '材料齐全', '计划有变', '已查社保台账',
  '公章', '新购', '下周出差', '不熟悉', '电话问过', '漏看', '已提醒', '没有交回', '离职', '没有算进去', '同意', '2000000000', '2,000 万元', '1,286,000', '40 人', '$argon2id', '示例浏览器',
]

test('what was planted in the examples stands in no field that the log holds in clear', () => {
  const left = events.map(({ type, data }) => JSON.stringify({
    ...data as object, ...Object.fromEntries(personalOf(type).map(({ field }) => [field, undefined])),
  }))
  expect(planted.filter(word => left.some(text => text.includes(word)))).toEqual([])
  expect(planted.filter(word => !events.some(({ data }) => JSON.stringify(data).includes(word)))).toEqual([])
})

test('there is a golden file for every event type and version, and for nothing else', () => {
  const wanted = all.flatMap(([, { events: table }]) =>
    Object.keys(table.schemas).flatMap(type => Array.from({ length: versionOf(table, type) }, (_, n) => `${type}.v${n + 1}`)))
  expect(events.map(({ type, schemaVersion }) => `${type}.v${schemaVersion}`).sort()).toEqual([...wanted, ...kept.map(type => `${type}.v1`)].sort())
})

describe.each(events.filter(({ type }) => !kept.includes(type)).map(one => [`${one.type}.v${one.schemaVersion}`, one] as const))('%s', (_, { type, data, schemaVersion }) => {
  const now = (was: unknown) => upcast({ type, data: was, schemaVersion } as Recorded).data

  test('is still understood, and nothing of it is lost', () => {
    const { schemas, past } = deciderOf(type)!.events
    const versions = [...(past?.[type] ?? []).map(({ schema }) => schema), schemas[type]!]
    expect(canonical(versions[schemaVersion - 1]!.parse(data))).toBe(canonical(data))
    expect(canonical(schemas[type]!.parse(now(data)))).toBe(canonical(now(data)))
  })

  test('is still folded, also when those it speaks of have been erased', () => {
    const decider = deciderOf(type)!
    const erased = { ...data as object, ...Object.fromEntries(personalOf(type).map(({ field }) => [field, null])) }
    const statuses = [data, erased].map(one => (replay(decider, record(decider.aggregate, [{ type, data: now(one) }])) as { status: string }).status)
    expect(Object.keys(decider.moves)).toContain(statuses[0])
    expect(statuses[1]).toBe(statuses[0])
  })
})

test('keys that were claimed and released are still understood', () => {
  const [claimed, released] = kept.map(type => events.find(one => one.type === type)!)
  expect(holderOf(record('claim', [claimed!]))).toBe('liuzhou.person-it')
  expect(holderOf(record('claim', [claimed!, released!]))).toBeNull()
})
