import { useTranslation } from 'react-i18next'
import { useTime } from '../../kit/Time.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { toldOf } from './told.ts'
import type { CaseDialog } from './useCase.ts'

/** The day for answering has passed: the case is closed, with words that the enterprise reads. */
export function LapseDialog({ application, acts, draft, onClose }: Omit<CaseDialog, 'off'>) {
  const { t } = useTranslation('review')
  const { t: desk } = useTranslation('desk')
  const time = useTime()
  const { asked: { busy, problem } } = acts
  const send = async (reason: string) => {
    if (!await acts.act('LapseApplication', { reason })) return
    await draft.discard()
    onClose()
  }
  return (
    <ReasonDialog
      danger title={t('lapse.title', { who: application.enterpriseName })} act={t('lapse.act')} problem={problem} busy={busy === 'LapseApplication'}
      label={t('lapse.reason')} hint={t('lapse.hint')} least={5} value={draft.fields['lapse'] ?? ''} onChange={text => draft.write('lapse', text)}
      onAct={reason => void send(reason)} onClose={onClose}
      consequences={[
        t('lapse.passed', { at: time.weekday(application.correction?.answerBy ?? '') }), desk('bar.tell', { who: toldOf(application) }), t('lapse.again'), t('lapse.still'), desk('bar.final'),
      ]}
    />
  )
}
