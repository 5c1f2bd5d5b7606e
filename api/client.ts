import type { DossierCommand, DossierDocument } from '@qinqing/domain/data/dossier/contract'
import type { DraftCommand, DraftDocument } from '@qinqing/domain/desktop/draft/contract'
import type { ApplicationCommand, ApplicationDocument, CasefileDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { EnterpriseCommand, EnterpriseDocument } from '@qinqing/domain/identity/enterprise/contract'
import type { InvitationCommand, InvitationDocument } from '@qinqing/domain/identity/invitation/contract'
import type { AccountDocument, PersonCommand, PersonDocument } from '@qinqing/domain/identity/person/contract'
import type { DeviceDocument, SessionCommand } from '@qinqing/domain/identity/session/contract'
import type { OfficeCommand, OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import type { IntakeCommand, IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import type { ItemDocument, PolicyCommand, PolicyDocument, PolicyDraftDocument } from '@qinqing/domain/policy/policy/contract'
import type { InboxCommand, InboxDocument } from '@qinqing/domain/service/inbox/contract'
import type { ReadmodelCommand, ReadmodelDocument } from '@qinqing/domain/service/readmodel/contract'
import type { NoticeCommand, NoticeDocument } from '@qinqing/domain/service/notice/contract'
import type { AmendmentDocument, MatchDocument, TrialDocument } from '@qinqing/domain/policy/match/contract'
import type { Predicate } from '@qinqing/projections/kernel/predicate'
import type { Problem } from '@qinqing/realtime/contract'

/** What may be asked of each aggregate. */
export interface Commands {
  application: ApplicationCommand
  dossier: DossierCommand
  draft: DraftCommand
  enterprise: EnterpriseCommand
  inbox: InboxCommand
  intake: IntakeCommand
  invitation: InvitationCommand
  notice: NoticeCommand
  office: OfficeCommand
  person: PersonCommand
  policy: PolicyCommand
  readmodel: ReadmodelCommand
  session: SessionCommand
}

/** What the documents of each kind look like. */
export interface Documents {
  'accounts': AccountDocument
  'devices': DeviceDocument
  'invitations': InvitationDocument
  'applications': ApplicationDocument
  'casefiles': CasefileDocument
  'dossiers': DossierDocument
  'drafts': DraftDocument
  'enterprises': EnterpriseDocument
  'inboxes': InboxDocument
  'intakes': IntakeDocument
  'items': ItemDocument
  'notices': NoticeDocument
  'offices': OfficeDocument
  'people': PersonDocument
  'policies': PolicyDocument
  'policy-drafts': PolicyDraftDocument
  'readmodels': ReadmodelDocument
}

/** What the rows of each view look like. */
export interface Views {
  amendment: AmendmentDocument
  matches: MatchDocument
  trial: TrialDocument
}

export type Aggregate = keyof Commands

/** The data of one command. */
export type DataOf<Of extends Aggregate, Type extends Commands[Of]['type']> = Extract<Commands[Of], { type: Type }>['data']

/** What a command leaves behind: where the aggregate and the log are now. */
export interface Receipt {
  id: string
  revision: number
  position: number
  log: string
}

/** Why the server said no, as a problem document. */
export class Problematic extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

const unreachable: Problem = {
  type: 'urn:qinqing:problem:unreachable', title: 'unreachable', status: 0, code: 'unreachable',
  detail: { zh: '连接不上服务器。您填写的内容还在，网络恢复后再试', en: 'The server cannot be reached. What you typed is kept; try again when the network is back.' },
}

const tries = 3
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** For whom the page acts, when somebody has several hats. */
let actingFor: string | undefined
export const actFor = (id: string | undefined): void => { actingFor = id }

/** One request; throws `Problematic` for every answer that is not a success. */
export async function request<Answer>(method: string, path: string, body?: unknown, init: RequestInit = {}): Promise<Answer> {
  const headers = {
    ...body === undefined ? {} : { 'content-type': 'application/json' },
    ...actingFor ? { 'x-acting-for': actingFor } : {}, ...init.headers as Record<string, string>,
  }
  const response = await fetch(path, { method, credentials: 'same-origin', ...body === undefined ? {} : { body: JSON.stringify(body) }, ...init, headers })
    .catch(() => { throw new Problematic(unreachable) })
  if (response.status === 204) return undefined as Answer
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as Answer
  if (isProblem(answer) && answer.code === 'signed-out') signedOut?.()
  throw new Problematic(isProblem(answer) ? answer : { ...unreachable, status: response.status })
}

/** Is told when an answer says that the session has ended. */
let signedOut: (() => void) | undefined
export const whenSignedOut = (listener: (() => void) | undefined): void => { signedOut = listener }

const isProblem = (answer: unknown): answer is Problem => typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer

/** A random UUID, also where the page is not served over HTTPS and `randomUUID` is missing. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export interface Asking {
  /** The revision that the page showed: whoever was faster is then named. */
  basis?: number | undefined
  /** Made once per intention, so that a repetition acts once. */
  commandId?: string
}

/** Asks a command. When the answer is lost or the log is away, asks again with the same id, so that it acts once. */
export async function ask<Of extends Aggregate>(aggregate: Of, id: string, command: Commands[Of], { basis, commandId = newId() }: Asking = {}): Promise<Receipt> {
  const path = `/api/ask/${aggregate}/${encodeURIComponent(id)}/${command.type}`
  for (let attempt = 1; ; attempt++) {
    try {
      return await request<Receipt>('POST', path, { commandId, data: command.data, ...basis === undefined ? {} : { basis } })
    } catch (error) {
      const passing = error instanceof Problematic && [0, 502, 503, 504].includes(error.problem.status)
      if (!passing || attempt >= tries) throw error
      await pause(400 * attempt)
    }
  }
}

export interface Me {
  /** The session by which one is here. */
  session: string
  person: {
    id: string
    username: string
    name: string
    temporary: boolean
    posts: { office: string; officeName: string; title: string; roles: string[] }[]
    memberships: { enterprise: string; enterpriseName: string; capacity: string }[]
  }
  viewer: { tenant: string; person: string; roles: string[]; offices: string[]; enterprises: string[] }
  expiresAt: string
  now: string
  city: { name: { zh: string; en: string }; prefix: string }
}

/** Who one is; null when nobody has signed in. */
export const me = async (): Promise<Me | null> => await request<Me | undefined>('GET', '/api/session') ?? null

export const signIn = (username: string, password: string) => request<{ person: string }>('POST', '/api/session', { username, password })
/** A first or a new password for somebody, for administrators; it is told this once. */
export const givePassword = (person: string) => request<{ username: string; password: string }>('POST', `/api/people/${encodeURIComponent(person)}/password`)
/** Which city this is, and whether all in it was invented. */
export const city = () => request<{ name: { zh: string; en: string }; demo: boolean }>('GET', '/api/city')

/** The own password; all other sessions end. */
export const changePassword = (old: string, password: string) => request<void>('POST', '/api/session/password', { old, password })

/** To what the link of an invitation invites. */
export interface InvitedTo {
  kind: 'administrator' | 'official' | 'agent'
  by: string
  invitee: string
  expiresAt: string
  city: { zh: string; en: string }
  place?: string
  title?: string
  roles?: ('editor' | 'reviewer' | 'lead' | 'admin')[]
  capacity?: 'legal' | 'agent'
}

export interface Accepting {
  username: string
  name: string
  phone?: string
  password: string
  /** Of the first administrator. */
  office?: { bureau: string; name: string; phone: string }
}

export const lookAtInvitation = (link: string) => request<InvitedTo>('POST', '/api/invitations/look', { link })
/** Makes the account, and signs in. */
export const acceptInvitation = (link: string, as: Accepting) => request<{ person: string }>('POST', '/api/invitations/accept', { link, ...as })
export const signOut = () => request<void>('DELETE', '/api/session')

export interface Rows<Doc> {
  rows: { id: string; position: number; document: Doc }[]
  next: (string | number | boolean | null)[] | null
  total: number | null
  position: number
  log: string
}

export interface Wanted {
  where?: Predicate
  sort?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  limit?: number
  /** `next` of the page before. */
  after?: Rows<unknown>['next']
  text?: string
  /** One's own write, that is to be seen. */
  atLeast?: number
}

const asked = (wanted: Readonly<Record<string, unknown>>): string => {
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))
  return given.length ? `?${query}` : ''
}

