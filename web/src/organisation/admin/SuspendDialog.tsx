import type { PersonDocument } from '@qinqing/domain/identity/person/contract'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Confirm } from '../../kit/Dialog.tsx'
import { useDraft } from '../../kit/draft.ts'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'

const most = 200

/** Keeps somebody out, with a reason; what is open in their browsers closes within two seconds. */
export function SuspendDialog({ person, onClose }: { person: PersonDocument; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const language = useLanguage()
  const { ask, busy, problem } = useAsk('person', person.id)
  const draft = useDraft(`suspend.${person.id}`)
  const [tried, setTried] = useState(false)
  const reason = draft.fields['reason'] ?? ''
  const isShort = reason.trim().length < 2
  const suspend = async () => {
    if (isShort) return setTried(true)
    if (!await ask('SuspendPerson', { reason: reason.trim() })) return
    await draft.discard()
    onClose()
  }
  return (
    <Confirm
      title={t('suspend.title', { name: person.name })} act={t('suspend.act')} kind="danger" busy={busy !== null}
      onAct={() => void suspend()} onClose={onClose}
      consequences={[t('suspend.out'), ...(person.posts.length ? [t('suspend.posts', { count: person.posts.length })] : []), t('suspend.back')]}
    >
      <div style={{ marginTop: 16 }}>
        <FormRow label={t('suspend.reason')} letters={{ used: reason.length, most }} fault={tried && isShort ? t('suspend.short') : undefined}>
          {field => (
            <Input.TextArea
              {...field} maxLength={most} autoSize={{ minRows: 2, maxRows: 5 }} value={reason} placeholder={t('suspend.hint')}
              onChange={event => draft.write('reason', event.target.value)} onBlur={draft.keep}
            />
          )}
        </FormRow>
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      </div>
    </Confirm>
  )
}
