import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from './Icon.tsx'
import styles from './StatusMark.module.css'

export type Status = 'met' | 'failed' | 'unknown' | 'late' | 'due' | 'paused' | 'waiting'

/** What needs a person comes first: sort verdicts by this. */
export const urgency: Record<Status, number> = { unknown: 0, failed: 1, late: 2, due: 3, waiting: 4, paused: 5, met: 6 }

const shape: Record<Status, IconName> = {
  met: 'met', failed: 'failed', unknown: 'unknown', late: 'late', due: 'due', paused: 'paused', waiting: 'clock',
}

interface Props {
  status: Status
  /** What the mark says, where the usual word is not the right one. */
  children?: ReactNode
  /** Only the shape is seen; the word is read aloud. For rows that say it in other words. */
  mute?: boolean
  /** Word in ink instead of the colour, for soft grounds. */
  quiet?: boolean
}

/** Status is shape, word and colour together. */
export function StatusMark({ status, children, mute, quiet }: Props) {
  const { t } = useTranslation('kit')
  const says = children ?? t(`status.${status}`)
  return (
    <span className={`${styles.mark} ${styles[status]} ${quiet ? styles.quiet : ''}`}>
      <Icon name={shape[status]} className={styles.icon} />
      <span className={mute ? 'unseen' : undefined}>{says}</span>
    </span>
  )
}