/** A page of documents, once; what is to stay up to date is watched instead. */
export const rows = <Kind extends keyof Documents>(projection: Kind, { where, sort, limit, after, text, atLeast }: Wanted = {}): Promise<Rows<Documents[Kind]>> =>
  request('GET', `/api/rows/${projection}${asked({ where, sort, limit, after, text, atLeast })}`)

/** How many there are, once. */
export const total = (projection: keyof Documents, where?: Predicate): Promise<{ total: number; position: number; log: string }> =>
  request('GET', `/api/counts/${projection}${asked({ where })}`)

/** What a view says of these parameters, once. */
export const view = <Kind extends keyof Views>(name: Kind, params: Readonly<Record<string, string>>): Promise<Pick<Rows<Views[Kind]>, 'rows' | 'position' | 'log'>> =>
  request('GET', `/api/views/${name}?${new URLSearchParams(params)}`)

/** A document, once. */
export const document = <Kind extends keyof Documents>(projection: Kind, id: string, atLeast?: number): Promise<{ row: Rows<Documents[Kind]>['rows'][number] }> =>
  request('GET', `/api/documents/${projection}/${encodeURIComponent(id)}${asked({ atLeast })}`)

/** A case as it was at an instant; throws `Problematic` when it was not to be seen then. */
export const past = (application: string, at: string): Promise<{ at: string; document: ApplicationDocument }> =>
  request('GET', `/api/applications/${encodeURIComponent(application)}/past?at=${encodeURIComponent(at)}`)

