import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Colleagues } from './Colleagues.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { CaseDialog } from './useCase.ts'

/** 转办: to whom, and why; he is told. */
export function HandOverDialog({ application, acts, draft, off, onClose }: CaseDialog) {
  const { t } = useTranslation('review')
  const name = useId()
  const [to, setTo] = useState<{ id: string, name: string }>()
  const [tried, setTried] = useState(false)
  const { asked: { busy, problem } } = acts
  const send = async (reason: string) => {
    if (!to || !await acts.act('HandOverCase', { to: to.id, reason })) return
    draft.write('handOver', '')
    draft.keep()
    onClose()
  }
  return (
    <ReasonDialog
      title={t('handOver.title', { who: application.enterpriseName })} act={t('handOver.act')} off={off} problem={problem} busy={busy === 'HandOverCase'}
      label={t('handOver.reason')} hint={t('handOver.hint')} least={2} value={draft.fields['handOver'] ?? ''} onChange={text => draft.write('handOver', text)}
      chosen={to !== undefined} onTried={() => setTried(true)} onAct={reason => void send(reason)} onClose={onClose}
      consequences={[...(to ? [t('handOver.told', { who: to.name })] : []), t('handOver.inside')]}
    >
      <Colleagues name={name} office={application.office} except={application.claimantId} chosen={to?.id} onChoose={setTo} fault={tried && !to ? t('handOver.noTo') : undefined} />
    </ReasonDialog>
  )
}
