import { newId } from '@qinqing/api/client'
import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { useDraft } from '../../kit/draft.ts'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import styles from './admin.module.css'

interface Props {
  /** The office that is revised; without it, a new one is established. */
  office?: OfficeDocument | undefined
  onClose: () => void
}

const fields = [['bureau', 60], ['name', 60], ['phone', 40]] as const

/** An office: of which bureau, its name, its phone. */
export function OfficeDialog({ office, onClose }: Props) {
  const { t } = useTranslation('admin')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const [id] = useState(() => office?.id ?? newId())
  const draft = useDraft(`office.${office?.id ?? 'new'}`)
  const { ask, busy, problem } = useAsk('office', id)
  const [tried, setTried] = useState(false)
  const valueOf = (field: (typeof fields)[number][0]): string => draft.fields[field] ?? office?.[field] ?? ''
  const isShort = (field: (typeof fields)[number][0]) => (field === 'phone' ? !/\d{3}/.test(valueOf(field)) : valueOf(field).trim().length < 2)

  const keep = async () => {
    if (fields.some(([field]) => isShort(field))) return setTried(true)
    const data = { bureau: valueOf('bureau').trim(), name: valueOf('name').trim(), phone: valueOf('phone').trim() }
    if (!await ask(office ? 'ReviseOffice' : 'EstablishOffice', data)) return
    await draft.discard()
    onClose()
  }
  return (
    <Dialog
      title={office ? t('office.revise') : t('office.establish')} onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={busy !== null} onClick={() => void keep()}>
            {office ? t('office.keep') : t('office.establishAct')}
          </Button>
        </>
      )}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void keep() }}>
        {fields.map(([field, most]) => (
          <FormRow key={field} label={t(`office.${field}`)} help={field === 'phone' ? t('office.phoneHelp') : undefined} fault={tried && isShort(field) ? t(`office.no.${field}`) : undefined}>
            {tied => (
              <Input
                {...tied} value={valueOf(field)} maxLength={most} autoComplete="off" placeholder={t(`office.hint.${field}`)}
                inputMode={field === 'phone' ? 'tel' : 'text'}
                onChange={event => draft.write(field, event.target.value)} onBlur={draft.keep}
              />
            )}
          </FormRow>
        ))}
        {office && <p className="second">{t('office.renamed')}</p>}
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
