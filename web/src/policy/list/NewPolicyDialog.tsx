import { newId } from '@qinqing/api/client'
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
import { SelectField } from '../../kit/SelectField.tsx'
import { useSession } from '../../kit/session.tsx'
import styles from './list.module.css'

const most = 200

/** A new policy needs a title and an office; everything else is written in the editor. */
export function NewPolicyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('editor')
  const { t: kit } = useTranslation('kit')
  const language = useLanguage()
  const go = useNavigate()
  const { person, hat } = useSession()
  const mine = person.posts.filter(({ roles }) => roles.includes('editor'))
  const [id] = useState(newId)
  const draft = useDraft('policy.new')
  const { ask, busy, problem } = useAsk('policy', id)
  const [office, setOffice] = useState(() => (mine.find(one => one.office === hat?.id) ?? mine[0])?.office)
  const [short, setShort] = useState(false)
  const title = draft.fields['title'] ?? ''
  const isShort = title.trim().length < 2

  const create = async () => {
    const post = mine.find(one => one.office === office)
    if (isShort || !post) return setShort(true)
    if (!await ask('DraftPolicy', { title: title.trim(), number: '', summary: '', validUntil: null, office: post.office, officeName: post.officeName })) return
    await draft.discard()
    void go(`/desk/policies/${id}`)
  }
  return (
    <Dialog
      title={t('list.new')} onClose={onClose}
      foot={(
        <>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button kind="primary" busy={busy !== null} onClick={() => void create()}>{t('list.create')}</Button>
        </>
      )}
    >
      <form className={styles.form} onSubmit={event => { event.preventDefault(); void create() }}>
        <FormRow label={t('head.name')} help={t('head.nameHelp')} fault={short && isShort ? t('list.short') : undefined} letters={title.length > 160 ? { used: title.length, most } : undefined}>
          {field => (
            <Input
              {...field} value={title} maxLength={most} placeholder={t('list.nameHint')}
              onChange={event => draft.write('title', event.target.value)} onBlur={draft.keep}
            />
          )}
        </FormRow>
        <FormRow label={t('list.office')} help={t('list.officeHelp')}>
          {field => (
            <SelectField
              field={field} value={office} disabled={mine.length < 2} onChange={setOffice}
              choices={mine.map(one => ({ value: one.office, label: one.officeName }))}
            />
          )}
        </FormRow>
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      </form>
    </Dialog>
  )
}
