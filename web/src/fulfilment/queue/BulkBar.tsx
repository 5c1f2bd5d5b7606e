import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useSession } from '../../kit/session.tsx'
import { useRights } from '../../parts/desk/cases.ts'
import type { Bulk } from './bulk.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { claimable } from './CasePreview.tsx'
import styles from './queue.module.css'

interface Props {
  marked: readonly ApplicationDocument[]
  bulk: Bulk
  onClear: () => void
}

/** What may be done with all that is marked at once. */
export function BulkBar({ marked, bulk, onClear }: Props) {
  const { t } = useTranslation('review')
  const { person: { id: me } } = useSession()
  const { decides, leads } = useRights()
  const [open, setOpen] = useState<'handOver' | 'return'>()
  if (marked.length === 0) return null
  const free = decides ? marked.filter(one => claimable(one, me) && one.claimantId === null) : []
  const held = marked.filter(({ claimantId }) => (leads ? true : claimantId === me))
  const run = (...asked: Parameters<Bulk['run']>) => {
    onClear()
    void bulk.run(...asked)
  }
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('mark.count', { count: marked.length })}>
      <b>{t('mark.count', { count: marked.length })}</b>
      {free.length > 0 && <Button kind="primary" small hint="R" onClick={() => run(free, () => ({ type: 'ClaimCase', data: {} }))}>{t('mark.claim', { count: free.length })}</Button>}
      {held.length > 0 && <Button small onClick={() => setOpen('handOver')}>{t('handOver.act')}</Button>}
      {held.some(({ claimantId }) => claimantId !== null) && <Button small onClick={() => setOpen('return')}>{t('giveBack.act')}</Button>}
      <Button kind="bare" small hint="Esc" onClick={onClear}>{t('mark.clear')}</Button>
      {open && <BulkDialog which={open} cases={held} onRun={run} onClose={() => setOpen(undefined)} />}
    </div>
  )
}
