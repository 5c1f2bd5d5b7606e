import type { ReactNode } from 'react'
import styles from './Empty.module.css'
import { Icon, type IconName } from './Icon.tsx'

interface Props {
  icon?: IconName
  /** What will be here. */
  what: ReactNode
  /** How it gets here. */
  how: ReactNode
  action?: ReactNode
}

/** An empty place says what will be here and how it gets here. */
export function Empty({ icon = 'inbox', what, how, action }: Props) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} className={styles.icon} />
      <div>
        <p className={styles.what}>{what}</p>
        <p className="second">{how}</p>
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  )
}
