import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from './Icon.tsx'
import styles from './PageTitle.module.css'

interface Crumb {
  label: string
  to?: string | undefined
}

interface Props {
  /** One sentence that says how things stand. */
  children: ReactNode
  /** The name of the page for tabs, history and bookmarks. */
  tab: string
  /** The second sentence: what comes next, since when. */
  sub?: ReactNode
  crumbs?: readonly Crumb[]
  /** Tags, an act or a picture at the side. */
  aside?: ReactNode
}

/** A page opens with one sentence that says how things stand, never with a banner. */
export function PageTitle({ children, tab, sub, crumbs, aside }: Props) {
  const { t } = useTranslation('kit')
  return (
    <header className={styles.title}>
      <title>{`${tab} · ${t('product')}`}</title>
      <div className={styles.words}>
        {crumbs && (
          <nav className={`${styles.crumbs} second`} aria-label={t('back')}>
            {crumbs.map(({ label, to }, at) => (
              <Fragment key={label}>
                {at > 0 && <Icon name="right" small />}
                {to ? <Link to={to}>{label}</Link> : <span aria-current="page">{label}</span>}
              </Fragment>
            ))}
          </nav>
        )}
        <h1>{children}</h1>
        {sub && <div className={styles.sub}>{sub}</div>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </header>
  )
}
