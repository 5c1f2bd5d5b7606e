import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { Problem } from '@qinqing/realtime/client'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'

interface Props {
  of: ApplicationDocument
  onProblem: (problem: Problem) => void
}

/** Takes a case that nobody is on. */
export function ClaimButton({ of, onProblem }: Props) {
  const { t } = useTranslation('desk')
  const { ask, busy, problem } = useAsk('application', of.id)
  useEffect(() => { if (problem) onProblem(problem) }, [problem, onProblem])
  return (
    <Button
      kind="bare" small icon="plus" busy={busy !== null} aria-label={t('claimOf', { who: of.enterpriseName })}
      onClick={event => { event.stopPropagation(); void ask('ClaimCase', {}, { basis: of.revision }) }}
    >
      {busy ? t('doing') : t('claim')}
    </Button>
  )
}
