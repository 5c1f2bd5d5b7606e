import { amountSentence } from '@qinqing/domain/language/amount'
import { laneLabels, type Item } from '@qinqing/domain/language/item'
import { daysText } from '@qinqing/domain/language/when'
import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../kit/i18n.ts'
import { Surface } from '../../kit/Section.tsx'
import { Time } from '../../kit/Time.tsx'
import { dialled } from './dialled.ts'
import styles from './Policy.module.css'

/** Who answers for it, whom to call, until when, how, how fast, how much. */
export function TopFacts({ policy, item }: { policy: PolicyDocument, item: Item }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const { window, limit, lane, amount, officeName, phone } = item
  const facts: [label: string, value: ReactNode][] = [
    [t('policy.facts.office'), officeName],
    [t('policy.facts.phone'), <a key="phone" href={`tel:${dialled(phone)}`}>{phone}</a>],
    window
      ? [t('policy.facts.window'), <span key="window"><Time at={window.from} as="day" /> – <Time at={window.to} as="day" /></span>]
      : [t('policy.facts.validUntil'), policy.validUntil ? <Time key="until" at={policy.validUntil} as="day" /> : t('policy.facts.always')],
    [t('policy.facts.lane'), laneLabels[lane][language]],
    [t('policy.facts.limit'), daysText(limit.days, limit.unit, language)],
    [t('policy.facts.amount'), amountSentence(amount, language)],
  ]
  return (
    <Surface>
      <dl className={styles.facts} aria-label={t('policy.facts.label')}>
        {facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
      </dl>
    </Surface>
  )
}
