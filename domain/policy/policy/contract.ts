import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages, Purpose } from '../../kernel/message.ts'
import type { ChangeNote, Version } from '../../language/amendment.ts'
import { clause } from '../../language/condition.ts'
import { type Guide, guide } from '../../language/guide.ts'
import { formDefinition } from '../../language/form.ts'
import { type Item, item } from '../../language/item.ts'

export type PolicyStatus = 'absent' | 'draft' | 'published' | 'retired'

const id = z.string().min(1).max(120)
const title = z.string().trim().min(2).max(200)

/** Where an imported policy comes from: the row in somebody's file. */
export const origin = z.strictObject({ system: z.string().max(60), row: z.string().max(120), authority: z.string().max(120) })

const head = {
  title,
  /** 文号 */
  number: z.string().trim().max(80),
  summary: z.string().trim().max(1000),
  validUntil: z.iso.date().nullable(),
}

export const policyCommands = {
  DraftPolicy: z.strictObject({ ...head, office: id, officeName: z.string().max(120), origin: origin.optional(), sample: z.boolean().optional() }),
  /** `sample` puts the mark on or takes it off; left out, it stays as it is. */
  RevisePolicy: z.strictObject({ ...head, sample: z.boolean().optional() }),
  /** The original text, clause (条款) by clause; conditions rest on clauses, and pages link to them. */
  ReviseClauses: z.strictObject({ clauses: z.array(clause).max(200) }),
  /** The explanation in plain language and whom to ask; published with the next version. */
  ReviseGuide: z.strictObject({ guide }),
  /** Adds an item (事项), or puts it in the place of the one with the same id; `at` says where a new one goes. */
  PutItem: z.strictObject({ item, at: z.int().min(0).max(100).optional() }),
  RemoveItem: z.strictObject({ item: id }),
  /** The form of an item as somebody has drawn it; null lets it follow from the item again. It is published with the next version. */
  PutForm: z.strictObject({ item: id, form: formDefinition.nullable() }),
  /** `why` says in one sentence what an amendment is for; from the second version on it is needed. */
  PublishPolicy: z.strictObject({ why: z.string().trim().max(300).optional() }),
  /**
   * What is open then: nothing new is taken and drafts of applications cannot be submitted any more; what was submitted is decided
   * by its own version. `successor` is the policy that old links lead on to.
   */
  RetirePolicy: z.strictObject({ reason: z.string().trim().min(2).max(300), successor: id.optional() }),
}
export type PolicyCommand = Messages<typeof policyCommands>

export const policyMoves: Moves<PolicyStatus, PolicyCommand> = {
  absent: ['DraftPolicy'],
  draft: ['RevisePolicy', 'ReviseClauses', 'ReviseGuide', 'PutItem', 'RemoveItem', 'PutForm', 'PublishPolicy', 'RetirePolicy'],
  published: ['RevisePolicy', 'ReviseClauses', 'ReviseGuide', 'PutItem', 'RemoveItem', 'PutForm', 'PublishPolicy', 'RetirePolicy'],
  retired: [],
}

export const policyRoles: Roles<PolicyCommand> = {
  DraftPolicy: ['editor', 'operator'],
  RevisePolicy: ['editor', 'operator'],
  ReviseClauses: ['editor', 'operator'],
  ReviseGuide: ['editor', 'operator'],
  PutItem: ['editor', 'operator'],
  RemoveItem: ['editor', 'operator'],
  PutForm: ['editor', 'operator'],
  PublishPolicy: ['editor', 'operator'],
  RetirePolicy: ['editor', 'operator'],
}

