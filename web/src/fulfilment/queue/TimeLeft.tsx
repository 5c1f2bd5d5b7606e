import type { ApplicationDocument } from '@qinqing/domain/fulfilment/application/contract'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Deadline } from '../../kit/Deadline.tsx'
import { useNow } from '../../kit/now.ts'
import { type Status, StatusMark } from '../../kit/StatusMark.tsx'
import { useTime } from '../../kit/Time.tsx'
import { standing } from '../../parts/desk/standing.ts'

export const outcomes: Partial<Record<ApplicationDocument['status'], Status>> = { approved: 'met', refused: 'failed', withdrawn: 'paused', lapsed: 'failed' }

/** How much time a case has left as things stand now; of a closed one, how and when it ended. */
export function TimeLeft({ of, as = 'row' }: { of: ApplicationDocument, as?: ComponentProps<typeof Deadline>['as'] }) {
  const { t } = useTranslation('desk')
  const now = useNow()
  const time = useTime()
  const outcome = outcomes[of.status]
  if (outcome) {
    return (
      <StatusMark status={outcome} quiet>
        {t('closedOn', { how: t(`stage.${of.status}`), at: time.day(of.closedAt ?? of.updatedAt) })}
      </StatusMark>
    )
  }
  const found = standing(of, now)
  if (!found) return null
  return (
    <Deadline
      as={as} due={found.dueAt} left={found.workingDays} expected={found.estimated}
      paused={found.group === 'paused' ? t('awaited') : undefined}
    />
  )
}
