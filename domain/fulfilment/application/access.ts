import type { Context } from '../../kernel/message.ts'
import { worksAs } from '../../kernel/post.ts'
import { ensureThere } from '../../kernel/refusal.ts'
import type { Application } from './state.ts'

/** Enterprises see their own cases, officials those of their office; for all others there is no such case. */
export const ensureOwn = ({ enterprise }: Application, { enterprises }: Context): void => ensureThere(enterprises.includes(enterprise))

export const ensureOffice = ({ item }: Application, context: Context): void => ensureThere(item && worksAs(context, 'reviewer', item.office))

export const leads = ({ item }: Application, context: Context): boolean => item !== null && worksAs(context, 'lead', item.office)

/** What reviewers and the head of the office may do alike. */
export const ensureOfficeOrLead = (application: Application, context: Context): void => {
  if (!leads(application, context)) ensureOffice(application, context)
}
