import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { endOfBusiness } from '@qinqing/domain/language/calendar'
import { Link } from 'react-router'
import { Deadline } from '../../kit/Deadline.tsx'
import { useNow } from '../../kit/now.ts'
import { Course } from './Course.tsx'
import { Latest } from './Latest.tsx'
import { leftUntil } from './promised.ts'
import { PromiseLine } from './PromiseLine.tsx'
import styles from './ApplicationRow.module.css'

interface Props {
  application: ApplicationDocument
  since: string | null
  /** Number and office, where the list holds more than what is under way. */
  full?: boolean
}

/** One application: what, by when, how far, and what was last. */
export function ApplicationRow({ application, since, full }: Props) {
  const { id, itemTitle, number, officeName, correction } = application
  const now = useNow()
  const Heading = full ? 'h2' : 'h3'
  return (
    <article className={styles.row} data-testid="application-row" data-id={id}>
      <header className={styles.head}>
        <Heading>
          <Link to={`/applications/${id}`}>{itemTitle}</Link>
        </Heading>
        <p className={styles.promise}>
          <PromiseLine application={application} />
        </p>
      </header>
      {full && <p className="second">{[number, officeName].filter(Boolean).join(' · ')}</p>}
      {full && correction && (
        <p className="second">
          <Deadline due={endOfBusiness(correction.answerBy)} left={leftUntil(correction.answerBy, now)} />
        </p>
      )}
      <Course status={application.status} />
      <Latest application={application} since={since} />
    </article>
  )
}
