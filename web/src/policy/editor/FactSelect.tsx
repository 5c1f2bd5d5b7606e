import type { FactKind } from '@qinqing/domain/language/predicates'
import { predicate, predicateKeys } from '@qinqing/domain/language/predicates'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { SelectField } from '../../kit/SelectField.tsx'

interface Props {
  field: Field
  value: string | undefined
  /** Only facts of these kinds. */
  kinds?: readonly FactKind[]
  onChange: (fact: string) => void
}

/** What the platform knows of enterprises, by the bureau that says so; found by any part of its name. */
export function FactSelect({ field, value, kinds, onChange }: Props) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const known = predicateKeys.flatMap(key => {
    const of = predicate(key)
    return of && (!kinds || kinds.includes(of.kind)) ? [{ key, label: of.label[language], from: of.authority[language] }] : []
  })
  const groups = [...Map.groupBy(known, ({ from }) => from)]
  return (
    <SelectField
      field={field} value={value} placeholder={t('condition.factHint')} none={t('condition.noFact')} onChange={onChange}
      choices={groups.map(([from, facts]) => ({ label: from, choices: facts.map(({ key, label }) => ({ value: key, label, search: `${label} ${from}` })) }))}
    />
  )
}
