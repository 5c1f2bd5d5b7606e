import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { SignedOutShell } from '../kit/SignedOutShell.tsx'
import styles from './SignedOutLayout.module.css'

export function SignedOutLayout() {
  const { t } = useTranslation('portal')
  return (
    <SignedOutShell
      aside={
        <>
          <p className={styles.pitch}>{t('signIn.pitch')}</p>
          <p className={styles.promise}>{t('signIn.promise')}</p>
        </>
      }
      foot={<span>{t('foot.phone')}</span>}
    >
      <Outlet />
    </SignedOutShell>
  )
}
