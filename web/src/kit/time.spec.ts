import i18next, { type TFunction } from 'i18next'
import words from '../words/zh/kit.ts'
import { agoOf, clockOf, dateOf, dayOf, fullOf, momentOf, untilOf, weekdayOf } from './time.ts'

/** 10:32 in the city on Monday, 23 November 2026. */
const now = '2026-11-23T02:32:00.000Z'
let t: TFunction<'kit'>

beforeAll(async () => {
  t = await i18next.createInstance().init({ lng: 'zh', ns: ['kit'], defaultNS: 'kit', resources: { zh: { kit: words } }, interpolation: { escapeValue: false } })
})

it('lives in the city, whatever the zone of the device', () => {
  expect(dateOf('2026-11-23T16:30:00.000Z')).toBe('2026-11-24')
  expect(clockOf('2026-11-23T16:05:00.000Z')).toBe('00:05')
  expect(weekdayOf('2026-11-24T16:30:00.000Z', 'zh')).toBe('周三')
  expect(weekdayOf('2026-11-25', 'en')).toBe('Wed')
})

it.each([
  ['2026-11-23T01:15:00.000Z', '今天 09:15'], ['2026-11-22T08:08:00.000Z', '昨天 16:08'], ['2026-11-24T09:30:00.000Z', '明天 17:30'],
  ['2026-11-20T08:08:00.000Z', '11月20日 16:08'], ['2025-11-20T08:08:00.000Z', '2025年11月20日 16:08'], ['2026-11-23', '今天'], ['2026-12-04', '12月4日'],
])('%s is %s', (at, said) => expect(momentOf(at, now, t, 'zh')).toBe(said))

it.each([
  ['2026-11-25T09:30:00.000Z', '11月25日 周三 17:30 前'], ['2026-11-23T09:30:00.000Z', '今天 17:30 前'], ['2026-12-04', '12月4日 周五前'],
])('until %s is %s', (at, said) => expect(untilOf(at, now, t, 'zh')).toBe(said))

it.each([
  ['2026-11-23T02:31:31.000Z', '刚刚'], ['2026-11-23T02:27:00.000Z', '5 分钟前'], ['2026-11-23T01:00:00.000Z', '今天 09:00'], ['2026-11-23T02:40:00.000Z', '今天 10:40'],
])('%s was %s', (at, said) => expect(agoOf(at, now, t, 'zh')).toBe(said))

it('says days in English too', () => expect(dayOf('2027-01-08', now, 'en')).toBe('8 Jan 2027'))

it('says on paper which year', () => expect([fullOf('2026-11-25T05:42:00.000Z', 'zh'), fullOf('2026-12-09', 'en')]).toEqual(['2026年11月25日 周三 13:42', 'Wed 9 Dec 2026']))
