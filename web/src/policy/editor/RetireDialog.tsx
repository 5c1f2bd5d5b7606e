import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../kit/Dialog.tsx'
import { useDraft } from '../../kit/draft.ts'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useEditor } from './editor.tsx'

const most = 300

/** Ends a policy for good, with a reason that enterprises read. */
export function RetireDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('editor')
  const language = useLanguage()
  const { document, act, busy, problem } = useEditor()
  const draft = useDraft(`retire.${document.id}`)
  const [short, setShort] = useState(false)
  const reason = draft.fields['reason'] ?? ''
  const isShort = reason.trim().length < 2
  const retire = async () => {
    if (isShort) return setShort(true)
    if (!await act('RetirePolicy', { reason: reason.trim() })) return
    await draft.discard()
    onClose()
  }
  return (
    <Confirm
      title={t('retire.title', { title: document.title })} act={t('retire.act')} kind="danger" busy={busy === 'RetirePolicy'}
      onAct={() => void retire()} onClose={onClose}
      consequences={document.version > 0 ? [t('retire.gone', { count: document.items.length }), t('retire.running'), t('retire.final')] : [t('retire.draft'), t('retire.final')]}
    >
      <div style={{ marginTop: 16 }}>
        <FormRow label={t('retire.reason')} letters={{ used: reason.length, most }} fault={short && isShort ? t('retire.short') : undefined}>
          {field => (
            <Input.TextArea
              {...field} maxLength={most} autoSize={{ minRows: 3, maxRows: 6 }} value={reason} placeholder={t('retire.hint')}
              onBlur={draft.keep}
              onChange={event => draft.write('reason', event.target.value)}
            />
          )}
        </FormRow>
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      </div>
    </Confirm>
  )
}
