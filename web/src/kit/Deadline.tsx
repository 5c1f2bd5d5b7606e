import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Deadline.module.css'
import { dateOf } from './time.ts'
import { useTime } from './Time.tsx'

interface Props {
  /** The instant or the day until when. */
  due: string
  /** Working days left as the calendar counts them; negative when late. */
  left: number
  /** Who is awaited while the clock stands still; an empty word if nobody is named. */
  paused?: string | undefined
  /** The day rests on a calendar that is not announced yet. */
  expected?: boolean | undefined
  /** tag: on a soft ground; line: days and day; row: the shorter of the two, for queues; stack: big over small. */
  as?: 'tag' | 'line' | 'row' | 'stack'
}

type Tone = 'late' | 'due' | 'soon' | 'later' | 'paused'
const shape: Record<Tone, IconName> = { late: 'late', due: 'due', soon: 'clock', later: 'clock', paused: 'paused' }

/** Time as words one can act on: 还剩 2 个工作日 · 11月25日 周三 17:30 前. */
export function Deadline({ due, left, paused, expected, as = 'line' }: Props) {
  const { t } = useTranslation('kit')
  const time = useTime()
  const today = dateOf(due) === dateOf(time.now)
  const tone: Tone = paused !== undefined ? 'paused' : left < 0 ? 'late' : today ? 'due' : left <= 2 ? 'soon' : 'later'

  const until = expected ? t('time.expected', { at: time.until(due) }) : time.until(due)
  const days: Record<Tone, string> = {
    paused: paused ? t('time.pausedFor', { who: paused }) : t('time.paused'),
    late: t('time.late', { count: -left }),
    due: t('time.dueToday'),
    soon: left === 0 ? t('time.lastDay') : t('time.left', { count: left }),
    later: t('time.left', { count: left }),
  }
  const said = days[tone]
  const short = tone === 'due' ? until : tone === 'paused' && paused ? t('time.pausedShort', { who: paused }) : said
  const icon = <Icon name={shape[tone]} small />

  if (as === 'row') return <span className={`${styles.row} ${styles[tone]}`} title={until}>{icon}<span className="cut">{short}</span></span>
  if (as === 'stack') {
    return (
      <span className={`${styles.stack} ${styles[tone]}`}>
        <strong>{said}</strong>
        <small>{tone === 'paused' ? null : until}</small>
      </span>
    )
  }
  const full = tone === 'paused' ? said : tone === 'due' ? until : `${said} · ${until}`
  return <span className={`${as === 'tag' ? styles.tag : styles.line} ${styles[tone]}`}>{icon}<span>{full}</span></span>
}
