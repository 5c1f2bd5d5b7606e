import { promise } from '@qinqing/domain/language/calendar'
import { daysText, dueText } from '@qinqing/domain/language/when'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Surface } from '../../kit/Section.tsx'
import { type Moment, Timeline } from '../../kit/Timeline.tsx'
import { dateOf, weekdayOf } from '../../kit/time.ts'
import { useTime } from '../../kit/Time.tsx'
import { useSession } from '../../kit/session.tsx'
import { useForm } from './drafting.tsx'
import styles from './form.module.css'
import { useJudged } from './Judging.tsx'

interface Props {
  moments: readonly Moment[]
  lead: ReactNode
  head: ReactNode
  days: ReactNode
  tell: ReactNode
  children?: ReactNode
}

function Panel({ moments, lead, head, days, tell, children }: Props) {
  const { t } = useTranslation('form')
  return (
    <aside className={styles.after} aria-label={t('after.title')}>
      <Surface padded>
        <h2>{t('after.title')}</h2>
        <p className="second">{lead}</p>
        <p className={styles.date}>{head}</p>
        <p className={`${styles.days} second`}>{days}</p>
        <Timeline label={t('after.title')} moments={moments} />
        <p className={`${styles.tell} second`}>{tell}</p>
      </Surface>
      {children && <div className={`${styles.more} unprinted`}>{children}</div>}
    </aside>
  )
}

/** What happens once it is submitted today: the date that is promised, and who does what until then. */
export function After({ children }: { children?: ReactNode }) {
  const { document: { item: { limit, amount }, officeName } } = useJudged()
  const { person } = useSession()
  const { lang } = useForm()
  const { t } = useTranslation('form')
  const time = useTime()
  const { dueDate, estimated } = promise(time.now, limit, [], time.now)
  const days = daysText(limit.days, limit.unit, lang)
  return (
    <Panel
      lead={t('after.today')} head={<>{estimated && <small>{t('after.expected')} </small>}{time.day(dueDate)} <span>{weekdayOf(dueDate, lang)}</span></>} days={t('after.promised', { days })}
      tell={t('after.tell', { person: person.name, office: officeName })}
      moments={[
        { id: 'fill', what: t('after.fill'), at: dateOf(time.now), who: person.name, why: t('after.anytime'), state: 'now' },
        { id: 'submit', what: t('after.submit'), at: dateOf(time.now), who: person.name, why: t('after.receipt'), state: 'next' },
        { id: 'review', what: t('after.review'), who: officeName, why: days, state: 'next' },
        { id: 'decide', what: t('after.decide'), at: dueDate, expected: estimated, who: officeName, why: amount.kind === 'none' ? t('after.notice') : t('after.money'), state: 'next' },
      ]}
    >
      {children}
    </Panel>
  )
}

/** What happens once the correction is in: until then the promise rests. */
export function AfterCorrection() {
  const { document: { item: { limit }, officeName, submittedAt, pauses, correction } } = useJudged()
  const { person } = useSession()
  const { lang } = useForm()
  const { t } = useTranslation('form')
  const time = useTime()
  const stands = promise(submittedAt ?? time.now, limit, [...pauses], time.now)
  return (
    <Panel
      lead={t('after.rests')} head={daysText(stands.left, stands.unit, lang)} days={t('after.ifToday', { due: dueText(stands, dateOf(time.now), lang) })} tell={t('after.tellCorrection', { office: officeName })}
      moments={[
        { id: 'submitted', what: t('after.submitted'), at: submittedAt ?? undefined, state: 'done' },
        { id: 'asked', what: t('after.asked'), at: correction?.askedAt, who: correction?.post ?? correction?.askedBy, state: 'done' },
        { id: 'answer', what: t('after.answer'), at: correction?.answerBy, who: person.name, state: 'wait' },
        { id: 'review', what: t('after.again'), at: stands.dueDate, expected: stands.estimated, who: officeName, why: daysText(stands.left, stands.unit, lang), state: 'next' },
      ]}
    />
  )
}
