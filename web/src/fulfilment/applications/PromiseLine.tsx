import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { cny } from '@qinqing/domain/language/money'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../kit/Icon.tsx'
import { Money } from '../../kit/Money.tsx'
import { useTime } from '../../kit/Time.tsx'
import { isClosed } from './states.ts'
import { promised } from './promised.ts'
import styles from './ApplicationRow.module.css'

/** The promise in one line: by when, how many days are used; when it is over, what came of it. */
export function PromiseLine({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('portal')
  const time = useTime()
  const stands = promised(application, time.now)
  if (!stands || !application.promise) return null
  const { days, unit } = application.promise
  const { used, left, dueDate, estimated, state } = stands
  const worded = <Key extends 'used' | 'paused' | 'took'>(key: Key) => (unit === 'calendar' ? (`${key}Calendar` as const) : key)
  const date = time.weekday(dueDate)
  const counted = t(`application.promise.${worded('used')}`, { used, count: days })
  const fen = application.decision?.fen

  if (isClosed(application)) {
    const took = used === 0 ? t('application.promise.took0') : t(`application.promise.${worded('took')}`, { count: used })
    return (
      <span>
        {fen ? (
          <>
            {t('applications.approved')} <Money sum={cny(fen)} /> ·{' '}
          </>
        ) : null}
        {application.status === 'withdrawn' ? null : took}
      </span>
    )
  }
  if (state === 'late')
    return (
      <span className={styles.late}>
        <Icon name="late" small />
        {t('application.promise.late', { date, phone: application.item.phone })}
      </span>
    )
  if (state === 'paused')
    return (
      <span>
        {t(`application.promise.${worded('paused')}`, { count: left })} · {counted} · {t('application.promise.standing')}
      </span>
    )
  return (
    <span>
      {t(estimated ? 'application.promise.dueExpected' : 'application.promise.due', { date })} · {counted}
    </span>
  )
}
