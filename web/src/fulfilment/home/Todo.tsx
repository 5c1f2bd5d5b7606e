import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { endOfBusiness } from '@qinqing/domain/language/calendar'
import type { Facts } from '@qinqing/domain/language/fact'
import { read } from '@qinqing/domain/language/form'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../kit/Button.tsx'
import { Deadline } from '../../kit/Deadline.tsx'
import { Empty } from '../../kit/Empty.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { Section, Surface } from '../../kit/Section.tsx'
import { useTime } from '../../kit/Time.tsx'
import { LaneTag } from '../../parts/LaneTag.tsx'
import { leftUntil } from '../applications/promised.ts'
import styles from './Home.module.css'

function Correction({
  application: { id, itemTitle, correction, officeName },
  first,
}: {
  application: ApplicationDocument
  first: boolean
}) {
  const { t } = useTranslation('portal')
  const time = useTime()
  if (!correction) return null
  const { items, answerBy, askedAt, askedBy } = correction
  const more = items.length > 1 ? ` ${t('home.todo.andMore', { count: items.length })}` : ''
  return (
    <li className={styles.task} data-testid="todo" data-id={id}>
      <Deadline as="tag" due={endOfBusiness(answerBy)} left={leftUntil(answerBy, time.now)} />
      <h3>
        {items[0]?.text}
        {more}
      </h3>
      <p className="second">{t('home.todo.asked', { item: itemTitle, who: `${officeName} ${askedBy}`, at: time.moment(askedAt) })}</p>
      <div className={styles.act}>
        <ButtonLink
          to={`/applications/${id}/form`}
          kind={first ? 'primary' : 'outlined'}
          aria-label={`${t('start.correct')}：${itemTitle}`}
        >
          {t('start.correct')}
        </ButtonLink>
      </div>
    </li>
  )
}

function DraftTask({
  application: { id, itemTitle, item, answers, savedAt },
  facts,
  first,
}: {
  application: ApplicationDocument
  facts: Facts
  first: boolean
}) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  const percent = item.form ? read(item.form, answers, facts, language).progress : 0
  return (
    <li className={styles.task} data-testid="todo" data-id={id}>
      {item.window && <LaneTag lane={item.lane} window={item.window} />}
      <h3>{itemTitle}</h3>
      <p className="second">{t('home.todo.draft', { percent, at: time.moment(savedAt) })}</p>
      <div className={styles.act}>
        <ButtonLink
          to={`/applications/${id}/form`}
          kind={first ? 'primary' : 'outlined'}
          aria-label={`${t('start.continue')}：${itemTitle}`}
        >
          {t('start.continue')}
        </ButtonLink>
      </div>
    </li>
  )
}

interface Props {
  corrections: readonly ApplicationDocument[]
  drafts: readonly ApplicationDocument[]
  facts: Facts
}

const most = 3

/** What only the enterprise can do now: corrections by their last day, then what it has begun. */
export function Todo({ corrections, drafts, facts }: Props) {
  const { t } = useTranslation('portal')
  const count = corrections.length + drafts.length
  const shown = corrections.slice(0, most)
  return (
    <Section
      title={t('home.todo.title')}
      count={count > 0 && t('home.todo.count', { count })}
      more={count > most ? { to: '/applications?state=todo', label: t('home.todo.more', { count }) } : undefined}
    >
      {count === 0 ? (
        <Surface>
          <Empty icon="tick" what={t('home.todo.empty.what')} how={t('home.todo.empty.how')} />
        </Surface>
      ) : (
        <Surface as="ol" lined>
          {shown.map((application, at) => (
            <Correction key={application.id} application={application} first={at === 0} />
          ))}
          {drafts.slice(0, most - shown.length).map((application, at) => (
            <DraftTask key={application.id} application={application} facts={facts} first={at === 0 && !shown.length} />
          ))}
        </Surface>
      )}
    </Section>
  )
}
