import type { LiveClient } from '@qinqing/realtime/client'
import type { Page } from 'playwright-core'
import { count } from '../proof/count.ts'
import { act, sees } from './acts.ts'
import { openCity } from './city.ts'
import { crowd } from './crowd.ts'
import { agentOf } from './who.ts'

const city = openCity()
const times = count(20, 200)
const sockets = count(50, 500)
const goal = 300
const red = 1_000

let others: LiveClient[] = []
afterAll(() => { for (const one of others) one.stop() })

interface Noted {
  at: number
  text: string
}

/** Notes when a press arrives in the page. */
const notePresses = `window.noted = []; document.addEventListener('click', () => window.noted.push({ at: Date.now(), text: '' }), true)`

/** Notes when the first heading says something else. */
const noteHeadings = `
  window.noted = []
  let last = document.querySelector('h1').textContent
  new MutationObserver(() => {
    const text = document.querySelector('h1')?.textContent ?? ''
    if (text === last) return
    last = text
    window.noted.push({ at: Date.now(), text })
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
`

const noted = (page: Page): Promise<Noted[]> => page.evaluate<Noted[]>('window.noted')

const percentile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!

city.journey(`from a press in the official's browser to the change in the enterprise's, ${times} times beside ${sockets} open pages`, async () => {
  const { page: desk } = await city.enter('shenpi', '/desk?basket=free')
  const row = desk.getByTestId('case-row').last()
  await row.waitFor()
  const [id, enterprise] = [await row.getAttribute('data-id'), await row.getByRole('link').innerText()]
  await desk.goto(`/desk/cases/${id}`)
  await act(desk, '认领').waitFor()
  const { page: firm } = await city.enter(agentOf(enterprise), `/applications/${id}`)
  await sees(firm, '：已提交，等待受理')
  others = await crowd(city, sockets)
  await desk.evaluate(notePresses)
  await firm.evaluate(noteHeadings)

  for (let n = 0; n < times; n++) {
    const [verb, says] = n % 2 ? ['放回', '：已提交，等待受理'] : ['认领', '：正在审核']
    await act(desk, verb!).click()
    await firm.getByRole('heading', { level: 1, name: says! }).waitFor()
  }

  const [presses, changes] = [await noted(desk), await noted(firm)]
  expect([presses.length, changes.length]).toEqual([times, times])
  const took = changes.map(({ at }, n) => at - presses[n]!.at).toSorted((one, other) => one - other)
  const [p50, p95] = [percentile(took, 0.5), percentile(took, 0.95)]
  const verdict = p95 <= goal ? `目标 ≤ ${goal} ms 达到 · goal met` : `目标 ≤ ${goal} ms 没有达到 · goal missed`
  process.stderr.write(`\n从点击到对方页面变化 · press to the other's page, ${times}× beside ${sockets} open pages: p50 ${p50} ms, p95 ${p95} ms, max ${took.at(-1)} ms; ${verdict}\n`)
  expect(took[0]).toBeGreaterThanOrEqual(0)
  expect(p95).toBeLessThanOrEqual(red)
}, count(90_000, 600_000))
