import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './case.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { CaseDialog } from './useCase.ts'

/** 退回: to where everybody can claim it, or to the colleague from whom it came. */
export function ReturnDialog({ application, acts, draft, off, onClose }: CaseDialog) {
  const { t } = useTranslation('review')
  const name = useId()
  const from = application.claimant?.from ?? null
  const [to, setTo] = useState<'pool' | 'colleague'>(from ? 'colleague' : 'pool')
  const { asked: { busy, problem } } = acts
  const send = async (reason: string) => {
    if (!await acts.act('ReturnCase', { to, reason })) return
    draft.write('return', '')
    draft.keep()
    onClose()
  }
  return (
    <ReasonDialog
      title={t('giveBack.title', { who: application.enterpriseName })} act={t('giveBack.act')} off={off} problem={problem} busy={busy === 'ReturnCase'}
      label={t('giveBack.reason')} hint={t('giveBack.hint')} least={2} value={draft.fields['return'] ?? ''} onChange={text => draft.write('return', text)}
      onAct={reason => void send(reason)} onClose={onClose} consequences={[t('giveBack.kept'), t('handOver.inside')]}
    >
      {from && (
        <fieldset className={styles.grounds}>
          <legend>{t('giveBack.to')}</legend>
          {(['colleague', 'pool'] as const).map(each => (
            <label key={each}>
              <input type="radio" name={name} checked={to === each} onChange={() => setTo(each)} /><span>{t(`giveBack.${each}`, { who: from.name })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </ReasonDialog>
  )
}
