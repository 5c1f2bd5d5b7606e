import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../kit/now.ts'
import { PanePart } from '../../kit/Panes.tsx'
import { type Moment, Timeline } from '../../kit/Timeline.tsx'
import { standing } from '../../parts/desk/standing.ts'
import { daysOf } from './days.ts'
import { useEvents } from './events.ts'

const ended = ['ApplicationRefused', 'ApplicationWithdrawn']

/** Who, what, when, why; working days used and paused; what is still to come. */
export function CaseTimeline({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('desk')
  const now = useNow()
  const { what } = useEvents()
  const { timeline, closedAt, correction, claimant, status } = application
  const found = standing(application, now)
  const past = timeline.map(({ at, type, by, post, note }, index): Moment => ({
    id: `${at} ${type} ${index}`, what: what(type), at, who: [by, post].filter(Boolean).join(' '), why: note ?? undefined,
    state: ended.includes(type) ? 'ended' : 'done',
  }))
  const last = timeline.at(-1)?.at ?? ''
  const since = claimant && claimant.since >= last ? claimant.since : undefined
  const present: Moment[] = closedAt ? [] : [correction
    ? { id: 'now', what: t('timeline.awaiting'), at: correction.answerBy, why: t('timeline.answerBy'), state: 'wait' }
    : { id: 'now', what: claimant ? t('timeline.reviewing', { who: claimant.name }) : t(`status.${status}`), at: since, state: 'now' }]
  const future: Moment[] = closedAt || !found || found.overdue ? [] : [{
    id: 'due', what: t('timeline.due'), at: found.dueDate, why: correction ? t('timeline.shifts') : undefined, state: 'next',
    expected: found.estimated || correction !== null,
  }]
  return (
    <PanePart level={2} title={t('timeline.title')}>
      <Timeline label={t('timeline.title')} days={daysOf(application, now)} moments={[...past, ...present, ...future]} />
    </PanePart>
  )
}
