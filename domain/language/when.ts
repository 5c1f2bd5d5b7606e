import { type DayUnit, type Promised, weekday } from './calendar.ts'
import type { Lang } from './text.ts'

const weekdays: Record<Lang, string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const parts = (date: string) => date.split('-').map(Number) as [number, number, number]

/** 2026年11月25日 */
export function fullDate(date: string, lang: Lang): string {
  const [year, month, day] = parts(date)
  return lang === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`
}

/** 11月25日 周三, with the year when it is not this one. */
export function dayText(date: string, today: string, lang: Lang): string {
  const [year, month, day] = parts(date)
  const sameYear = today.startsWith(`${date.slice(0, 4)}-`)
  return lang === 'zh'
    ? `${sameYear ? '' : `${year}年`}${month}月${day}日 ${weekdays.zh[weekday(date)]}`
    : `${weekdays.en[weekday(date)]} ${day} ${months[month - 1]}${sameYear ? '' : ` ${year}`}`
}

const units: Record<DayUnit, Record<Lang, (n: number) => string>> = {
  working: { zh: n => `${n} 个工作日`, en: n => `${n} working day${n === 1 ? '' : 's'}` },
  calendar: { zh: n => `${n} 个自然日`, en: n => `${n} calendar day${n === 1 ? '' : 's'}` },
}

/** 15 个工作日 */
export const daysText = (n: number, unit: DayUnit, lang: Lang): string => units[unit][lang](n)

/** 11月25日 周三 17:30 前, and 预计 before it when the calendar of that time is not announced yet. */
export function dueText({ dueDate, estimated }: Pick<Promised, 'dueDate' | 'estimated'>, today: string, lang: Lang): string {
  const day = dayText(dueDate, today, lang)
  return lang === 'zh' ? `${estimated ? '预计 ' : ''}${day} 17:30 前` : `${estimated ? 'expected ' : ''}by ${day}, 17:30`
}