export const policyRefusals = {
  otherOffice: { code: 'policy/other-office', zh: '只能在自己所在的处室起草政策', en: 'You can draft policies only in your own office.' },
  imported: { code: 'policy/already-imported', zh: '这一行已经导入过了', en: 'This row has been imported already.' },
  noItem: { code: 'policy/no-item', zh: '还没有事项，先添加一个企业可以申请的事项再发布', en: 'There is no item yet; add one that enterprises can apply for, then publish.' },
  incomplete: { code: 'policy/incomplete', zh: '有事项还不完整，补上标出的内容再发布', en: 'An item is incomplete; fill in what is marked, then publish.' },
  noForm: { code: 'policy/no-such-item', zh: '这个事项已经不在政策里，表单没有保存', en: 'The item is not in the policy any more; its form was not kept.' },
  noClause: { code: 'policy/no-such-clause', zh: '条件依据的条款不在原文里，请先把条款加进原文', en: 'A condition rests on a clause that is not in the text; add the clause first.' },
  noExplained: { code: 'policy/no-explained-clause', zh: '解读里引用的条款不在原文里，请改选条款，或先把它加进原文', en: 'The explanation names a clause that is not in the text; choose another, or add it first.' },
  noWhy: { code: 'policy/no-why', zh: '改了已发布的政策，请用一句话写明为什么改；企业和在办申请的经办人会看到', en: 'Say in one sentence why the published policy changes; enterprises and those with open cases will read it.' },
  noSuccessor: { code: 'policy/no-successor', zh: '接续的政策没有发布或已经停用，请另选一项，或不选', en: 'The policy that should follow is not published; choose another or none.' },
  clauseTwice: { code: 'policy/clause-not-distinct', zh: '原文里有条款没有编号，或者两条编号相同；不予通过要写明依据哪一条，所以先把编号改好再发布', en: 'A clause has no number, or two have the same; refusals name the clause they rest on, so number them first, then publish.' },
  tooMany: { code: 'policy/too-many-items', zh: '一项政策最多 100 个事项，请分成几项政策', en: 'A policy has at most 100 items; make it several policies.' },
  unchanged: { code: 'policy/unchanged', zh: '和已发布的版本相比没有改动', en: 'Nothing has changed since the published version.' },
  expired: { code: 'policy/expired', zh: '有效期已经过了，改了有效期再发布', en: 'Its validity has ended; change the date, then publish.' },
} as const

/** What is published: a version that decisions rest on, for good. */
export interface Edition extends Version {
  version: number
}

/** The folded policy as other aggregates get it when they declare it as a fact. */
export interface PolicyFact {
  status: PolicyStatus
  /** The office that answers for it. */
  office: string
  edition: Edition | null
}

type Head = Omit<Edition, 'version' | 'guide'> & { guide: Guide } & { id: string; office: string; officeName: string; origin: z.infer<typeof origin> | null; sample: boolean }

/** A version in the history of a policy: since when, why, and what it changed. */
export interface VersionNote {
  version: number
  at: string
  why: string
  changes: readonly ChangeNote[]
}

/** The policy that takes the place of one that was retired. */
interface Successor {
  id: string
  title: string
}

/** A published policy as everybody sees it. */
export interface PolicyDocument extends Head {
  version: number
  status: 'published' | 'retired'
  publishedAt: string
  retired: { at: string; reason: string; successor: Successor | null } | null
  /** The latest versions, newest first. */
  history: readonly VersionNote[]
}

/** A version of a policy as it was published, for good. */
export interface PolicyVersionDocument extends Omit<Edition, 'guide'> {
  id: string
  policy: string
  guide: Guide
  publishedAt: string
  why: string
}

/** The working copy as its editors see it. */
export interface PolicyDraftDocument extends Head {
  status: PolicyStatus
  /** The version published last; 0 when none is. */
  version: number
  /** Whether the working copy differs from the published version. */
  dirty: boolean
  revision: number
  updatedAt: string
  updatedBy: string
  /** Whether a person changed it last, an import, or the filling of a demo city. */
  updatedFor: Purpose
  /** Whether it came from somebody's file. */
  imported: boolean
}

/** One item of a published policy, as matching and search look at it. */
export interface ItemDocument {
  id: string
  policy: string
  policyTitle: string
  version: number
  office: string
  officeName: string
  title: string
  summary: string
  validUntil: string | null
  publishedAt: string
  sample: boolean
  item: Item
}

/** An application that is not closed, as the editors of its policy may know of it; whose a draft is, is nobody's business. */
export interface PolicyCaseDocument {
  id: string
  policy: string
  item: string
  version: number
  status: 'draft' | 'open'
  /** Who answers for the policy. */
  office: string
  /** Empty while it is a draft. */
  enterprise: string
}

/** The document id of a version. */
export const versionKey = (policy: string, version: number): string => `${policy}~${version}`

/** The document id of an item. */
export const itemKey = (policy: string, item: string): string => `${policy}~${item}`
