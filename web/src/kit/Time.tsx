import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, useLanguage } from './i18n.ts'
import { useNow } from './now.ts'
import { agoOf, clockOf, dayOf, fullOf, momentOf, untilOf, weekdayAndDayOf } from './time.ts'

/** The wording of times, bound to the present moment and language. */
export function useTime() {
  const { t } = useTranslation('kit')
  const language: Language = useLanguage()
  const now = useNow()
  return useMemo(() => ({
    now,
    /** 11月25日 */
    day: (at: string) => dayOf(at, now, language),
    /** 11月25日 周三 */
    weekday: (at: string) => weekdayAndDayOf(at, now, language),
    /** 09:15 */
    clock: (at: string) => clockOf(at),
    /** 今天 09:15 */
    moment: (at: string) => momentOf(at, now, t, language),
    /** 11月25日 周三 17:30 前 */
    until: (at: string) => untilOf(at, now, t, language),
    /** 2026年11月25日 周三 13:42 */
    full: (at: string) => fullOf(at, language),
    /** 5 分钟前 */
    ago: (at: string) => agoOf(at, now, t, language),
  }), [now, t, language])
}

interface Props {
  /** An instant, or a date without a time of day. */
  at: string
  as?: 'moment' | 'ago' | 'day' | 'weekday' | 'clock' | 'until'
  className?: string | undefined
}

export function Time({ at, as = 'moment', className }: Props) {
  const time = useTime()
  return <time dateTime={at} title={`${time.weekday(at)}${at.length > 10 ? ` ${time.clock(at)}` : ''}`} className={className}>{time[as](at)}</time>
}
