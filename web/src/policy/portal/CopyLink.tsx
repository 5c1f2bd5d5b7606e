import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../kit/Icon.tsx'
import styles from './Policy.module.css'

/** Copies the whole address of a clause, so that it can be sent to somebody. */
export function CopyLink({ to, of }: { to: string, of: string }) {
  const { t } = useTranslation('policyLife')
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(new URL(to, location.href).href).then(() => setCopied(true), () => setCopied(false))
  return (
    <button type="button" className={`${styles.copy} unprinted`} aria-label={t('clause.copy', { ref: of })} title={t('clause.copy', { ref: of })} onClick={copy} onBlur={() => setCopied(false)}>
      {copied ? <span role="status">{t('clause.copied')}</span> : <Icon name="link" small />}
    </button>
  )
}
