import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../kit/keys.ts'
import { useNow } from '../../kit/now.ts'
import { PanePart } from '../../kit/Panes.tsx'
import { type Moment, Timeline } from '../../kit/Timeline.tsx'
import { standing } from '../../parts/desk/standing.ts'
import { daysOf } from './days.ts'
import styles from './case.module.css'
import { useEvents } from './events.ts'
import { instantsOf } from './usePast.ts'

const ended = ['ApplicationRefused', 'ApplicationWithdrawn', 'ApplicationLapsed']

interface Props {
  application: ApplicationDocument
  /** Looking back to then. */
  at: string | undefined
  onAt: (at: string | null) => void
}

/** Who, what, when, why; working days used and paused; what is still to come. */
export function CaseTimeline({ application, at, onAt }: Props) {
  const { t } = useTranslation('desk')
  const { t: review } = useTranslation('review')
  const present = useNow()
  const now = at ?? present
  const { what } = useEvents()
  const { timeline, closedAt, correction, claimant, status } = application
  const found = standing(application, now)
  const latest = instantsOf(application).at(-1)
  useKeys(t('timeline.title'), at || !latest ? [] : [{ key: 'h', label: review('past.act'), run: () => onAt(latest) }])
  const past = timeline.map(({ at, type, by, post, note }, index): Moment => ({
    id: `${at} ${type} ${index}`, what: what(type), at, who: [by, post].filter(Boolean).join(' '), why: note ?? undefined,
    state: ended.includes(type) ? 'ended' : 'done',
  }))
  const current: Moment[] = closedAt ? [] : [correction
    ? { id: 'now', what: t('timeline.awaiting'), at: correction.answerBy, why: t('timeline.answerBy'), state: 'wait' }
    : { id: 'now', what: claimant ? t('timeline.reviewing', { who: claimant.name }) : t(`status.${status}`), state: 'now' }]
  const future: Moment[] = closedAt || !found || found.overdue ? [] : [{
    id: 'due', what: t('timeline.due'), at: found.dueDate, why: correction ? t('timeline.shifts') : undefined, state: 'next',
    expected: found.estimated || correction !== null,
  }]
  return (
    <PanePart
      level={2} title={t('timeline.title')}
      action={!at && latest && <button type="button" className={`${styles.link} unprinted`} onClick={() => onAt(latest)}>{review('past.act')}<kbd aria-hidden="true">H</kbd></button>}
    >
      <Timeline label={t('timeline.title')} days={daysOf(application, now)} closed={closedAt !== null} moments={[...past, ...current, ...future]} />
    </PanePart>
  )
}
