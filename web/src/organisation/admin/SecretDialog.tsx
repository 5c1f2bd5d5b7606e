import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import styles from './admin.module.css'

interface Props {
  secret: { username: string; password: string }
  next?: string
  onClose: () => void
}

/** A password that is shown this once; only its hash is kept. */
export function SecretDialog({ secret: { username, password }, next, onClose }: Props) {
  const { t } = useTranslation('admin')
  const [copied, setCopied] = useState(false)
  const whole = t('secret.copyText', { username, password })
  return (
    <Dialog title={next ? t('secret.first') : t('secret.title')} onClose={onClose} foot={<Button kind="primary" onClick={onClose}>{next ?? t('secret.done')}</Button>}>
      <p>{t('secret.lead')}</p>
      <div className={styles.secret}>
        <dl>
          <dt>{t('person.username')}</dt><dd>{username}</dd>
          <dt>{t('secret.password')}</dt><dd><code data-testid="new-password">{password}</code></dd>
        </dl>
        <Button small onClick={() => void navigator.clipboard.writeText(whole).then(() => setCopied(true), () => setCopied(false))}>
          <span role="status">{copied ? t('secret.copied') : t('secret.copy')}</span>
        </Button>
      </div>
      <p className="second">{t('secret.once')}</p>
    </Dialog>
  )
}
