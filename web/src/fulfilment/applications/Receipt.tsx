import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { daysText } from '@qinqing/domain/language/when'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button, ButtonLink } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './Case.module.css'
import { promised } from './promised.ts'
import { acceptedAt } from './states.ts'

interface Props {
  application: ApplicationDocument
  /** It has been submitted this very moment. */
  just: boolean
}

/** What one has in hand: number, time, promise, who answers for it; printed, it is the receipt. */
export function Receipt({ application, just }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  const [copied, setCopied] = useState('')
  const {
    id,
    number,
    enterpriseName,
    creditCode,
    itemTitle,
    policy,
    policyTitle,
    itemId,
    version,
    submittedAt,
    closedAt,
    officeName,
    item,
    startedBy,
    promise,
  } = application
  const accepted = acceptedAt(application) !== undefined
  const stands = promised(application, time.now)
  if (!number || !submittedAt || !promise || !stands) return null
  const due = time.weekday(stands.dueDate)
  const days = daysText(promise.days, promise.unit, language)
  const lines: [string, ReactNode][] = [
    [t('case.receipt.enterprise'), enterpriseName],
    [t('case.receipt.code'), creditCode],
    [t('case.receipt.item'), itemTitle],
    [
      t('case.receipt.policy'),
      <Link key="policy" to={`/policies/${policy}?item=${encodeURIComponent(itemId)}`}>
        {t('case.receipt.policyVersion', { policy: policyTitle, version })}
      </Link>,
    ],
    [t('case.receipt.submitted'), time.full(submittedAt)],
    [t(stands.estimated ? 'case.receipt.dueExpected' : 'case.receipt.due'), t('case.receipt.dueDays', { date: time.full(stands.dueDate), days })],
    [t('case.receipt.office'), `${officeName} ${item.phone}`],
    [t('case.receipt.by'), startedBy],
  ]
  const copy = () =>
    void navigator.clipboard.writeText(number).then(
      () => setCopied(number),
      () => undefined,
    )
  return (
    <Section title={t(accepted ? 'case.receipt.title' : 'case.receipt.received')} id="receipt">
      <Surface padded className={styles.receipt}>
        {just && (
          <p className={`${styles.just} unprinted`} role="status">
            <Icon name="met" />
            <span>
              <strong>{t('case.receipt.just')}</strong>
              {t(stands.estimated ? 'case.receipt.justNextExpected' : 'case.receipt.justNext', { office: officeName, date: due })}
            </span>
          </p>
        )}
        <div className={styles.number}>
          <p>
            <span className="second">{t(accepted ? 'case.receipt.number' : 'case.receipt.numberReceived')}</span>
            <strong data-testid="number">{number}</strong>
          </p>
          <span className="unprinted">
            <Button small icon={copied === number ? 'tick' : undefined} onClick={copy}>
              {t(copied === number ? 'case.receipt.copied' : 'case.receipt.copy')}
            </Button>
            <ButtonLink small icon="print" to={`/applications/${id}/receipt`}>
              {t('case.receipt.print')}
            </ButtonLink>
          </span>
        </div>
        <dl className={styles.lines}>
          {lines.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {!closedAt && <p className="second">{t('case.told', { office: officeName })}</p>}
      </Surface>
    </Section>
  )
}
