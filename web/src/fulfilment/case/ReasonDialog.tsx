import type { Problem } from '@qinqing/realtime/client'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import styles from './case.module.css'

interface Props {
  title: ReactNode
  act: string
  /** Why it cannot be done any more. */
  off?: string | undefined
  problem: Problem | null
  busy: boolean
  label: string
  hint: string
  least: number
  value: string
  onChange: (text: string) => void
  /** What is to be chosen besides; the act waits until it is. */
  children?: ReactNode
  chosen?: boolean
  danger?: boolean
  consequences: readonly ReactNode[]
  onAct: (reason: string) => void
  /** Tried without a choice. */
  onTried?: () => void
  onClose: () => void
}

/** An act that says why; nothing written is lost when it cannot be done. */
export function ReasonDialog({
  title, act, off, problem, busy, label, hint, least, value, onChange, children, chosen = true, danger, consequences, onAct, onTried, onClose,
}: Props) {
  const { t } = useTranslation('review')
  const { t: kit } = useTranslation('kit')
  const { t: desk } = useTranslation('desk')
  const language = useLanguage()
  const [tried, setTried] = useState(false)
  const short = value.trim().length < least
  const send = () => {
    setTried(true)
    onTried?.()
    if (!short && chosen && !off) onAct(value.trim())
  }
  return (
    <Dialog
      wide title={title} onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy} disabled={off !== undefined} onClick={send}>{act}</Button>
        </>
      }
    >
      {off && <ProblemNotice what={off} kept={t('kept')} urgent />}
      {!off && problem && <ProblemNotice tone="bad" what={problem.detail[language]} kept={t('kept')} urgent />}
      {children}
      <FormRow label={label} fault={tried && short ? t('short', { count: least }) : undefined}>
        {field => (
          <Input.TextArea
            {...field} value={value} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} placeholder={hint} status={tried && short ? 'error' : ''}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </FormRow>
      <ul className={styles.consequences} aria-label={desk('consequences')}>
        {consequences.map((one, at) => <li key={at}>{one}</li>)}
      </ul>
    </Dialog>
  )
}
