import { z } from 'zod'
import type { Moves, Roles } from '../../kernel/decider.ts'
import type { Messages } from '../../kernel/message.ts'
import { isCreditCode } from '../../language/credit-code.ts'

export type EnterpriseStatus = 'absent' | 'registered'

export const enterpriseCommands = {
  RegisterEnterprise: z.strictObject({
    name: z.string().trim().min(2).max(80),
    creditCode: z.string().refine(isCreditCode, '统一社会信用代码的校验位不对'),
    sample: z.boolean().optional(),
  }),
}
export type EnterpriseCommand = Messages<typeof enterpriseCommands>

export const enterpriseMoves: Moves<EnterpriseStatus, EnterpriseCommand> = { absent: ['RegisterEnterprise'], registered: [] }

export const enterpriseRoles: Roles<EnterpriseCommand> = { RegisterEnterprise: ['admin', 'operator'] }

export const enterpriseRefusals = {
  taken: { code: 'enterprise/credit-code-taken', zh: '这个统一社会信用代码已经登记过了', en: 'An enterprise with this credit code is registered already.' },
} as const

/** An enterprise as its people and officials see it. */
export interface EnterpriseDocument {
  id: string
  name: string
  creditCode: string
  sample: boolean
}

/** The folded enterprise as other aggregates get it when they declare it as a fact. */
export interface EnterpriseFact {
  status: EnterpriseStatus
  name: string
  creditCode: string
}
