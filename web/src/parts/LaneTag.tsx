import { localDate } from '@qinqing/domain/language/calendar'
import { type Lane, laneLabels } from '@qinqing/domain/language/item'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../kit/i18n.ts'
import type { IconName } from '../kit/Icon.tsx'
import { Tag } from '../kit/Tag.tsx'
import { useTime } from '../kit/Time.tsx'

const shape: Record<Lane, readonly ['ok' | 'brand' | 'info', IconName]> = {
  automatic: ['ok', 'check'], instant: ['brand', 'bolt'], window: ['info', 'date'],
}

interface Props {
  lane: Lane
  window: { from: string, to: string } | null | undefined
}

/** 免申即享, 即申即享, 限时申请 and until when. */
export function LaneTag({ lane, window }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const time = useTime()
  const [tone, icon] = shape[lane]
  const says = laneLabels[lane][language]
  const today = localDate(time.now)
  const when = !window ? says
    : today < window.from ? t('lane.from', { lane: says, day: time.day(window.from) })
    : today > window.to ? t('lane.over', { lane: says })
    : t('lane.until', { lane: says, day: time.day(window.to) })
  return <Tag tone={tone} icon={icon}>{when}</Tag>
}
