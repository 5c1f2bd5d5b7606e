import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'
import { postRoles } from '../../language/post-role.ts'

export type PersonStatus = 'absent' | 'active' | 'suspended'

const id = z.string().min(1).max(120)
const name = z.string().trim().min(1).max(80)

export const username = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, '3–40 位小写字母、数字、点、横线')

export const phone = z.string().trim().max(30)

/** The hash is made at the edge; a password never reaches a command. */
const hash = z.string().min(20).max(400)

/** The office of a city's first administrator. */
export const firstOffice = z.strictObject({ bureau: z.string().trim().min(2).max(60), name: z.string().trim().min(2).max(60), phone: z.string().trim().max(40) })

export const personCommands = {
  RegisterPerson: z.strictObject({ username, name, phone: phone.optional() }),
  /** Registers whoever came with the link of an invitation, at once with all that it invites to. */
  AcceptInvitation: z.strictObject({
    invitation: id, secretHash: z.string().length(64), username, name, phone: phone.optional(), hash, office: firstOffice.optional(),
  }),
  /** `temporary`: somebody else knows it, so it must be replaced before anything is done. */
  SetPassword: z.strictObject({ hash, temporary: z.boolean().optional() }),
  RevisePhone: z.strictObject({ phone }),
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
  absent: ['RegisterPerson', 'AcceptInvitation'],
  active: ['SetPassword', 'RevisePhone', 'GivePost', 'TakePost', 'JoinEnterprise', 'LeaveEnterprise', 'SuspendPerson'],
  suspended: ['RestorePerson'],
}

export const personRoles: Roles<PersonCommand> = {
  RegisterPerson: ['admin', 'operator'],
  AcceptInvitation: ['system'],
  SetPassword: ['system', 'operator'],
  RevisePhone: ['agent', 'editor', 'reviewer', 'lead', 'admin'],
  GivePost: ['admin', 'operator'],
  TakePost: ['admin', 'operator'],
  JoinEnterprise: ['admin', 'operator'],
  LeaveEnterprise: ['admin', 'operator'],
  SuspendPerson: ['admin', 'operator'],
  RestorePerson: ['admin', 'operator'],
}

export const personRefusals = {
  taken: { code: 'person/username-taken', zh: '这个用户名已经有人用了，请换一个', en: 'This user name is taken; choose another.' },
  badLink: {
    code: 'person/bad-invitation', zh: '这个邀请链接不对，或者已经换成了新的；请向邀请您的人要最新的链接',
    en: 'This invitation link is wrong or was replaced by a newer one; ask whoever invited you for the latest.',
  },
  usedLink: {
    code: 'person/invitation-used', zh: '这个邀请链接已经用过了，每个链接只能用一次；已有账号请直接登录', en: 'This invitation link has been used; it works once. If the account is yours, sign in.',
  },
  revokedLink: {
    code: 'person/invitation-revoked', zh: '这个邀请已被撤回，需要的话请与邀请您的人联系', en: 'This invitation has been withdrawn; ask whoever invited you if you still need it.',
  },
  expiredLink: {
    code: 'person/invitation-expired', zh: '这个邀请链接已过期，请邀请您的人重新生成一个', en: 'This invitation link has expired; ask whoever invited you to renew it.',
  },
  noOffice: {
    code: 'person/no-first-office', zh: '请填写您所在的部门和处室', en: 'Name your bureau and your office.',
  },
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
  /** Roles of all posts, for lists. */
  roles: readonly (typeof postRoles)[number][]
  /** Whoever gave the password knows it: it must be replaced before anything is done. */
  temporary: boolean
}

/** What only the person sees of the own account. */
export interface AccountDocument {
  id: string
  phone: string
  passwordSetAt: string | null
}

const fewest = 10

/** What is wrong with a password that somebody chooses; undefined when it will do. Length is what counts, so nothing else is asked for. */
export function passwordFault(password: string, username: string): 'short' | 'plain' | undefined {
  if ([...password].length < fewest) return 'short'
  const lower = password.toLowerCase()
  return new Set(lower).size < 5 || (username !== '' && lower.includes(username.trim().toLowerCase())) ? 'plain' : undefined
}
