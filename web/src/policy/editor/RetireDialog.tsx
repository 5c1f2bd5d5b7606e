import type { PolicyDocument } from '@qinqing/domain/policy/policy/contract'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../kit/Dialog.tsx'
import { useDraft } from '../../kit/draft.ts'
import { FieldFault, FormRow } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useRows } from '../../kit/live.tsx'
import { SelectField } from '../../kit/SelectField.tsx'
import { useOpenCases } from './AmendPart.tsx'
import { useEditor } from './editor.tsx'

const most = 300
const nobody = 'none'
const byTitle = [['title', 'asc']] as const

/** A draft that nobody ever saw is deleted without a word of why. */
function DiscardDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('policyLife')
  const language = useLanguage()
  const { document, act, busy, problem } = useEditor()
  const discard = async () => { if (await act('RetirePolicy', { reason: t('end.discardReason') })) onClose() }
  return (
    <Confirm
      title={t('end.discardTitle', { title: document.title })} act={t('end.discard')} kind="danger" busy={busy === 'RetirePolicy'}
      consequences={[t('end.discardWhat')]} onAct={() => void discard()} onClose={onClose}
    >
      {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
    </Confirm>
  )
}

/** Ends a policy: first what becomes of what is open, then why, and which policy follows. */
function EndDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('editor')
  const { t: life } = useTranslation('policyLife')
  const language = useLanguage()
  const { document, act, busy, problem } = useEditor()
  const { open, drafts } = useOpenCases(document.id)
  const others = useRows<PolicyDocument>('policies', { where: ['all', [['eq', 'status', 'published'], ['ne', 'id', document.id]]], sort: byTitle, limit: 200 })
  const draft = useDraft(`retire.${document.id}`)
  const [successor, setSuccessor] = useState(nobody)
  const [short, setShort] = useState(false)
  const reason = draft.fields['reason'] ?? ''
  const isShort = reason.trim().length < 2
  const retire = async () => {
    if (isShort) return setShort(true)
    if (!await act('RetirePolicy', { reason: reason.trim(), ...successor === nobody ? {} : { successor } })) return
    await draft.discard()
    onClose()
  }
  return (
    <Confirm
      title={t('retire.title', { title: document.title })} act={t('retire.act')} kind="danger" busy={busy === 'RetirePolicy'}
      onAct={() => void retire()} onClose={onClose}
      consequences={[
        t('retire.gone', { count: document.items.length }), open.count ? life('end.open', { count: open.count }) : life('end.noOpen'),
        drafts.count ? life('end.drafts', { count: drafts.count }) : life('end.noDrafts'), t('retire.final'),
      ]}
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
        <FormRow label={life('end.successor')} help={life('end.successorHelp')} optional>
          {field => (
            <SelectField
              field={field} value={successor === nobody ? undefined : successor} placeholder={life('end.successorHint')} onChange={setSuccessor}
              choices={[{ value: nobody, label: life('end.noSuccessor') }, ...others.documents.map(({ id, title }) => ({ value: id, label: title }))]}
            />
          )}
        </FormRow>
        {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      </div>
    </Confirm>
  )
}

export function RetireDialog({ onClose }: { onClose: () => void }) {
  const { document } = useEditor()
  return document.version > 0 ? <EndDialog onClose={onClose} /> : <DiscardDialog onClose={onClose} />
}
