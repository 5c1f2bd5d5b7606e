import { readdirSync, readFileSync } from 'node:fs'
import { holidays } from './holidays.ts'

interface Paper {
  year: number
  days: { date: string; isOffDay: boolean }[]
}

const folder = new URL('holidays-cn/', import.meta.url)
const papers: Paper[] = readdirSync(folder).filter(name => name.endsWith('.json')).sort()
  .map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))

describe('the table of holidays', () => {
  test('says what the papers say, no more and no less', () => {
    expect(holidays.off).toEqual(Object.fromEntries(papers.flatMap(({ days }) => days).map(({ date, isOffDay }) => [date, isOffDay])))
  })

  test('is known for the years that have a paper, and not for the neighbours that a paper names', () => {
    expect(papers[0]?.days[0]?.date).toBe('2018-12-29')
    expect(holidays.knownFrom).toBe('2019-01-01')
    expect(papers.at(-1)).toMatchObject({ year: 2027, days: [] })
    expect(holidays.knownThrough).toBe('2026-12-31')
  })
})
