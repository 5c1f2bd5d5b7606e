import { comparison as comparisonOf, type ComparisonKey, comparisons, comparisonsFor } from '@qinqing/domain/language/comparison'
import { type Condition, conditionFault, sentence } from '@qinqing/domain/language/condition'
import { predicate } from '@qinqing/domain/language/predicates'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { SelectField } from '../../kit/SelectField.tsx'
import { ClauseSelect } from './ClauseSelect.tsx'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'
import { FactSelect } from './FactSelect.tsx'
import type { Hindrance } from './faults.ts'
import type { LooseItem } from './loose.ts'
import { ValueBox } from './ValueBox.tsx'

interface Props {
  item: LooseItem
  condition: Condition
  fault: Hindrance | undefined
  onChange: (patch: Partial<Condition>) => void
  onDone: () => void
  tools: ReactNode
}

const placeOf = ({ path }: Hindrance): string => path.split('.')[2] ?? ''

/** Fact, comparison, value, clause; what they say together stands above, as a sentence. */
export function ConditionForm({ condition, fault, onChange, onDone, tools }: Props) {
  const { t } = useTranslation('editor')
  const { t: life } = useTranslation('policyLife')
  const language = useLanguage()
  const { mayEdit } = useEditor()
  const of = predicate(condition.fact)
  const operand = comparisonOf(condition.comparison)?.operand
  const faultAt = (place: string) => (fault && placeOf(fault) === place ? fault.message[language] : undefined)
  const chooseFact = (fact: string) => {
    const kind = predicate(fact)?.kind
    const keys: readonly string[] = kind ? comparisonsFor(kind) : []
    const stays = keys.includes(condition.comparison)
    onChange({ fact, comparison: stays ? condition.comparison : keys[0] ?? '', value: stays && kind === of?.kind && !of?.choices ? condition.value : null })
  }
  const chooseComparison = (comparison: string) =>
    onChange({ comparison, value: comparisonOf(comparison)?.operand === operand ? condition.value : null })
  const says = (key: ComparisonKey) => (key === 'isTrue' ? of?.said?.yes : key === 'isFalse' ? of?.said?.no : undefined)?.[language] ?? comparisons[key].label[language]

  return (
    <div className={styles.opened}>
      <div className={of && !conditionFault(condition) ? styles.read : `${styles.read} ${styles.unread}`} aria-live="polite">
        <span>{t('condition.reads')}</span>
        <strong data-testid="condition-sentence">{!of ? t('condition.readsNothing') : conditionFault(condition) ? life('unfinished') : sentence(condition, language)}</strong>
      </div>
      <FormRow label={t('condition.fact')} fault={faultAt('fact')} help={of && t('condition.from', { who: of.authority[language] })}>
        {field => <FactSelect field={field} value={condition.fact} onChange={chooseFact} />}
      </FormRow>
      {of && (
        <div className={`${styles.two} ${styles.gap}`}>
          <FormRow label={t('condition.comparison')} fault={faultAt('comparison')}>
            {field => (
              <SelectField
                field={field} value={condition.comparison} onChange={chooseComparison}
                choices={comparisonsFor(of.kind).map(key => ({ value: key, label: says(key) }))}
              />
            )}
          </FormRow>
          {operand && operand !== 'none' && (
            <FormRow label={t(`condition.value.${operand}`)} fault={faultAt('value')}>
              {field => (
                <ValueBox field={field} of={of} operand={operand} value={condition.value} onChange={value => onChange({ value })} />
              )}
            </FormRow>
          )}
        </div>
      )}
      <div className={styles.gap}>
        <FormRow label={t('condition.clause')} help={t('condition.clauseHelp')} fault={faultAt('clause')}>
          {field => <ClauseSelect field={field} value={condition.clause} onChange={clause => onChange({ clause })} />}
        </FormRow>
      </div>
      {fault && !['fact', 'comparison', 'value', 'clause'].includes(placeOf(fault)) && <FieldFault>{fault.message[language]}</FieldFault>}
      <div className={styles.foot}>{tools}{mayEdit && <Button onClick={onDone}>{t('condition.done')}</Button>}</div>
    </div>
  )
}
