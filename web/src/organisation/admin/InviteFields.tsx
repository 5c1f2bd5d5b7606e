import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormRow } from '../../kit/FormRow.tsx'
import { SelectField } from '../../kit/SelectField.tsx'
import { terms } from './invitations.ts'

/** For whom the link is, in the words of whoever invites. */
export function Invitee({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('identity')
  return (
    <FormRow label={t('invite.invitee')} optional help={t('invite.inviteeHelp')}>
      {field => <Input {...field} value={value} maxLength={80} autoComplete="off" onChange={event => onChange(event.target.value)} />}
    </FormRow>
  )
}

/** For how long the link works. */
export function Term({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { t } = useTranslation('identity')
  return (
    <FormRow label={t('invite.days')}>
      {field => (
        <SelectField field={field} value={String(value)} choices={terms.map(days => ({ value: String(days), label: t('invite.day', { count: days }) }))} onChange={days => onChange(Number(days))} />
      )}
    </FormRow>
  )
}
