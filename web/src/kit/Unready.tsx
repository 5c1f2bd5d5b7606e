import type { Phase, Problem } from '@qinqing/realtime/client'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from './Empty.tsx'
import { useLanguage } from './i18n.ts'
import { useConnection } from './live.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { NotFound, useOnline } from './TroublePages.tsx'
import { Waiting } from './Waiting.tsx'

interface Standing {
  phase: Phase
  problem: Problem | undefined
}

/** Whether there is something to show, be it of a while ago. */
export const isReady = ({ phase }: Standing): boolean => phase === 'live' || phase === 'stale'

interface Props extends Pick<ComponentProps<typeof Waiting>, 'as' | 'count'> {
  of: Standing
  /** What stands here when it is not there; without it, the page that says so. */
  missing?: ComponentProps<typeof Empty>
}

/** What comes is waited for; what does not come, because nobody answers, is not promised. */
function Coming(shape: Pick<Props, 'as' | 'count'>) {
  const { t } = useTranslation('kit')
  const { state } = useConnection()
  const why = useOnline() ? 'unreachable' : 'offline'
  if (state !== 'offline') return <Waiting {...shape} />
  return <ProblemNotice what={t(`trouble.${why}.title`)} kept={t(`trouble.${why}.why`)} todo={t('live.again')} />
}

/** In the place of something live that is not here yet, not there at all, or not for this person. */
export function Unready({ of: { phase, problem }, missing, ...shape }: Props) {
  const language = useLanguage()
  if (phase === 'loading') return <Coming {...shape} />
  if (phase === 'refused') return <ProblemNotice what={problem?.detail[language]} />
  return missing ? <Empty {...missing} /> : <NotFound />
}
