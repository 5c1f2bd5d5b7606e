import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import marks from './Mark.module.css'
import { type DayUse, DayBar, type StepState } from './ProgressLine.tsx'
import { useTime } from './Time.tsx'
import styles from './Timeline.module.css'

export interface Moment {
  id: string
  what: ReactNode
  who?: ReactNode
  why?: ReactNode
  /** An instant when it has happened, a date when it is still to come. */
  at?: string | undefined
  /** The date rests on a calendar that is not announced yet. */
  expected?: boolean | undefined
  state: StepState
  /** It came in while one was looking. */
  fresh?: boolean | undefined
}

interface Props {
  moments: readonly Moment[]
  label: string
  /** Working days of the promise, drawn above. */
  days?: readonly DayUse[]
  /** They are days of the calendar. */
  calendar?: boolean | undefined
  /** It is closed: no day is left. */
  closed?: boolean | undefined
}

/** Who, what, when, why; what is still to come in grey, with its dates. */
export function Timeline({ moments, label, days, calendar, closed }: Props) {
  const { t } = useTranslation('kit')
  const time = useTime()
  const when = ({ at = '', state, expected }: Moment) => {
    if (state === 'next') return expected ? t('time.expected', { at: time.weekday(at) }) : time.weekday(at)
    return at.length > 10 ? `${time.weekday(at)} ${time.clock(at)}` : time.weekday(at)
  }
  return (
    <>
      {days && days.length > 0 && <DayBar days={days} calendar={calendar} closed={closed} />}
      <ol className={styles.timeline} aria-label={label}>
        {moments.map(moment => (
          <li key={moment.id} className={`${styles[moment.state]} ${moment.fresh ? 'fresh' : ''}`} aria-current={moment.state === 'now' || moment.state === 'wait' ? 'step' : undefined}>
            <i className={`${marks.mark} ${marks[moment.state] ?? ''}`} aria-hidden="true" />
            <div className={styles.body}>
              <div className={styles.row}>
                <span className={styles.what}>{moment.what}</span>
                {moment.at && <time className={styles.when} dateTime={moment.at}>{when(moment)}</time>}
              </div>
              {(moment.who || moment.why) && (
                <p className={styles.who}>
                  {moment.who}
                  {moment.who && moment.why && ' · '}
                  {moment.why}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
