import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { cny } from '@qinqing/domain/language/money'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ButtonLink } from '../../kit/Button.tsx'
import { Money } from '../../kit/Money.tsx'
import { Section, Surface } from '../../kit/Section.tsx'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { useTime } from '../../kit/Time.tsx'
import { clauseTo } from '../../parts/clause.ts'
import styles from './Case.module.css'

/** What was decided, by whom, on which clause, how much, and what one can do when one does not agree. */
export function Decision({ application: { id, decision, policy, itemId, officeName, item } }: { application: ApplicationDocument }) {
  const { t } = useTranslation('portal')
  const time = useTime()
  if (!decision) return null
  const { result, at, by, opinion, fen, clause } = decision
  const approved = result === 'approved'
  return (
    <Section
      title={t('case.decision.title')}
      action={
        <span className="unprinted">
          <ButtonLink small icon="print" to={`/applications/${id}/notice`}>
            {t('case.decision.print')}
          </ButtonLink>
        </span>
      }
    >
      <Surface padded>
        <p className={styles.result}>
          <StatusMark status={approved ? 'met' : 'failed'}>{t(`case.decision.${result}`)}</StatusMark>
          <span className="second">{t('case.decision.by', { who: `${officeName} ${by}`, at: time.moment(at) })}</span>
        </p>
        <dl className={styles.lines}>
          {fen !== null && (
            <div>
              <dt>{t('case.decision.amount')}</dt>
              <dd>
                <Money sum={cny(fen)} as="exact" />
              </dd>
            </div>
          )}
          <div>
            <dt>{t(approved ? 'case.decision.opinion' : 'case.decision.reason')}</dt>
            <dd className={styles.said}>{opinion}</dd>
          </div>
          {clause && (
            <div>
              <dt>{t('case.decision.clause')}</dt>
              <dd>
                <Link to={clauseTo(policy, itemId, clause.ref)}>{clause.ref}</Link> {clause.text}
              </dd>
            </div>
          )}
        </dl>
        {!approved && <p className="second">{t('case.decision.remedy', { office: officeName, phone: item.phone })}</p>}
      </Surface>
    </Section>
  )
}
