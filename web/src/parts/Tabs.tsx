import { Link } from 'react-router'
import styles from './Tabs.module.css'

export interface Tab {
  id: string
  label: string
  count?: number | undefined
  to: string
  here: boolean
}

/** Views of one list, each an address of its own. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[], label: string }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ id, label: says, count, to, here }) => (
        <Link key={id} to={to} aria-current={here ? 'page' : undefined} preventScrollReset replace>
          {says}{count !== undefined && <b>{count}</b>}
        </Link>
      ))}
    </nav>
  )
}
