import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { cny } from '@qinqing/domain/language/money'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../kit/Button.tsx'
import { Money } from '../../kit/Money.tsx'
import { StatusMark } from '../../kit/StatusMark.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './case.module.css'

/** Leads to the decision on paper, as the enterprise has it. */
function OnPaper({ id }: { id: string }) {
  const { t } = useTranslation('review')
  return <p className="unprinted"><ButtonLink small icon="print" to={`/applications/${id}/notice`}>{t('onPaper')}</ButtonLink></p>
}

/** How a closed case ended: what was decided, by whom, when, and why. */
export function Decision({ application, onClause }: { application: ApplicationDocument, onClause: (ref: string) => void }) {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const time = useTime()
  const { decision, status, closedAt, timeline } = application
  const lapsed = status === 'lapsed' ? timeline.findLast(({ type }) => type === 'ApplicationLapsed') : undefined
  if (lapsed) {
    return (
      <section className={styles.decision} data-result="refused" aria-label={t('decision.label')}>
        <StatusMark status="failed">{review('lapsedAt', { who: [lapsed.post, lapsed.by].filter(Boolean).join(' '), at: time.moment(lapsed.at) })}</StatusMark>
        {lapsed.note && <p>{t('decision.reason', { reason: lapsed.note })}</p>}
        <OnPaper id={application.id} />
      </section>
    )
  }
  if (status === 'withdrawn' && closedAt) {
    const last = timeline.findLast(({ type }) => type === 'ApplicationWithdrawn')
    return (
      <section className={styles.decision} data-result="withdrawn" aria-label={t('decision.label')}>
        <StatusMark status="paused">{t('decision.withdrawn', { at: time.moment(closedAt) })}</StatusMark>
        {last?.note && <p>{t('decision.reason', { reason: last.note })}</p>}
      </section>
    )
  }
  if (!decision) return null
  const { result, by, post, at, opinion, fen, clause } = decision
  const who = [post, by].filter(Boolean).join(' ')
  return (
    <section className={styles.decision} data-result={result} aria-label={t('decision.label')}>
      <div>
        <StatusMark status={result === 'approved' ? 'met' : 'failed'}>{t(`decision.${result}`, { who, at: time.moment(at) })}</StatusMark>
        {fen !== null && <Money sum={cny(fen)} plain />}
      </div>
      {clause && (
        <p><button type="button" className={styles.link} onClick={() => onClause(clause.ref)}>{clause.ref}</button> {clause.text}</p>
      )}
      {opinion && <p>{opinion}</p>}
      <OnPaper id={application.id} />
    </section>
  )
}
