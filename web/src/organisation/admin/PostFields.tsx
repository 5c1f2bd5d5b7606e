import type { Post } from '@qinqing/domain/identity/person/contract'
import { postRoles } from '@qinqing/domain/language/post-role'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { SelectField } from '../../kit/SelectField.tsx'
import { officeName, useOffices } from '../../parts/offices.ts'
import styles from './admin.module.css'

/** A post as far as it has been typed. */
export interface TypedPost {
  office: string | undefined
  title: string
  roles: Post['roles']
}

export const noPost: TypedPost = { office: undefined, title: '', roles: [] }

/** The post that was typed; undefined as long as something is missing. */
export const postOf = ({ office, title, roles }: TypedPost) =>
  (office && title.trim() && roles.length ? { office, title: title.trim(), roles: postRoles.filter(one => roles.includes(one)) } : undefined)

interface Props {
  typed: TypedPost
  onChange: (typed: TypedPost) => void
  /** Somebody wanted to send it: what is missing is said now. */
  tried: boolean
  /** The office stays as it is. */
  fixed?: boolean
  /** Offices in which the person has a post already. */
  taken?: readonly string[]
}

/** In which office, what the post is called, and what it may do. */
export function PostFields({ typed, onChange, tried, fixed = false, taken = [] }: Props) {
  const { t } = useTranslation('admin')
  const offices = useOffices().documents.filter(({ id }) => !taken.includes(id))
  const { office, title, roles } = typed
  return (
    <>
      <FormRow label={t('post.office')} fault={tried && !office ? t('post.noOffice') : undefined}>
        {field => (
          <SelectField
            field={field} value={office} disabled={fixed} placeholder={t('post.officeHint')} none={t('post.noneOffice')}
            onChange={next => onChange({ ...typed, office: next })}
            choices={offices.map(one => ({ value: one.id, label: `${one.bureau} ${one.name}`, search: officeName(one) }))}
          />
        )}
      </FormRow>
      <FormRow label={t('post.title')} help={t('post.titleHelp')} fault={tried && !title.trim() ? t('post.noTitle') : undefined}>
        {field => (
          <Input
            {...field} value={title} maxLength={80} placeholder={t('post.titleHint')} autoComplete="off"
            onChange={event => onChange({ ...typed, title: event.target.value })}
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
                onChange={event => onChange({ ...typed, roles: event.target.checked ? [...roles, role] : roles.filter(one => one !== role) })}
              />
              <span>{t(`role.${role}`)}<small>{t(`roleIs.${role}`)}</small></span>
            </label>
          ))}
        </div>
        {tried && !roles.length && <FieldFault>{t('post.noRoles')}</FieldFault>}
      </fieldset>
    </>
  )
}
