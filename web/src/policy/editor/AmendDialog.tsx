import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../kit/Dialog.tsx'
import { useDraft } from '../../kit/draft.ts'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { AmendPart } from './AmendPart.tsx'
import { useSpot } from './address.ts'
import { useEditor } from './editor.tsx'
import { useConsequences } from './publishing.ts'

const most = 300

/** Before an amendment is published: what it changes, whom it concerns, and one sentence of why. */
export function AmendDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  const { document, act, busy, problem } = useEditor()
  const { go } = useSpot()
  const consequences = useConsequences()
  const draft = useDraft(`amend.${document.id}`)
  const [short, setShort] = useState(false)
  const why = draft.fields['why'] ?? ''
  const isShort = why.trim().length < 2
  const version = document.version + 1
  const publish = async () => {
    if (isShort) return setShort(true)
    if (!await act('PublishPolicy', { why: why.trim() })) return
    await draft.discard()
    onClose()
    go({ part: 'publish' })
  }
  return (
    <Confirm
      title={t('amend.ask', { version })} act={t('amend.act', { version })} consequences={consequences} busy={busy === 'PublishPolicy'} wide
      onAct={() => void publish()} onClose={onClose}
    >
      <div style={{ marginTop: 16 }}>
        <FormRow label={t('amend.why')} letters={{ used: why.length, most }} fault={short && isShort ? t('amend.whyShort') : undefined}>
          {field => (
            <Input.TextArea
              {...field} maxLength={most} autoSize={{ minRows: 2, maxRows: 5 }} value={why} placeholder={t('amend.whyHint')} onBlur={draft.keep}
              onChange={event => draft.write('why', event.target.value)}
            />
          )}
        </FormRow>
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      </div>
      <AmendPart />
    </Confirm>
  )
}
