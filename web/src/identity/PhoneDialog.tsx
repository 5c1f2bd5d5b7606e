import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../kit/ask.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { FormRow } from '../kit/FormRow.tsx'
import { useLanguage } from '../kit/i18n.ts'
import { useSession } from '../kit/session.tsx'

/** Another phone for oneself; empty is none. */
export function PhoneDialog({ phone, onClose }: { phone: string; onClose: () => void }) {
  const { t } = useTranslation('identity')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const { person } = useSession()
  const { ask, busy, problem } = useAsk('person', person.id)
  const [typed, setTyped] = useState(phone)
  const keep = async () => { if (await ask('RevisePhone', { phone: typed.trim() })) onClose() }
  return (
    <Dialog
      title={t('account.changePhone')} onClose={onClose}
      foot={<><Button onClick={onClose}>{kit('cancel')}</Button><Button kind="primary" busy={busy !== null} onClick={() => void keep()}>{t('account.keep')}</Button></>}
    >
      <form onSubmit={event => { event.preventDefault(); void keep() }} noValidate>
        <FormRow label={t('phone')} optional help={t('phoneHelp')} fault={problem?.detail[language]}>
          {field => <Input {...field} size="large" inputMode="tel" autoComplete="tel" maxLength={30} value={typed} onChange={event => setTyped(event.target.value)} />}
        </FormRow>
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
