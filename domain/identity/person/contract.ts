import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'

export type PersonStatus = 'absent' | 'active' | 'suspended'

/** Roles that a post (岗位) can give: policy editor, reviewer, head of office, administrator. */
export const postRoles = ['editor', 'reviewer', 'lead', 'admin'] as const

const id = z.string().min(1).max(120)
const name = z.string().trim().min(1).max(80)

export const username = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, '3–40 位小写字母、数字、点、横线')

export const personCommands = {
  RegisterPerson: z.strictObject({ username, name, phone: z.string().max(30).optional() }),
  /** The hash is made at the edge; a password never reaches a command. */
  SetPassword: z.strictObject({ hash: z.string().min(20).max(400) }),
  GivePost: z.strictObject({ office: id, officeName: name, title: name, roles: z.array(z.enum(postRoles)).min(1).max(4) }),
  TakePost: z.strictObject({ office: id }),
  /** Makes somebody a legal representative (法人) or an agent (经办) of an enterprise. */
  JoinEnterprise: z.strictObject({ enterprise: id, enterpriseName: name, capacity: z.enum(['legal', 'agent']) }),
  LeaveEnterprise: z.strictObject({ enterprise: id }),
  SuspendPerson: z.strictObject({ reason: z.string().trim().min(2).max(200) }),
  RestorePerson: z.strictObject({}),
}
export type PersonCommand = Messages<typeof personCommands>

export const personMoves: Moves<PersonStatus, PersonCommand> = {
  absent: ['RegisterPerson'],
  active: ['SetPassword', 'GivePost', 'TakePost', 'JoinEnterprise', 'LeaveEnterprise', 'SuspendPerson'],
  suspended: ['RestorePerson'],
}

export const personRoles: Roles<PersonCommand> = {
  RegisterPerson: ['admin', 'operator'],
  SetPassword: ['system', 'operator'],
  GivePost: ['admin', 'operator'],
  TakePost: ['admin', 'operator'],
  JoinEnterprise: ['admin', 'operator'],
  LeaveEnterprise: ['admin', 'operator'],
  SuspendPerson: ['admin', 'operator'],
  RestorePerson: ['admin', 'operator'],
}

export const personRefusals = {
  taken: { code: 'person/username-taken', zh: '这个用户名已经有人用了，请换一个', en: 'This user name is taken; choose another.' },
  oneself: { code: 'person/not-oneself', zh: '不能停用自己的账号，请另一位管理员操作', en: 'You cannot suspend your own account; ask another administrator.' },
} as const

export interface Post {
  office: string
  officeName: string
  title: string
  roles: readonly (typeof postRoles)[number][]
}

export interface Membership {
  enterprise: string
  enterpriseName: string
  capacity: 'legal' | 'agent'
}

/** A person as administrators and colleagues see one. */
export interface PersonDocument {
  id: string
  username: string
  name: string
  status: PersonStatus
  posts: readonly Post[]
  memberships: readonly Membership[]
  offices: readonly string[]
  registeredAt: string
}
