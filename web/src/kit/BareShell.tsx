import type { ReactNode } from 'react'
import { Brand, LanguageSwitch, Main, SkipLink } from './Frame.tsx'
import { Ground } from './Ground.tsx'
import styles from './SignedOutShell.module.css'

/** The frame of a page that belongs to no audience: who we are, the language, and what there is to say. */
export function BareShell({ children }: { children: ReactNode }) {
  return (
    <Ground density="portal">
      <div className={styles.shell}>
        <SkipLink />
        <header className={styles.top}><div className={`${styles.bar} wrap`}><Brand to="/" /><LanguageSwitch /></div></header>
        <Main>{children}</Main>
      </div>
    </Ground>
  )
}
