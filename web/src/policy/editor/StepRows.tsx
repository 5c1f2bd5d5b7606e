import { predicate } from '@qinqing/domain/language/predicates'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useEditor } from './editor.tsx'
import styles from './editor.module.css'
import { replaced, without } from './lists.ts'
import type { LooseAmount, LooseStep } from './loose.ts'
import { NumberBox } from './NumberBox.tsx'
import type { NumberKind } from './numbers.ts'

interface Props {
  amount: LooseAmount
  change: (patch: Partial<LooseAmount>) => void
}

const empty: LooseStep = { from: undefined, money: { fen: undefined, currency: 'CNY' } }
const kinds: Readonly<Record<string, NumberKind>> = { money: 'money', percent: 'percent' }

/** From which value on how much: one row a step. */
export function StepRows({ amount, change }: Props) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const { mayEdit, flush } = useEditor()
  const of = predicate(amount.fact ?? '')
  const steps = amount.steps ?? []
  const set = (next: readonly LooseStep[]) => change({ steps: next })
  const tied = (id: string) => ({ id, 'aria-describedby': undefined, 'aria-invalid': undefined, 'aria-required': true as const })
  return (
    <div className={styles.gap}>
      <ol className={styles.rows}>
        {steps.map((step, n) => (
          <li key={n} className={styles.step}>
            <div>
              <label htmlFor={`step-${n}-from`}>{t('amount.from', { fact: of?.label[language] ?? t('amount.value') })}</label>
              <NumberBox
                field={tied(`step-${n}-from`)} kind={kinds[of?.kind ?? ''] ?? 'number'} unit={of?.unit?.[language]} value={step.from}
                onType={from => set(replaced(steps, n, { from }))} onLeave={flush}
              />
            </div>
            <div>
              <label htmlFor={`step-${n}-money`}>{t('amount.gets')}</label>
              <NumberBox
                field={tied(`step-${n}-money`)} kind="money" value={step.money.fen} onLeave={flush}
                onType={fen => set(replaced(steps, n, { money: { fen, currency: 'CNY' } }))}
              />
            </div>
            {mayEdit && (
              <div className={styles.acts}>
                <button
                  type="button" className={styles.tool} disabled={steps.length === 1} aria-label={t('amount.removeStep', { n: n + 1 })}
                  onClick={() => set(without(steps, n))}
                >
                  <Icon name="trash" />
                </button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {mayEdit && steps.length < 30 && (
        <div className={styles.after}><Button small icon="plus" onClick={() => set([...steps, empty])}>{t('amount.addStep')}</Button></div>
      )}
    </div>
  )
}
