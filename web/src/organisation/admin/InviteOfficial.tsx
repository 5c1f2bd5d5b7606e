import { newId } from '@qinqing/api/client'
import type { Post } from '@qinqing/domain/identity/person/contract'
import { postRoles } from '@qinqing/domain/language/post-role'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { SelectField } from '../../kit/SelectField.tsx'
import { officeName, useOffices } from '../../parts/offices.ts'
import styles from './admin.module.css'
import { usualTerm } from './invitations.ts'
import { Invitee, Term } from './InviteFields.tsx'
import { newLink } from './one-time-link.ts'
import type { Sent } from './sent.ts'

type Role = Post['roles'][number]

/** Invites somebody to a post in an office. */
export function InviteOfficial({ onSent, onClose }: { onSent: (sent: Sent) => void; onClose: () => void }) {
  const { t } = useTranslation('identity')
  const { t: admin } = useTranslation('admin')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const offices = useOffices().documents
  const [id] = useState(newId)
  const { ask, busy, problem } = useAsk('invitation', id)
  const [invitee, setInvitee] = useState('')
  const [office, setOffice] = useState<string>()
  const [title, setTitle] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [days, setDays] = useState<number>(usualTerm)
  const [tried, setTried] = useState(false)

  const invite = async () => {
    if (!office || !title.trim() || !roles.length) return setTried(true)
    const { address, secretHash } = newLink(id)
    const data = { invitee: invitee.trim(), office, title: title.trim(), roles: postRoles.filter(one => roles.includes(one)), days, secretHash }
    if (await ask('InviteOfficial', data)) onSent({ id, address, invitee: invitee.trim() })
  }
  return (
    <Dialog
      title={t('invite.officialTitle')} onClose={onClose}
      foot={<><Button onClick={onClose}>{kit('cancel')}</Button><Button kind="primary" busy={busy !== null} onClick={() => void invite()}>{t('invite.act')}</Button></>}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void invite() }} noValidate>
        <Invitee value={invitee} onChange={setInvitee} />
        <FormRow label={admin('post.office')} fault={tried && !office ? admin('post.noOffice') : undefined}>
          {field => (
            <SelectField
              field={field} value={office} placeholder={admin('post.officeHint')} none={admin('post.noneOffice')} onChange={setOffice}
              choices={offices.map(one => ({ value: one.id, label: `${one.bureau} ${one.name}`, search: officeName(one) }))}
            />
          )}
        </FormRow>
        <FormRow label={admin('post.title')} help={admin('post.titleHelp')} fault={tried && !title.trim() ? admin('post.noTitle') : undefined}>
          {field => <Input {...field} value={title} maxLength={80} placeholder={admin('post.titleHint')} autoComplete="off" onChange={event => setTitle(event.target.value)} />}
        </FormRow>
        <fieldset>
          <legend className={styles.legend}>{admin('post.roles')}</legend>
          <div className={styles.checks}>
            {postRoles.map(role => (
              <label key={role}>
                <input
                  type="checkbox" checked={roles.includes(role)}
                  onChange={event => setRoles(event.target.checked ? [...roles, role] : roles.filter(one => one !== role))}
                />
                <span>{admin(`role.${role}`)}<small>{admin(`roleIs.${role}`)}</small></span>
              </label>
            ))}
          </div>
          {tried && !roles.length && <FieldFault>{admin('post.noRoles')}</FieldFault>}
        </fieldset>
        <Term value={days} onChange={setDays} />
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
