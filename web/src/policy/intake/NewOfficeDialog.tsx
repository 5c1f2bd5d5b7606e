import { newId } from '@qinqing/api/client'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'

const fields = ['bureau', 'office', 'phone'] as const

/** An office for a department that has none here yet. */
export function NewOfficeDialog({ bureau, onDone, onClose }: { bureau: string; onDone: (office: string) => void; onClose: () => void }) {
  const { t } = useTranslation('policyLife')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const [id] = useState(newId)
  const [values, setValues] = useState({ bureau, office: '', phone: '' })
  const { ask, busy, problem } = useAsk('office', id)
  const create = async () => {
    if (await ask('EstablishOffice', { bureau: values.bureau, name: values.office, phone: values.phone })) onDone(id)
  }
  return (
    <Dialog
      title={t('intake.establish')} onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={busy !== null} disabled={values.bureau.trim().length < 2 || values.office.trim().length < 2} onClick={() => void create()}>{t('intake.create')}</Button>
        </>
      )}
    >
      {fields.map(key => (
        <FormRow key={key} label={t(`intake.${key}`)} optional={key === 'phone'}>
          {field => <Input {...field} value={values[key]} maxLength={key === 'phone' ? 40 : 60} onChange={event => setValues({ ...values, [key]: event.target.value })} />}
        </FormRow>
      ))}
      {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
    </Dialog>
  )
}
