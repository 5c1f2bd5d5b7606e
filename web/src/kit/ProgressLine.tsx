import { useTranslation } from 'react-i18next'
import marks from './Mark.module.css'
import styles from './ProgressLine.module.css'

/** `ended` is a step after which nothing follows: refused, withdrawn. */
export type StepState = 'done' | 'now' | 'wait' | 'ended' | 'next'

interface Step {
  label: string
  state: StepState
}

interface Props {
  steps: readonly Step[]
  label?: string
}

/** Where a matter stands: the same columns in every row, so that rows compare. */
export function ProgressLine({ steps, label }: Props) {
  const { t } = useTranslation('kit')
  const columns = { '--steps': steps.length } as React.CSSProperties
  return (
    <ol className={styles.line} style={columns} aria-label={label}>
      {steps.map(({ label: says, state }, at) => (
        <li key={at} className={styles[state]} aria-current={state === 'now' || state === 'wait' ? 'step' : undefined}>
          <i className={`${marks.mark} ${marks[state] ?? ''}`} aria-hidden="true" />
          {says}
          {state !== 'now' && state !== 'wait' && <span className="unseen">{t(`progress.${state === 'ended' ? 'done' : state}`)}</span>}
        </li>
      ))}
    </ol>
  )
}

/** The same in the space of a word, for rows of 40 pixels. */
export function Pips({ at, of }: { at: number, of: number }) {
  const { t } = useTranslation('kit')
  return (
    <span className={styles.pips} role="img" aria-label={t('progress.step', { at, of })}>
      {Array.from({ length: of }, (_, step) => <i key={step} className={step < at ? styles.on : undefined} />)}
    </span>
  )
}

export type DayUse = 'used' | 'paused' | 'left' | 'over'

interface DayBarProps {
  /** One entry a day, in the order in which they pass. */
  days: readonly DayUse[]
  /** The days of the calendar count, and not only working days. */
  calendar?: boolean | undefined
  /** It is closed: no day is left. */
  closed?: boolean | undefined
}

/** A promise in days: used, paused, left, and beyond. */
export function DayBar({ days, calendar, closed }: DayBarProps) {
  const { t } = useTranslation('kit')
  const count = (use: DayUse) => days.filter(day => day === use).length
  const said = [
    t(calendar ? 'time.usedCalendar' : 'time.used', { count: count('used') + count('over') }),
    count('paused') > 0 && t('time.pausedDays', { count: count('paused') }),
    count('over') > 0 ? t('time.overDays', { count: count('over') }) : !closed && t('time.leftDays', { count: count('left') }),
  ].filter(Boolean).join(' · ')
  return (
    <div className={styles.promise}>
      <div className={styles.days} aria-hidden="true">{days.map((use, at) => <i key={at} className={styles[use]} />)}</div>
      <p className="second">{said}</p>
    </div>
  )
}