/** How read models stand, for administrators. */
export interface System {
  at: string
  head: number
  projections: { name: string; version: number; edition: number; position: number; lag: number; documents: number; bytes: number; since: string | null; standing: boolean }[]
  reconciler: { round: { at: string; ms: number; documents: number } | null; faults: number }
}

export const system = (): Promise<System> => request('GET', '/api/system')

export interface ExportWanted extends Pick<Wanted, 'where' | 'sort' | 'text'> {
  language: 'zh' | 'en'
  /** These very documents in this order, instead of what a query finds. */
  ids?: readonly string[]
  /** What a view is asked with. */
  params?: Readonly<Record<string, string>>
}

/** A list as a file (XLSX) with its name; throws `Problematic`. */
export async function exported(list: string, wanted: ExportWanted): Promise<{ name: string; content: Blob }> {
  const response = await fetch(`/api/exports/${list}`, {
    method: 'POST', credentials: 'same-origin', body: JSON.stringify(wanted),
    headers: { 'content-type': 'application/json', ...actingFor ? { 'x-acting-for': actingFor } : {} },
  }).catch(() => { throw new Problematic(unreachable) })
  if (!response.ok) {
    const answer: unknown = await response.json().catch(() => undefined)
    throw new Problematic(isProblem(answer) ? answer : { ...unreachable, status: response.status })
  }
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  // A file that breaks off is none.
  const content = await response.blob().catch(() => { throw new Problematic(unreachable) })
  return { name: decodeURIComponent(name ?? `${list}.xlsx`), content }
}

export interface Uploaded {
  hash: string
  size: number
  type: string
}

export const fileAddress = (application: string, hash: string): string => `/api/applications/${encodeURIComponent(application)}/files/${hash}`

/** The content of an attachment, after the server has compared it with its hash; throws `Problematic` when it differs. */
export async function fileContent(application: string, hash: string): Promise<Blob> {
  const response = await fetch(fileAddress(application, hash), { credentials: 'same-origin' }).catch(() => { throw new Problematic(unreachable) })
  if (response.ok) return response.blob()
  const answer: unknown = await response.json().catch(() => undefined)
  throw new Problematic(isProblem(answer) ? answer : { ...unreachable, status: response.status })
}
