import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { Flash } from '../../kit/Flash.tsx'
import { useCount } from '../../kit/live.tsx'
import styles from './list.module.css'
import { type Tab, tabOf, tabs, whereOf } from './tabs.ts'

function TabLink({ tab, here }: { tab: Tab; here: boolean }) {
  const { t } = useTranslation('editor')
  const [query] = useSearchParams()
  const { count, phase } = useCount('policy-drafts', whereOf[tab])
  const next = new URLSearchParams(query)
  next.delete('policy')
  if (tab === 'all') next.delete('tab')
  else next.set('tab', tab)
  return (
    <Link to={{ search: `?${next}` }} aria-current={here ? 'page' : undefined}>
      {t(`list.tab.${tab}`)} {phase !== 'loading' && <b><Flash value={count} /></b>}
    </Link>
  )
}

/** Drafts, published, published with changes, ended: each with how many there are. */
export function TabBar() {
  const { t } = useTranslation('editor')
  const here = tabOf(useSearchParams()[0])
  return (
    <nav className={styles.tabs} aria-label={t('list.tabs')}>{tabs.map(tab => <TabLink key={tab} tab={tab} here={tab === here} />)}</nav>
  )
}
