import type { DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { DraftDocument } from '@qinqing/domain/desktop/draft/contract'
import { type ApplicationDocument, type CasefileDocument, applicationMoves, correctionItem } from '@qinqing/domain/fulfilment/application/contract'
import type { EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import type { InvitationDocument } from '@qinqing/domain/identity/invitation/contract'
import { type AccountDocument, type PersonDocument, personMoves } from '@qinqing/domain/identity/person/contract'
import type { DeviceDocument, SessionDocument } from '@qinqing/domain/identity/session/contract'
import { limit, pause } from '@qinqing/domain/language/calendar'
import { clause, verdict } from '@qinqing/domain/language/condition'
import { fact } from '@qinqing/domain/language/fact'
import { answers, fileRef } from '@qinqing/domain/language/field'
import { guide } from '@qinqing/domain/language/guide'
import { item, lane } from '@qinqing/domain/language/item'
import { audiences, everyKind } from '@qinqing/domain/language/notice-kind'
import { postRoles } from '@qinqing/domain/language/post-role'
import { standings } from '@qinqing/domain/language/standing'
import { text } from '@qinqing/domain/language/text'
import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import { assignment, authority, type IntakeDocument, intakeMoves, remark, specimen, tally } from '@qinqing/domain/policy/intake/contract'
import type { AmendmentDocument, MatchDocument, TrialDocument } from '@qinqing/domain/policy/match/contract'
import {
  type ItemDocument, origin, type PolicyCaseDocument, type PolicyDocument, type PolicyDraftDocument, policyMoves, type PolicyVersionDocument,
} from '@qinqing/domain/policy/policy/contract'
import type { InboxDocument } from '@qinqing/domain/service/inbox/contract'
import type { NoticeDocument } from '@qinqing/domain/service/notice/contract'
import { faultKinds, places, type ReadmodelDocument, readmodelMoves, stops } from '@qinqing/domain/service/readmodel/contract'
import { z } from 'zod'

type Deep<Value> = Value extends readonly (infer One)[] ? readonly Deep<One>[] : Value extends object ? { readonly [Key in keyof Value]: Deep<Value[Key]> } : Value

/** A shape that every document of the type has: the compiler says when a field was renamed, and a spec when one was added. */
const of = <Doc>() => <Shape extends z.ZodObject>(shape: Doc extends Deep<z.output<Shape>> ? Shape : never): z.ZodType => shape

const instant = z.iso.datetime({ offset: true })
const date = z.iso.date()
const fen = z.int().nullable()
const words = z.string()
const list = z.array(words)
const facts = z.record(words, fact)

const timelineEntry = z.object({ at: instant, type: words, by: words, post: words.nullable(), note: words.nullable() })
const decision = z.object({
  result: z.enum(['approved', 'refused']), at: instant, by: words, post: words.nullable(), opinion: words, fen, clause: clause.nullable(),
})
/** The states of an aggregate are those that its table of moves has. */
const statusIn = <Status extends string>(moves: Readonly<Record<Status, unknown>>) => z.enum(Object.keys(moves) as Status[])
const status = statusIn(applicationMoves)

export const application = of<ApplicationDocument>()(z.object({
  id: words, status, revision: z.int(), enterprise: words, enterpriseName: words, creditCode: words, policy: words, policyTitle: words, version: z.int(),
  itemId: words, itemTitle: words, item, clauses: z.array(clause), office: words, officeName: words, answers, replies: z.record(words, words), facts,
  verdicts: z.array(verdict), judgements: z.record(words, z.object({ result: z.enum(['met', 'failed']), note: words, by: words, at: instant, earlier: z.boolean() })),
  estimateFen: fen, estimateWorking: text.nullable(), number: words.nullable(), startedAt: instant, startedBy: words, savedAt: instant, savedBy: words,
  submittedAt: instant.nullable(), promise: limit.extend({ dueDate: date, dueAt: instant, estimated: z.boolean() }).nullable(), dueAt: instant,
  pauses: z.array(pause),
  correction: z.object({ items: z.array(correctionItem), askedAt: instant, askedBy: words, post: words.nullable(), answerBy: words, touched: list }).nullable(),
  corrections: z.int(), asked: z.array(correctionItem),
  claimant: z.object({ id: words, name: words, since: instant, from: z.object({ id: words, name: words }).nullable() }).nullable(), claimantId: words.nullable(),
  decision: decision.nullable(), closedAt: instant.nullable(), timeline: z.array(timelineEntry), updatedAt: instant,
}))

const head = {
  id: words, title: words, number: words, summary: words, validUntil: date.nullable(), clauses: z.array(clause), items: z.array(item), office: words,
  officeName: words, origin: origin.nullable(), sample: z.boolean(), guide,
}

const changeNote = z.object({
  part: z.enum(['guide', 'head', 'item', 'text']), item: words.nullable(), label: text, kind: z.enum(['added', 'changed', 'removed']),
})
const versionNote = z.object({ version: z.int(), at: instant, why: words, changes: z.array(changeNote) })

const preview = z.object({
  format: words, rows: z.int(), good: z.int(), remarks: z.array(remark), specimens: z.array(specimen), authorities: z.array(authority),
})

const post = z.object({ office: words, officeName: words, title: words, roles: z.array(z.enum(postRoles)) })
const membership = z.object({ enterprise: words, enterpriseName: words, capacity: z.enum(['legal', 'agent']) })

export const personDocument = z.object({
  id: words, username: words, name: words, status: statusIn(personMoves), posts: z.array(post), memberships: z.array(membership),
  offices: list, registeredAt: instant, roles: z.array(z.enum(postRoles)), temporary: z.boolean(),
})

/** What the documents that people see look like, by projection. */
export const documentSchemas: Readonly<Record<string, z.ZodType>> = {
  'accounts': of<AccountDocument>()(z.object({ id: words, phone: words, passwordSetAt: instant.nullable() })),
  'applications': application,
  'casefiles': of<CasefileDocument>()(z.object({
    id: words, office: words, number: words.nullable(), enterpriseName: words, itemTitle: words, notes: z.int(), lateDemand: z.enum(['none', 'raised', 'reviewed']),
    raisedAt: instant.nullable(),
    entries: z.array(z.object({ at: instant, type: words, by: words, actor: words, post: words.nullable(), text: words, to: words.nullable() })),
  })),
  'dossiers': of<DossierDocument>()(z.object({
    id: words, facts, disputes: z.record(words, z.object({ note: words, by: words, at: instant })),
    enjoyed: z.array(z.object({ application: words, policy: words, item: words, title: words, fen, at: instant })), updatedAt: instant,
  })),
  'drafts': of<DraftDocument>()(z.object({ id: words, person: words, fields: z.record(words, words), savedAt: instant })),
  'enterprises': of<EnterpriseDocument>()(z.object({ id: words, name: words, creditCode: words, sample: z.boolean() })),
  'inboxes': of<InboxDocument>()(z.object({
    id: words, person: words, shelves: z.record(words, z.object({ through: words, read: z.array(z.object({ id: words, at: instant })) })),
    visits: z.record(words, z.object({ since: instant, seen: instant, first: z.boolean() })), off: z.array(z.enum(everyKind)),
  })),
  'intakes': of<IntakeDocument>()(z.object({
    id: words, status: statusIn(intakeMoves), office: words, officeName: words, file: fileRef, stagedAt: instant, stagedBy: words,
    preview: preview.nullable(), reason: text.nullable(), assignments: z.array(assignment), official: z.boolean(), startedAt: instant.nullable(), tally: tally.nullable(),
    asOf: instant.nullable(), remarks: z.array(remark), report: words.nullable(), updatedAt: instant,
  })),
  'items': of<ItemDocument>()(z.object({
    id: words, policy: words, policyTitle: words, version: z.int(), office: words, officeName: words, title: words, summary: words, validUntil: date.nullable(),
    publishedAt: instant, sample: z.boolean(), item,
  })),
  'readmodels': of<ReadmodelDocument>()(z.object({
    id: words, status: z.enum(Object.keys(readmodelMoves) as (keyof typeof readmodelMoves)[]),
    asked: z.object({ by: words, at: instant }).nullable(), progress: z.object({ done: z.int(), of: z.int() }).nullable(),
    completed: z.object({ at: instant, ms: z.int(), differing: z.int() }).nullable(), stopped: z.object({ at: instant, reason: z.enum(stops) }).nullable(),
    repaired: z.array(z.object({ at: instant, place: z.enum(places), document: words, kind: z.enum(faultKinds), fields: list })), repairs: z.int(),
  })),
  'notices': of<NoticeDocument>()(z.object({
    id: words, kind: z.enum(everyKind), at: instant, audience: z.enum(audiences), enterprise: words.nullable(), office: words.nullable(),
    person: words.nullable(), policy: words.nullable(), application: words.nullable(), number: words.nullable(), title: words,
  })),
  'offices': of<OfficeDocument>()(z.object({ id: words, bureau: words, name: words, phone: words, sample: z.boolean() })),
  'people': of<PersonDocument>()(personDocument),
  'policy-cases': of<PolicyCaseDocument>()(z.object({
    id: words, policy: words, item: words, version: z.int(), status: z.enum(['draft', 'open']), office: words, enterprise: words,
  })),
  'policy-versions': of<PolicyVersionDocument>()(z.object({
    id: words, policy: words, version: z.int(), title: words, number: words, summary: words, validUntil: date.nullable(), clauses: z.array(clause),
    items: z.array(item), guide, publishedAt: instant, why: words,
  })),
  'policies': of<PolicyDocument>()(z.object({
    ...head, version: z.int(), status: z.enum(['published', 'retired']), publishedAt: instant, history: z.array(versionNote),
    retired: z.object({ at: instant, reason: words, successor: z.object({ id: words, title: words }).nullable() }).nullable(),
  })),
  'policy-drafts': of<PolicyDraftDocument>()(z.object({
    ...head, status: statusIn(policyMoves), version: z.int(), dirty: z.boolean(), revision: z.int(), updatedAt: instant, updatedBy: words,
    updatedFor: z.enum(['work', 'demo', 'import']), imported: z.boolean(),
  })),
  'devices': of<DeviceDocument>()(z.object({ id: words, person: words, openedAt: instant, expiresAt: instant, client: words })),
  'invitations': of<InvitationDocument>()(z.object({
    id: words, status: z.enum(['absent', 'open', 'accepted', 'revoked']), kind: z.enum(['administrator', 'official', 'agent']), invitee: words, place: words,
    placeName: words, title: words, roles: z.array(z.enum(postRoles)), capacity: z.enum(['legal', 'agent']).nullable(), by: words, sentAt: instant,
    expiresAt: instant, person: words.nullable(), closedAt: instant.nullable(),
  })),
  'sessions': of<SessionDocument>()(z.object({ id: words, person: words, secretHash: words, openedAt: instant, expiresAt: instant, client: words })),
}

const stand = z.object({ standing: standings, fen }).nullable()

/** What the rows of views look like, by view. */
export const viewSchemas: Readonly<Record<string, z.ZodType>> = {
  matches: of<MatchDocument>()(z.object({
    id: words, policy: words, policyTitle: words, item: words, title: words, summary: words, office: words, officeName: words, phone: words, lane, limit,
    window: z.object({ from: date, to: date }).nullable(), open: z.boolean(), sample: z.boolean(), standing: standings, verdicts: z.array(verdict),
    gap: text.nullable(), estimateFen: fen, working: text, amount: text, mostFen: fen, application: z.object({ id: words, status }).nullable(), publishedAt: instant,
  })),
  amendment: of<AmendmentDocument>()(z.object({
    id: words, enterprise: words, name: words, item: words, itemTitle: words, open: z.int(), changes: z.boolean(), before: stand, after: stand,
  })),
  trial: of<TrialDocument>()(z.object({ id: words, name: words, standing: standings, verdicts: z.array(verdict), estimateFen: fen, working: text })),
}
