import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Colleagues } from '../case/Colleagues.tsx'
import { ReasonDialog } from '../case/ReasonDialog.tsx'
import type { Bulk } from './bulk.ts'

interface Props {
  which: 'handOver' | 'return'
  cases: readonly ApplicationDocument[]
  reason?: string
  onRun: Bulk['run'] | ((...asked: Parameters<Bulk['run']>) => void)
  onClose: () => void
}

/** Hands many cases over, or returns them, with one reason. */
export function BulkDialog({ which, cases, reason: given = '', onRun, onClose }: Props) {
  const { t } = useTranslation('review')
  const name = useId()
  const [reason, setReason] = useState(given)
  const [to, setTo] = useState<{ id: string, name: string }>()
  const [tried, setTried] = useState(false)
  const hands = which === 'handOver'
  const words = hands ? 'handOver' : 'giveBack'
  const act = (text: string) => {
    onClose()
    if (!hands) void onRun(cases.filter(({ claimantId }) => claimantId !== null), () => ({ type: 'ReturnCase', data: { to: 'pool', reason: text } }))
    else if (to) void onRun(cases, () => ({ type: 'HandOverCase', data: { to: to.id, reason: text } }))
  }
  return (
    <ReasonDialog
      title={t(`${words}.titleMany`, { count: cases.length })} act={t(`${words}.act`)} problem={null} busy={false} label={t(`${words}.reason`)} hint={t(`${words}.hint`)} least={2}
      value={reason} onChange={setReason} chosen={!hands || to !== undefined} onTried={() => setTried(true)} onAct={act} onClose={onClose}
      consequences={[...(to ? [t('handOver.told', { who: to.name })] : []), t('handOver.inside')]}
    >
      {hands && (
        <Colleagues
          name={name} office={cases[0]?.office ?? ''} except={cases.length === 1 ? cases[0]?.claimantId ?? null : null} chosen={to?.id} onChoose={setTo}
          fault={tried && !to ? t('handOver.noTo') : undefined}
        />
      )}
    </ReasonDialog>
  )
}
