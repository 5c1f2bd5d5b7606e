import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Waiting.module.css'

interface Props {
  /** The layout that will be here: rows of a list, cards side by side, a page of text, facts, a form. */
  as?: 'rows' | 'cards' | 'text' | 'facts' | 'form'
  count?: number
  /** What the wait is for, when five seconds have passed. */
  children?: ReactNode
}

/** Nothing for 300 ms, then the shape of what comes, and after five seconds a sentence. The stylesheet keeps the time. */
export function Waiting({ as = 'rows', count = as === 'cards' ? 3 : 5, children }: Props) {
  const { t } = useTranslation('kit')
  return (
    <div className={styles.waiting} role="status" aria-busy="true">
      <span className="unseen">{t('loading')}</span>
      <div className={`${styles.shape} ${styles[as]}`} aria-hidden="true">
        {Array.from({ length: count }, (_, at) => <div key={at}><i /><i /><i /></div>)}
      </div>
      <p className={`${styles.slow} second`}>{children ?? t('slow')}</p>
    </div>
  )
}
