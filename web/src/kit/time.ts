import { localDate, weekday } from '@qinqing/domain/language/calendar'
import type { TFunction } from 'i18next'
import type { Language } from './i18n.ts'

const dayMs = 86_400_000
const shanghaiMs = 8 * 3_600_000

const isDate = (at: string) => at.length === 10

/** The calendar day in the city, of an instant or of a day: 2026-11-25. */
export const dateOf = (at: string) => (isDate(at) ? at : localDate(at))

/** The city's wall clock, whatever the zone of the device: 17:30. */
export const clockOf = (instant: string) => new Date(Date.parse(instant) + shanghaiMs).toISOString().slice(11, 16)

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

/** 周三, Wed. */
export const weekdayOf = (at: string, language: Language) => weekdays[language][weekday(dateOf(at))] ?? ''

/** 11月25日, or 2025年11月25日 in another year than `now`. */
export function dayOf(at: string, now: string, language: Language): string {
  const [year = '', month = '', day = ''] = dateOf(at).split('-')
  const elsewhere = year !== dateOf(now).slice(0, 4)
  if (language === 'en') return `${Number(day)} ${months[Number(month) - 1]}${elsewhere ? ` ${year}` : ''}`
  return `${elsewhere ? `${year}年` : ''}${Number(month)}月${Number(day)}日`
}

type Words = TFunction<'kit'>

const near = (days: number, t: Words): string | undefined =>
  days === 0 ? t('time.today') : days === -1 ? t('time.yesterday') : days === 1 ? t('time.tomorrow') : undefined

/** 今天 09:15, 昨天 16:08, 11月20日 16:08: a moment in words that need no arithmetic. */
export function momentOf(at: string, now: string, t: Words, language: Language): string {
  const day = near(daysBetween(dateOf(now), dateOf(at)), t) ?? dayOf(at, now, language)
  return isDate(at) ? day : `${day} ${clockOf(at)}`
}

/** 11月25日 周三, Wed 25 Nov. */
export const weekdayAndDayOf = (at: string, now: string, language: Language) =>
  language === 'en' ? `${weekdayOf(at, language)} ${dayOf(at, now, language)}` : `${dayOf(at, now, language)} ${weekdayOf(at, language)}`

/** 2026年11月25日 周三 13:42: for paper, which has no today. */
export const fullOf = (at: string, language: Language) =>
  `${weekdayAndDayOf(at, '0000-01-01', language)}${isDate(at) ? '' : ` ${clockOf(at)}`}`

/** 11月25日 周三 17:30 前, 今天 17:30 前: until when. */
export function untilOf(at: string, now: string, t: Words, language: Language): string {
  const days = daysBetween(dateOf(now), dateOf(at))
  const day = days === 0 ? t('time.today') : weekdayAndDayOf(at, now, language)
  return isDate(at) ? t('time.beforeDay', { at: day }) : t('time.before', { at: `${day} ${clockOf(at)}` })
}

/** 刚刚, 5 分钟前, 今天 09:15, 11月20日: how long ago, as long as that says more than when. */
export function agoOf(at: string, now: string, t: Words, language: Language): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)
  if (isDate(at) || minutes < 0) return momentOf(at, now, t, language)
  if (minutes < 1) return t('time.justNow')
  if (minutes < 60) return t('time.minutesAgo', { count: minutes })
  return momentOf(at, now, t, language)
}
