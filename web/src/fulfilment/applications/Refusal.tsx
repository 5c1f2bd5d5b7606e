import type { Problem } from '@qinqing/realtime/client'
import { useTranslation } from 'react-i18next'
import { FieldFault } from '../../kit/FormRow.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { useTime } from '../../kit/Time.tsx'
import { eventWord } from './Latest.tsx'

interface Winner {
  by: string
  post: string | null
  at: string
  type: string
}

const winnerOf = ({ code, winner }: Problem): Winner | undefined => (code === 'conflict' && winner ? (winner as Winner) : undefined)

/** Why it was not done, where one clicked; when somebody was faster: who, when, what. */
export function Refusal({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  if (!problem) return null
  const winner = winnerOf(problem)
  return (
    <FieldFault>
      {winner
        ? t('case.conflict', {
            who: [winner.post, winner.by].filter(Boolean).join(' '),
            at: time.moment(winner.at),
            what: eventWord(winner, t),
          })
        : problem.detail[language]}
    </FieldFault>
  )
}
