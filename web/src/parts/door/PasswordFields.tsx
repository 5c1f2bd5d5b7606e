import { passwordFault } from '@qinqing/domain/identity/person/contract'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormRow } from '../../kit/FormRow.tsx'

interface OneProps {
  value: string
  onChange: (value: string) => void
  /** Somebody wanted to send it: what is wrong is said now. */
  tried: boolean
}

interface NewProps extends OneProps {
  username: string
  /** The present one, which the new one must not be. */
  old?: string
}

/** What is wrong with a new password; undefined when it will do. */
export const newFault = (password: string, username: string, old?: string): 'short' | 'plain' | 'same' | undefined =>
  passwordFault(password, username) ?? (password === old ? 'same' : undefined)

/** A password that one chooses: long rather than odd, and seen while it is typed if one likes. */
export function NewPassword({ value, onChange, tried, username, old }: NewProps) {
  const { t } = useTranslation('identity')
  const fault = newFault(value, username, old)
  return (
    <FormRow label={t('password.new')} help={t('password.help')} fault={tried && fault ? t(`password.fault.${fault}`) : undefined}>
      {field => (
        <Input.Password
          {...field} size="large" autoComplete="new-password" maxLength={200} value={value} onChange={event => onChange(event.target.value)}
          status={field['aria-invalid'] ? 'error' : ''}
        />
      )}
    </FormRow>
  )
}

interface OldProps extends OneProps {
  label: string
  /** What the server says of it. */
  why: string | undefined
}

/** The password that one has. */
export function OldPassword({ value, onChange, tried, label, why }: OldProps) {
  const { t } = useTranslation('identity')
  return (
    <FormRow label={label} fault={why ?? (tried && !value ? t('password.noOld') : undefined)}>
      {field => (
        <Input.Password
          {...field} size="large" autoComplete="current-password" maxLength={200} value={value} onChange={event => onChange(event.target.value)}
          status={field['aria-invalid'] ? 'error' : ''}
        />
      )}
    </FormRow>
  )
}
