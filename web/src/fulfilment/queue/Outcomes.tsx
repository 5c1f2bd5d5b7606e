import type { Problem } from '@qinqing/realtime/client'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { useLanguage } from '../../kit/i18n.ts'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import type { Bulk } from './bulk.ts'

const winnerOf = ({ winner }: Problem): string => (typeof winner === 'object' && winner !== null && 'by' in winner ? String(winner.by) : '')

/** What came of each of many. */
export function Outcomes({ bulk: { outcomes, of, busy, clear } }: { bulk: Bulk }) {
  const { t } = useTranslation('review')
  const language = useLanguage()
  if (of === 0) return null
  const refused = outcomes.flatMap(({ application, problem }) => (problem ? [{ application, problem }] : []))
  const done = t('mark.done', { count: outcomes.length - refused.length })
  return (
    <div data-testid="outcomes" role="status">
      <ProblemNotice
        tone={refused.length ? 'warn' : 'info'} what={busy ? t('mark.doing', { at: outcomes.length, of }) : done}
        todo={refused.length > 0 && (
          <>
            {t('mark.refused', { count: refused.length })}
            <ul>{refused.map(({ application, problem }) => (
              <li key={application.id}>{application.enterpriseName}：{problem.detail[language]}{winnerOf(problem) && `（${winnerOf(problem)}）`}</li>
            ))}</ul>
          </>
        )}
        action={busy ? undefined : <Button small onClick={clear}>{t('mark.close')}</Button>}
      />
    </div>
  )
}
