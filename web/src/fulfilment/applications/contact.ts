import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { read } from '@qinqing/domain/language/form'

type Named = Pick<ApplicationDocument, 'item' | 'answers' | 'facts' | 'startedBy'>

/** Whom the form names as contact, typed or brought in from what is registered; who began it, where it names nobody. */
export function contactOf({ item: { form }, answers, facts, startedBy }: Named): string {
  const fields = form ? read(form, answers, facts, 'zh').sections.flatMap(section => section.fields) : []
  return fields.find(({ id }) => id === 'contact.name')?.display || startedBy
}
