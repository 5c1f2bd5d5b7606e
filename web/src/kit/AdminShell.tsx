import type { ReactNode } from 'react'
import { ScrollRestoration } from 'react-router'
import admin from './AdminShell.module.css'
import styles from './DeskShell.module.css'
import { DeskTop, type PlaceGroup, Rail, type TopProps } from './DeskShell.tsx'
import { Main, SkipLink } from './Frame.tsx'
import { Ground } from './Ground.tsx'

interface Props extends TopProps {
  rail: readonly PlaceGroup[]
  children: ReactNode
}

/** The frame for those who keep it running: the desk's bar and rail, and pages to read and to fill in, not panes. */
export function AdminShell({ rail, children, ...top }: Props) {
  return (
    <Ground density="desk">
      <div className={styles.desk}>
        <SkipLink />
        <DeskTop {...top} />
        <Rail groups={rail} />
        <Main className={admin.main}><div className={admin.page}>{children}</div></Main>
      </div>
      <ScrollRestoration />
    </Ground>
  )
}
