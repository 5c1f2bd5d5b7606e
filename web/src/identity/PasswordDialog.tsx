import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { useLanguage } from '../kit/i18n.ts'
import styles from './Account.module.css'
import { useChange } from '../parts/door/change.ts'
import { NewPassword, OldPassword } from '../parts/door/PasswordFields.tsx'

/** Another password for oneself. */
export function PasswordDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('identity')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const { old, setOld, next, setNext, tried, busy, problem, send, username } = useChange(onDone)
  return (
    <Dialog
      title={t('password.change')} onClose={onClose}
      foot={<><Button onClick={onClose}>{kit('cancel')}</Button><Button kind="primary" busy={busy} onClick={() => void send()}>{t('password.change')}</Button></>}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void send() }} noValidate>
        <input type="text" className="unseen" tabIndex={-1} readOnly aria-hidden="true" autoComplete="username" value={username} />
        <OldPassword label={t('password.old')} value={old} onChange={setOld} tried={tried} why={problem?.detail[language]} />
        <NewPassword value={next} onChange={setNext} tried={tried} username={username} old={old} />
        <p className="second">{t('password.others')}</p>
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
