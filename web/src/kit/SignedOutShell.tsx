import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand, LanguageSwitch, Main, SkipLink } from './Frame.tsx'
import { SampleNote } from './demo.tsx'
import { Ground } from './Ground.tsx'
import { Scene } from './Logo.tsx'
import styles from './SignedOutShell.module.css'

interface Props {
  /** What the city offers, in one sentence or two, beside the form. */
  aside?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

/** The frame before one is known: who we are, one form, the language. */
export function SignedOutShell({ aside, foot, children }: Props) {
  const { t } = useTranslation('kit')
  return (
    <Ground density="portal">
      <div className={styles.shell}>
        <SkipLink />
        <header className={styles.top}>
          <div className={`${styles.bar} wrap`}><Brand to="/" /><LanguageSwitch /></div>
        </header>
        <Main className={`${styles.main} wrap`}>
          {aside && <div className={styles.aside}>{aside}</div>}
          <div className={styles.form}>{children}</div>
        </Main>
        <div className={`${styles.scene} wrap`}><Scene /></div>
        <footer className={styles.foot}><div className="wrap"><span>{t('platform')}</span>{foot}<span className={styles.last}><SampleNote /></span></div></footer>
      </div>
    </Ground>
  )
}
