import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { Link } from 'react-router'
import { Course } from './Course.tsx'
import { Latest } from './Latest.tsx'
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
  const { id, itemTitle, number, officeName } = application
  return (
    <article className={styles.row} data-testid="application-row" data-id={id}>
      <header className={styles.head}>
        <h3><Link to={`/applications/${id}`}>{itemTitle}</Link></h3>
        <p className={styles.promise}><PromiseLine application={application} /></p>
      </header>
      {full && <p className="second">{[number, officeName].filter(Boolean).join(' · ')}</p>}
      <Course status={application.status} />
      <Latest application={application} since={since} />
    </article>
  )
}
