import type { PersonDocument, Post } from '@qinqing/domain/identity/person/contract'
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

type Role = Post['roles'][number]

interface Props {
  person: PersonDocument
  /** The post that is changed; without it, another one is given. */
  post?: Post | undefined
  onClose: () => void
}

/** A post: in which office, what it is called, and what it may do. */
export function PostDialog({ person, post, onClose }: Props) {
  const { t } = useTranslation('admin')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const offices = useOffices().documents
  const { ask, busy, problem } = useAsk('person', person.id)
  const [office, setOffice] = useState(post?.office)
  const [title, setTitle] = useState(post?.title ?? '')
  const [roles, setRoles] = useState<readonly Role[]>(post?.roles ?? [])
  const [tried, setTried] = useState(false)
  const taken = person.posts.filter(one => one.office !== post?.office).map(one => one.office)

  const give = async () => {
    const found = offices.find(({ id }) => id === office)
    const name = found ? officeName(found) : post?.officeName
    if (!office || !name || !title.trim() || !roles.length) return setTried(true)
    if (await ask('GivePost', { office, officeName: name, title: title.trim(), roles: postRoles.filter(one => roles.includes(one)) })) onClose()
  }
  return (
    <Dialog
      title={post ? t('post.changeOf', { name: person.name }) : t('post.giveTo', { name: person.name })} onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={busy !== null} onClick={() => void give()}>{post ? t('post.change') : t('post.give')}</Button>
        </>
      )}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void give() }}>
        <FormRow label={t('post.office')} fault={tried && !office ? t('post.noOffice') : undefined}>
          {field => (
            <SelectField
              field={field} value={office} disabled={post !== undefined} placeholder={t('post.officeHint')} none={t('post.noneOffice')}
              onChange={setOffice}
              choices={offices.filter(({ id }) => !taken.includes(id)).map(one => ({ value: one.id, label: `${one.bureau} ${one.name}`, search: officeName(one) }))}
            />
          )}
        </FormRow>
        <FormRow label={t('post.title')} help={t('post.titleHelp')} fault={tried && !title.trim() ? t('post.noTitle') : undefined}>
          {field => (
            <Input
              {...field} value={title} maxLength={80} placeholder={t('post.titleHint')} autoComplete="off"
              onChange={event => setTitle(event.target.value)}
            />
          )}
        </FormRow>
        <fieldset>
          <legend className={styles.legend}>{t('post.roles')}</legend>
          <div className={styles.checks}>
            {postRoles.map(role => (
              <label key={role}>
                <input
                  type="checkbox" checked={roles.includes(role)}
                  onChange={event => setRoles(event.target.checked ? [...roles, role] : roles.filter(one => one !== role))}
                />
                <span>{t(`role.${role}`)}<small>{t(`roleIs.${role}`)}</small></span>
              </label>
            ))}
          </div>
          {tried && !roles.length && <FieldFault>{t('post.noRoles')}</FieldFault>}
        </fieldset>
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
