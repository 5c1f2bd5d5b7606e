import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { endOfBusiness } from '@qinqing/domain/language/calendar'
import { daysText } from '@qinqing/domain/language/when'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './Case.module.css'
import { leftUntil, promised } from './promised.ts'

/** What happens next, and until when. */
function useNext(application: ApplicationDocument): string {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  const {
    status,
    officeName: office,
    claimant,
    correction,
    decision,
    promise,
    item: { phone },
  } = application
  switch (status) {
    case 'absent':
      return ''
    case 'correcting': {
      const day = correction?.answerBy ?? ''
      if (leftUntil(day, time.now) < 0) return t('case.next.correctingLate', { day: time.day(day), office })
      const left = promised(application, time.now)?.left ?? 0
      return t('case.next.correcting', {
        until: time.until(endOfBusiness(day)),
        days: daysText(left, promise?.unit ?? 'working', language),
      })
    }
    case 'claimed':
      return t('case.next.claimed', { who: claimant ? `${office} ${claimant.name}` : office })
    case 'approved':
      return t(decision?.fen ? 'case.next.approved' : 'case.next.approvedNone', { office, phone })
    case 'refused':
      return t('case.next.refused', { phone })
    default:
      return t(`case.next.${status}`, { office })
  }
}

/** How it stands, what happens next, and the act that is expected. */
export function Headline({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('portal')
  const { id, status, itemTitle, policy, itemId, correction } = application
  const next = useNext(application)
  if (status === 'absent') return null
  const said = t(`case.headline.${status}`, { item: itemTitle, count: correction?.items.length ?? 0 })
  return (
    <PageTitle
      tab={itemTitle}
      crumbs={[{ label: t('case.crumb'), to: '/applications' }, { label: itemTitle }]}
      sub={<p>{next}</p>}
      aside={
        <div className={`${styles.acts} unprinted`}>
          {status === 'draft' && (
            <ButtonLink to={`/applications/${id}/form`} kind="primary">
              {t('case.goOn')}
            </ButtonLink>
          )}
          {status === 'lapsed' && (
            <ButtonLink icon="print" to={`/applications/${id}/notice`}>
              {t('case.decision.print')}
            </ButtonLink>
          )}
          {(status === 'refused' || status === 'withdrawn' || status === 'lapsed' || status === 'discarded') && (
            <ButtonLink to={`/policies/${policy}?item=${encodeURIComponent(itemId)}`}>{t('case.again')}</ButtonLink>
          )}
        </div>
      }
    >
      {said}
    </PageTitle>
  )
}
