import { useTranslation } from 'react-i18next'
import { StickyBar } from '../../kit/StickyBar.tsx'
import { isAnswered } from './answered.ts'
import { useSubmit } from './DraftBar.tsx'
import { useForm, useSaving } from './drafting.tsx'
import { useJudged } from './Judging.tsx'
import { Refusal } from './Refusal.tsx'
import { SaveStatus } from './SaveStatus.tsx'

interface Props {
  onSubmit: (under: boolean) => void
}

/** At the foot: what is still open, and the one act. */
export function CorrectionBar({ onSubmit }: Props) {
  const { document: { id, correction, officeName }, check } = useJudged()
  const { saver } = useForm()
  const { held } = useSaving(saver)
  const { t } = useTranslation('form')
  const { submit, busy, problem, unsaved } = useSubmit('AnswerCorrection', onSubmit, `/applications/${id}?corrected=1`)
  const open = (correction?.items ?? []).filter(item => !isAnswered(item, correction?.touched ?? [], held)).length
  const off = open > 0 ? t('correction.left', { count: open }) : check.faults.length > 0 ? t('bar.returned', { count: check.faults.length }) : undefined
  return (
    <>
      <Refusal key={problem?.code} problem={problem} unsaved={unsaved} />
      <StickyBar
        label={t('bar.label')} wrapped keys={false} status={<SaveStatus />}
        actions={[{ id: 'answer', label: t('correction.submit'), kind: 'primary', busy, onAct: submit, off, warns: off !== undefined, then: t('correction.then', { office: officeName }) }]}
      />
    </>
  )
}
