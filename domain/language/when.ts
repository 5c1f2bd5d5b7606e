import { type Calendar, type DayUnit, localDate, type Promised, weekday, workingDaysBetween } from './calendar.ts'
import { holidays } from './holidays.ts'
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

/** 今天 10:32, or 11月20日 周五 16:08: an instant as the clock in Liuzhou shows it. */
export function momentText(instant: string, today: string, lang: Lang): string {
  const date = localDate(instant)
  const clock = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)
  const day = date === today ? { zh: '今天', en: 'today' }[lang] : dayText(date, today, lang)
  return `${day} ${clock}`
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

/** How a promise stands, in one line: 还剩 2 个工作日 · 11月25日 周三 17:30 前. */
export function promiseText(promised: Promised, today: string, lang: Lang, days: Calendar = holidays): string {
  const { dueDate, left, unit, state } = promised
  const zh = lang === 'zh'
  const due = dueText(promised, today, lang)
  if (state === 'late') {
    const over = daysText(workingDaysBetween(dueDate, today, days), 'working', lang)
    return zh ? `已超过 ${over} · 应在 ${due}办结` : `${over} late · was due ${due}`
  }
  const amount = daysText(left, unit, lang)
  if (state === 'paused') return zh ? `暂停计时 · 补正后 ${amount}内办结` : `Paused · ${amount} once the correction is in`
  if (left === 0) return zh ? `今天到期 · ${due}` : `Due today · ${due}`
  return zh ? `还剩 ${amount} · ${due}` : `${amount} left · ${due}`
}
