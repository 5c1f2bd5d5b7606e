import type { ApplicationDocument, CasefileDocument } from '@qinqing/domain/fulfilment/application/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { useDocument } from '../../kit/live.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { useTime } from '../../kit/Time.tsx'
import { useRights } from '../../parts/desk/cases.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

/** The red flag: something was demanded late. The head of the office looks at it and says what came of it. */
export function LateDemand({ application: { id } }: { application: ApplicationDocument }) {
  const { t } = useTranslation('review')
  const time = useTime()
  const { leads } = useRights()
  const { document: casefile } = useDocument<CasefileDocument>('casefiles', id)
  const { ask, busy, problem } = useAsk('application', id)
  const [open, setOpen] = useState(false)
  const [finding, setFinding] = useState('')
  const raised = casefile?.entries.findLast(({ type }) => type === 'LateDemandRaised')
  if (!casefile || casefile.lateDemand === 'none' || !raised) return null
  const settled = casefile.lateDemand === 'reviewed' ? casefile.entries.findLast(({ type }) => type === 'LateDemandReviewed') : undefined
  const settle = async (text: string) => { if (await ask('ReviewLateDemand', { finding: text })) setOpen(false) }
  return (
    <div data-testid="late-demand" data-internal>
      <ProblemNotice
        tone={settled ? 'info' : 'bad'} what={`${t('flag.title')}：${t('flag.says', { who: raised.by, at: time.moment(raised.at), reason: raised.text })}`}
        todo={settled ? t('flag.settled', { who: settled.by, finding: settled.text }) : leads ? undefined : t('flag.waits')}
        action={!settled && leads ? <Button small onClick={() => setOpen(true)}>{t('flag.settle')}</Button> : undefined}
      />
      {open && (
        <ReasonDialog
          title={t('flag.title')} act={t('flag.settle')} problem={problem} busy={busy !== null} label={t('flag.finding')} hint={t('flag.hint')} least={2} value={finding}
          onChange={setFinding} consequences={[t('casefile.inside')]} onAct={text => void settle(text)} onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
