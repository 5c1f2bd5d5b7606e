import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './ProblemNotice.module.css'

interface Fault {
  id: string
  /** What is not right, by which clause, and what changes when it is mended. */
  says: ReactNode
  /** The way to where it is mended. */
  fix?: ReactNode
}

interface Props {
  tone?: 'warn' | 'bad' | 'info'
  /** What happened. */
  what: ReactNode
  /** What is kept: that nothing typed is lost. */
  kept?: ReactNode
  /** What to do. */
  todo?: ReactNode
  /** Several things at once, one by one. */
  faults?: readonly Fault[]
  action?: ReactNode
  id?: string
  /** Under which heading it stands; 2 right below the page's title. */
  level?: 2 | 3
  /** It came up by itself: read it aloud at once. */
  urgent?: boolean
}

const shape: Record<NonNullable<Props['tone']>, IconName> = { warn: 'late', bad: 'failed', info: 'info' }

/** A trouble says what happened, what is kept, what to do. */
export function ProblemNotice({ tone = 'warn', what, kept, todo, faults, action, id, urgent, level = 3 }: Props) {
  const Heading = `h${level}` as const
  return (
    <section id={id} className={`${styles.notice} ${styles[tone]}`} role={urgent ? 'alert' : undefined}>
      <Icon name={shape[tone]} className={styles.icon} />
      <div className={styles.body}>
        <Heading className={styles.what}>{what}</Heading>
        {kept && <p>{kept}</p>}
        {todo && <p>{todo}</p>}
        {faults && faults.length > 0 && (
          <ol className={styles.faults}>
            {faults.map(fault => <li key={fault.id}><span>{fault.says}</span>{fault.fix}</li>)}
          </ol>
        )}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </section>
  )
}
