import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { PageTitle } from '../../kit/PageTitle.tsx'
import { useSession } from '../../kit/session.tsx'
import { SignedOutShell } from '../../kit/SignedOutShell.tsx'
import { useChange } from './change.ts'
import { NewPassword, OldPassword } from './PasswordFields.tsx'
import styles from './Door.module.css'

/** In place of every page as long as somebody else knows the password. */
export function FirstPassword() {
  const { t } = useTranslation('identity')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const { again, leave } = useSession()
  const { old, setOld, next, setNext, tried, busy, problem, send, username } = useChange(again)
  return (
    <SignedOutShell>
      <div className={styles.first}>
        <PageTitle tab={t('password.firstTitle')} sub={t('password.firstWhy')}>{t('password.firstTitle')}</PageTitle>
        <form className={styles.fields} onSubmit={event => { event.preventDefault(); void send() }} noValidate>
          <input type="text" className="unseen" tabIndex={-1} readOnly aria-hidden="true" autoComplete="username" value={username} />
          <OldPassword label={t('password.temporary')} value={old} onChange={setOld} tried={tried} why={problem?.detail[language]} />
          <NewPassword value={next} onChange={setNext} tried={tried} username={username} old={old} />
          <Button kind="primary" wide type="submit" busy={busy}>{t('password.firstAct')}</Button>
          <Button kind="bare" wide onClick={() => void leave()}>{kit('identity.signOut')}</Button>
        </form>
      </div>
    </SignedOutShell>
  )
}
