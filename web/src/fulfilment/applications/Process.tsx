import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section, Surface } from '../../kit/Section.tsx'
import { useNow } from '../../kit/now.ts'
import { type Moment, Timeline } from '../../kit/Timeline.tsx'
import { eventWord, whoOf } from './Latest.tsx'
import { ahead, stateOfEntry, told } from './moments.ts'
import styles from './Case.module.css'
import { dayUses, promised } from './promised.ts'
import { PromiseLine } from './PromiseLine.tsx'

/** English words of events begin small, since they follow who did it. */
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** Who did what, when and why; what is to come in grey, with its day; working days used and paused. */
export function Process({ application }: { application: ApplicationDocument }) {
  const { t } = useTranslation('portal')
  const now = useNow()
  const [opened] = useState(now)
  const { timeline, status, claimant, officeName, correction, promise, submittedAt, pauses, closedAt } = application
  const stands = promised(application, now)
  const past: Moment[] = told(timeline).map((entry, at) => ({
    id: `${at}`,
    what: capital(eventWord(entry, t)),
    who: whoOf(entry, officeName),
    why: entry.note ?? undefined,
    at: entry.at,
    state: stateOfEntry(entry),
    fresh: entry.at > opened,
  }))
  const day = {
    close: stands && { at: stands.dueDate, expected: stands.estimated || status === 'correcting' },
    answer: correction && { at: correction.answerBy },
    fill: undefined,
    accept: undefined,
    review: undefined,
  }
  const coming: Moment[] = (ahead[status] ?? []).map(({ word, state }) => ({
    id: word,
    what: t(`case.course.next.${word}`),
    state,
    ...day[word],
    who: word === 'answer' || word === 'fill' ? undefined : state === 'now' && claimant ? `${officeName} ${claimant.name}` : officeName,
  }))
  return (
    <Section title={t('case.course.title')}>
      <Surface padded>
        <Timeline
          label={t('case.course.title')}
          moments={[...past, ...coming]}
          days={promise && submittedAt && !closedAt ? dayUses(submittedAt, promise, pauses, now) : []}
          calendar={promise?.unit === 'calendar'}
        />
        {promise && status !== 'withdrawn' && (
          <p className={`${styles.promise} second`}>
            <PromiseLine application={application} />
          </p>
        )}
      </Surface>
    </Section>
  )
}
