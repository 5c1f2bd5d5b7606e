import { type ApplicationDocument, correctionItem } from '@qinqing/domain/fulfilment/application/contract'
import type { Field } from '@qinqing/domain/language/field'
import type { Lang } from '@qinqing/domain/language/text'
import type { TFunction } from 'i18next'
import { z } from 'zod'
import { resultOf, verdictsInOrder } from './judged.ts'

export const usualDays = 5

// Half-written texts are kept too, so nothing is asked of their length.
const asking = z.object({
  items: z.array(z.object({ ...correctionItem.shape, text: z.string().max(500) })).max(50),
  days: z.int().min(1).max(60),
})
export type Asking = z.infer<typeof asking>

/** What was collected so far, from where it is kept. */
export function readAsking(kept: string | undefined): Asking {
  const none: Asking = { items: [], days: usualDays }
  if (!kept) return none
  try {
    return asking.safeParse(JSON.parse(kept)).data ?? none
  } catch {
    return none
  }
}

const fieldsOf = ({ item }: ApplicationDocument): Field[] => item.form?.sections.flatMap(({ fields }) => fields) ?? []

/** What may be asked about; what was asked before comes first. */
export function fieldsToAsk(application: ApplicationDocument): Field[] {
  const { asked } = application
  const before = ({ id }: Field) => Number(asked.some(({ field }) => field === id))
  return fieldsOf(application).filter(({ kind }) => kind !== 'declaration').toSorted((a, b) => before(b) - before(a))
}

interface Suggestion {
  field: string | null
  text: string
}

/** What the case itself shows to be missing, unknown or not met. */
export function suggestionsOf(application: ApplicationDocument, t: TFunction<'desk'>, language: Lang): Suggestion[] {
  const { asked } = application
  const fields = fieldsToAsk(application).filter(({ id }) => asked.length === 0 || asked.some(({ field }) => field === id))
  const papers = fields.filter(({ id, kind, required }) => kind === 'file' && required && application.answers[id] === undefined)
    .map(({ id, label }): Suggestion => ({ field: id, text: t('correction.paper', { name: label[language] }) }))
  const conditions = verdictsInOrder(application.verdicts).filter(one => resultOf(application, one) !== 'met').map((one): Suggestion => {
    const field = fields.find(({ id }) => id === `fact.${one.fact}`)?.id ?? null
    const text = resultOf(application, one) === 'unknown' ? t('correction.prove', { what: one.sentence[language] }) : t(
      'correction.explain', { what: one.sentence[language] },
    )
    return { field, text }
  })
  const all = [...papers, ...conditions]
  return (application.asked.length > 0 ? all.filter(({ field }) => field !== null) : all).slice(0, 6)
}
