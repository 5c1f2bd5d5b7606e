import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollRestoration } from 'react-router'
import { Brand, Main, Places, SearchButton, SkipLink } from './Frame.tsx'
import { SampleNote, useDemo } from './demo.tsx'
import { Ground } from './Ground.tsx'
import { type Identity, IdentityMenu } from './IdentityMenu.tsx'
import { type Live, LivePill } from './LivePill.tsx'
import type { Place } from './places.ts'
import styles from './PortalShell.module.css'
import { Time } from './Time.tsx'

interface Props {
  home: string
  /** At most five: on a phone they are the tabs at the foot. */
  places: readonly Place[]
  search?: { hint: string, onOpen: () => void } | undefined
  live?: Live | undefined
  bell?: ReactNode
  identity?: Identity | undefined
  /** For those who are not signed in: a way in. */
  enter?: ReactNode
  /** One long task: on a phone the tabs and the search make room for it. */
  focused?: boolean | undefined
  foot?: ReactNode
  children: ReactNode
}

/** The frame for those whom the city serves: one bar above, on a phone tabs below. */
export function PortalShell({ home, places, search, live, bell, identity, enter, focused, foot, children }: Props) {
  const { t } = useTranslation('kit')
  const demo = useDemo()
  return (
    <Ground density="portal">
      <div className={`${styles.shell} ${focused ? styles.focused : ''}`}>
        <SkipLink />
        <header className={`${styles.top} unprinted`}>
          <div className={`${styles.bar} wrap`}>
            <Brand to={home} className={styles.brand} />
            <Places places={places} className={styles.places} />
            {search && <SearchButton {...search} className={styles.search} />}
            {live && <LivePill {...live} />}
            {bell}
            {identity ? <IdentityMenu identity={identity} /> : enter}
          </div>
        </header>
        <Main className={styles.main}>{children}</Main>
        <footer className={`${styles.foot} unprinted`}>
          <div className="wrap">
            <span>{t('platform')}</span>
            {foot}
            <span className={styles.last}><SampleNote />{live?.asOf && <>{demo && ' · '}{t('live.stale', { at: '' })}<Time at={live.asOf} /></>}</span>
          </div>
        </footer>
      </div>
      <ScrollRestoration />
    </Ground>
  )
}
