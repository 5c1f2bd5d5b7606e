import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { useTime } from '../../kit/Time.tsx'
import styles from './admin.module.css'

interface Props {
  address: string
  invitee: string
  expiresAt: string
  onClose: () => void
}

/** The link of an invitation, shown this once: only the hash of its secret is kept. */
export function LinkDialog({ address, invitee, expiresAt, onClose }: Props) {
  const { t } = useTranslation('identity')
  const time = useTime()
  const [copied, setCopied] = useState<boolean>()
  const copy = () => navigator.clipboard.writeText(address).then(() => setCopied(true), () => setCopied(false))
  return (
    <Dialog title={t('link.title')} onClose={onClose} foot={<Button kind={copied ? 'primary' : 'outlined'} onClick={onClose}>{t('link.done')}</Button>}>
      <div className={styles.form}>
        <p>{invitee ? t('link.lead', { name: invitee }) : t('link.leadUnnamed')}</p>
        <FormRow label={t('link.link')}>
          {({ id }) => <Input.TextArea id={id} data-testid="invitation-link" readOnly autoSize value={address} onFocus={event => event.target.select()} />}
        </FormRow>
        <Button kind={copied ? 'outlined' : 'primary'} wide onClick={() => void copy()}>
          {copied ? t('link.copied') : t('link.copy')}
        </Button>
        <p role="status" className={copied === false ? undefined : 'unseen'}>{copied === undefined ? '' : t(copied ? 'link.copied' : 'link.notCopied')}</p>
        <p className="second">{t('link.once', { until: time.moment(expiresAt) })}</p>
      </div>
    </Dialog>
  )
}
