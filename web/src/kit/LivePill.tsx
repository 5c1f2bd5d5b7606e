import { useTranslation } from 'react-i18next'
import styles from './LivePill.module.css'
import { useTime } from './Time.tsx'

type LiveState = 'live' | 'reconnecting' | 'offline' | 'stale'

export interface Live {
  state: LiveState
  /** Until when the shown data is complete. */
  asOf?: string | undefined
  /** How many changes came in after the last break; shown for a while. */
  caughtUp?: number | undefined
}

/** Whether what one sees is live, and if not, of when it is. */
export function LivePill({ state, asOf, caughtUp }: Live) {
  const { t } = useTranslation('kit')
  const time = useTime()
  const at = asOf ? time.moment(asOf).replace(`${t('time.today')} `, '') : ''
  const says = state === 'live' && caughtUp ? t('live.caughtUp', { count: caughtUp }) : t(`live.${state}`, { at })
  return (
    <span className={`${styles.pill} ${styles[state]} unprinted`} role="status" title={t(`live.about.${state}`, { at })}>
      <span className={styles.dot} aria-hidden="true" />
      {says}
      {(state === 'reconnecting' || state === 'offline') && at && <span className={styles.age}>{t('live.stale', { at })}</span>}
    </span>
  )
}
