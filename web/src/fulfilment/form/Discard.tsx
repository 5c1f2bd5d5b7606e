import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { Confirm } from '../../kit/Dialog.tsx'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'

/** Throws the draft away, once asked. */
export function Discard({ id }: { id: string }) {
  const [asking, setAsking] = useState(false)
  const { ask, busy, problem } = useAsk('application', id)
  const language = useLanguage()
  const go = useNavigate()
  const { t } = useTranslation('form')
  const discard = async () => {
    if (await ask('DiscardDraft', {})) void go('/applications')
    else setAsking(false)
  }
  return (
    <div>
      <Button kind="bare" small icon="trash" onClick={() => setAsking(true)}>{t('discard.act')}</Button>
      {problem && <FieldFault>{problem.detail[language]}</FieldFault>}
      {asking && (
        <Confirm
          title={t('discard.title')} consequences={[t('discard.gone'), t('discard.anew')]} act={t('discard.act')} kind="danger" busy={busy !== null}
          onClose={() => setAsking(false)} onAct={() => void discard()}
        />
      )}
    </div>
  )
}
