import type { CorrectionItem } from '@qinqing/domain/fulfilment/application/contract'
import { replyKey } from './command.ts'
import { editOf, type Held, same, valueOf } from './edits.ts'

/** Whether an item of a correction is answered: by words, or by another value of its field. */
export function isAnswered({ id, field }: Pick<CorrectionItem, 'id' | 'field'>, touched: readonly string[], held: Held): boolean {
  const reply = valueOf(held, replyKey(id))
  if (typeof reply === 'string' && reply.trim()) return true
  if (field === null) return false
  const edit = editOf(held, field)
  return touched.includes(field) || (edit !== undefined && !same(edit.value, edit.base))
}
