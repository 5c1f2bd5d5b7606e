import type { LiveClient, Topic } from '@qinqing/realtime/client'
import type { BrowserContext, Page } from 'playwright-core'
import { count } from '../proof/count.ts'
import { openCity } from './city.ts'
import { cookieOf, joins } from './crowd.ts'

const city = openCity()
const tabs = count(6, 20)
const sockets = count(8, 15)
const seconds = count(5, 60)
const goal = 100
const lanes = 8
const clients: LiveClient[] = []
afterAll(() => { for (const client of clients) client.stop() })

const free: Topic = { kind: 'query', projection: 'applications', where: ['all', [['eq', 'office', 'demo-industry'], ['eq', 'status', 'submitted']]], sort: [], limit: 200 }
const counted: Topic = { kind: 'count', projection: 'applications', where: ['all', [['eq', 'office', 'demo-industry'], ['eq', 'status', 'claimed']]] }

interface Found {
  rows: { id: string }[]
}

/** Everything that a tab says: the rows and their texts, the counts of the baskets, the bell. */
const said = `(() => {
  const texts = selector => [...document.querySelectorAll(selector)].map(one => one.innerText.trim())
  return {
    rows: [...document.querySelectorAll('[data-testid=case-row]')].map(row => row.dataset.id),
    baskets: texts('[role=tablist] [role=tab], nav a[href*=basket]'),
    bell: document.querySelector('button[aria-label^=通知]')?.getAttribute('aria-label'),
  }
})()`

const saysOf = async (page: Page): Promise<string> => JSON.stringify(await page.evaluate(said))

const frame = (page: Page) => page.evaluate('new Promise(requestAnimationFrame)')

/** Claims and releases in turn, in lanes of an own case each, as fast as it is wanted; answers how many events a second there were. */
async function happens(context: BrowserContext, ids: readonly string[]): Promise<{ rate: number; last: number }> {
  const begin = performance.now()
  const end = begin + seconds * 1_000
  let [asked, last] = [0, 0]
  const lane = async (id: string) => {
    for (let n = 0; performance.now() < end; n++) {
      // No faster than is wanted: what is ahead of the time waits for the others.
      while (asked > (performance.now() - begin) / 1_000 * goal && performance.now() < end) await new Promise(setImmediate)
      asked += 1
      const type = n % 2 ? 'ReleaseCase' : 'ClaimCase'
      const answer = await context.request.post(`/api/ask/application/${id}/${type}`, { data: { commandId: crypto.randomUUID(), data: {} } })
      if (!answer.ok()) throw new Error(await answer.text())
      last = Math.max(last, (await answer.json() as { position: number }).position)
    }
  }
  await Promise.all(ids.map(lane))
  return { rate: asked / ((performance.now() - begin) / 1_000), last }
}

city.journey(`${tabs} tabs and ${sockets} sockets of one person stay equal while things happen for ${seconds} s, and equal a fresh load; positions only rise`, async () => {
  const { page: first, context } = await city.enter('shenpi', '/desk?basket=free')
  await first.getByTestId('case-row').first().waitFor()
  const all = [first]
  while (all.length < tabs) {
    const page = await context.newPage()
    await page.goto('/desk?basket=free')
    await page.getByTestId('case-row').first().waitFor()
    all.push(page)
  }
  const cookie = await cookieOf(city, 'shenpi')
  const fell: number[] = []
  for (let n = 0; n < sockets; n++) {
    const client = await joins(city, cookie, [free, counted])
    let highest = 0
    client.watch(free, () => {
      const { position } = client.snapshot(free)
      if (position < highest) fell.push(n)
      highest = Math.max(highest, position)
    })
    clients.push(client)
  }

  const { context: colleague } = await city.enter('shenpi2', '/desk?basket=free')
  const where = JSON.stringify(['all', [['eq', 'office', 'demo-industry'], ['eq', 'status', 'submitted']]])
  const { rows } = await (await colleague.request.get(`/api/rows/applications?where=${encodeURIComponent(where)}&limit=${lanes}`)).json() as Found
  const { rate, last } = await happens(colleague, rows.map(({ id }) => id))
  process.stderr.write(`\n${tabs} 个标签页、${sockets} 个连接，${seconds} 秒 · tabs and sockets of one person: ${rate.toFixed(0)} events a second (${goal} wanted)\n`)

  await Promise.all(clients.map(client => client.reached(last)))
  const fresh = await joins(city, cookie, [free, counted])
  clients.push(fresh)
  const heldOf = (client: LiveClient) => [client.snapshot(free).rows.map(({ id, position, document }) => ({ id, position, document })), client.snapshot(counted).total]
  for (const client of clients) expect(heldOf(client)).toEqual(heldOf(fresh))
  expect(fell).toEqual([])

  const anew = await context.newPage()
  await anew.goto('/desk?basket=free')
  await anew.getByTestId('case-row').first().waitFor()
  for (const page of all) {
    await page.bringToFront()
    for (let left = 600; left > 0 && await saysOf(page) !== await saysOf(anew); left--) await frame(page)
    expect(await saysOf(page)).toBe(await saysOf(anew))
  }
}, count(120_000, 600_000))
