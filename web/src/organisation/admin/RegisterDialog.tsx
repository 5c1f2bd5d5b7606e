import { givePassword, newId, Problematic } from '@qinqing/api/client'
import { username as usernameShape } from '@qinqing/domain/identity/person/contract'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { useDraft } from '../../kit/draft.ts'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { adminAddress } from './address.ts'
import styles from './admin.module.css'
import { SecretDialog } from './SecretDialog.tsx'

/** Registers somebody, and shows the first password once. */
export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const go = useNavigate()
  const [id] = useState(newId)
  const draft = useDraft('person.new')
  const { ask, busy, problem } = useAsk('person', id)
  const [tried, setTried] = useState(false)
  const [secret, setSecret] = useState<{ username: string; password: string }>()
  const { name = '', username = '' } = draft.fields
  const faults = { name: !name.trim(), username: !usernameShape.safeParse(username).success }

  const register = async () => {
    if (faults.name || faults.username) return setTried(true)
    if (!await ask('RegisterPerson', { username: username.trim().toLowerCase(), name: name.trim() })) return
    await draft.discard()
    try {
      setSecret(await givePassword(id))
    } catch (error) {
      if (!(error instanceof Problematic)) throw error
      // The account is there; its page offers to give a password again.
      void go(adminAddress({ person: id }))
    }
  }
  if (secret) {
    return (
      <SecretDialog secret={secret} next={t('secret.next')} onClose={() => { onClose(); void go(adminAddress({ person: id })) }} />
    )
  }
  return (
    <Dialog
      title={t('person.register')} onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={busy !== null} onClick={() => void register()}>{t('person.registerAct')}</Button>
        </>
      )}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void register() }}>
        <FormRow label={t('person.name')} fault={tried && faults.name ? t('person.noName') : undefined}>
          {field => (
            <Input
              {...field} value={name} maxLength={80} autoComplete="off" onChange={event => draft.write('name', event.target.value)}
              onBlur={draft.keep}
            />
          )}
        </FormRow>
        <FormRow label={t('person.username')} help={t('person.usernameHelp')} fault={tried && faults.username ? t('person.badUsername') : undefined}>
          {field => (
            <Input
              {...field} value={username} maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false}
              onChange={event => draft.write('username', event.target.value)} onBlur={draft.keep}
            />
          )}
        </FormRow>
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        <p className="second">{t('person.registerThen')}</p>
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
