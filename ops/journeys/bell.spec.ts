import type { Page } from 'playwright-core'
import { sees } from './acts.ts'
import { openCity, phone } from './city.ts'

const city = openCity()

const bell = (page: Page) => page.getByRole('button', { name: /^通知，/ })
const unread = async (page: Page) => Number(/\d+/.exec(await bell(page).getAttribute('aria-label') ?? '')?.[0] ?? 0)
const says = (page: Page, count: number) => page.getByRole('button', { name: count ? `通知，${count} 条未读` : '通知，没有未读', exact: true }).waitFor()

interface Row {
  id: string
  document: { number: string; itemTitle: string }
}

/** A case of an enterprise that its office waits for, so that giving it up is news there. */
async function awaited(page: Page): Promise<Row> {
  const where = JSON.stringify(['all', [['eq', 'status', 'correcting'], ['eq', 'office', 'demo-industry']]])
  const { rows } = await (await page.request.get(`/api/rows/applications?where=${encodeURIComponent(where)}`)).json() as { rows: Row[] }
  return rows[0]!
}

city.journey('what an enterprise does rings the bell of the office, in every tab; reading it in one tab is reading it in all', async () => {
  const [{ page, context }, { page: firm }] = await Promise.all([city.enter('shenpi', '/desk'), city.enter('qiye')])
  const tab = await context.newPage()
  await tab.goto('/desk/notices')
  await bell(page).waitFor()
  await sees(tab, '没看过的')
  await bell(page).click()
  await page.getByRole('button', { name: '全部标为看过' }).click()
  await page.keyboard.press('Escape')
  for (const one of [page, tab]) await says(one, 0)

  const { id, document: { number, itemTitle } } = await awaited(firm)
  const withdrawn = await firm.request.post(`/api/ask/application/${id}/WithdrawApplication`, { data: { commandId: crypto.randomUUID(), data: { reason: '计划有变' } } })
  expect(withdrawn.status()).toBe(200)
  for (const one of [page, tab]) await says(one, 1)
  const line = tab.getByTestId('notice').first()
  await sees(line, `企业撤回：${itemTitle}`)
  await sees(line, number)

  await bell(page).click()
  await page.getByRole('link', { name: `企业撤回：${itemTitle}` }).first().click()
  await page.waitForURL(`**/desk/cases/${id}`)
  for (const one of [page, tab]) await says(one, 0)

  await tab.getByRole('link', { name: '接收设置' }).click()
  await tab.getByRole('checkbox', { name: '企业撤回' }).click()
  await tab.getByRole('checkbox', { name: '企业撤回', checked: false }).waitFor()
  await sees(tab, '未开通')
  await page.goto('/desk/notices?tab=settings')
  await page.getByRole('checkbox', { name: '企业撤回', checked: false }).waitFor()
  expect(await unread(page)).toBe(0)
})

city.journey('one search from anywhere, by keys and by thumb', async () => {
  const [{ page }, { page: small }] = await Promise.all([city.enter('shenpi', '/desk'), city.enter('qiye', '/', { viewport: phone })])
  const row = page.getByTestId('case-row').first()
  const firm = await row.getByRole('link').first().innerText()
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: /受理号/ })
  await field.fill(firm)
  const hit = page.getByRole('option').filter({ hasText: firm }).nth(1)
  await hit.waitFor()
  await field.press('ArrowDown')
  expect(await hit.getAttribute('aria-selected')).toBe('true')
  await field.press('Enter')
  await page.waitForURL('**/desk/cases/*')
  await page.keyboard.press('/')
  await sees(page.getByRole('dialog'), '刚才去过')
  await page.keyboard.press('Escape')

  await small.getByRole('button', { name: /^搜索/ }).tap()
  await small.getByRole('combobox', { name: /受理号/ }).fill('专利')
  await small.getByRole('option', { name: /^专精特新企业发明专利奖励/ }).first().tap()
  await small.waitForURL('**/policies/**')
  await sees(small, '我能享受吗')
})

city.journey('a list is exported as it is filtered', async () => {
  const { page } = await city.enter('shenpi', '/desk?basket=mine')
  await page.getByTestId('case-row').first().waitFor()
  const shown = await Promise.all((await page.getByTestId('case-row').all()).map(row => row.getAttribute('data-id')))
  const [request, download] = await Promise.all([
    page.waitForRequest('**/api/exports/applications'), page.waitForEvent('download'), page.getByRole('button', { name: '把这个列表导出为 Excel 表格' }).click(),
  ])
  expect((request.postDataJSON() as { ids: string[] }).ids).toEqual(shown)
  expect(download.suggestedFilename()).toMatch(/^申请 \d{4}-\d\d-\d\d\.xlsx$/)
})

city.journey('what cannot be shown says so within the frame, and a reload without a network is a page of the house', async () => {
  city.expects(/ERR_(FAILED|INTERNET_DISCONNECTED)/, /dynamically imported/, /WebSocket connection/)
  const { page, context } = await city.enter('qiye', '/no/such/page')
  await sees(page, '没有找到这个页面')
  await page.getByRole('link', { name: '找政策' }).waitFor()
  await page.goto('/desk/cases/demo-application-005')
  await sees(page, '这件事在您这边的另一页')
  await page.getByRole('link', { name: '去那一页' }).click()
  await page.waitForURL('**/applications/demo-application-005')
  await page.route('**/assets/PoliciesPage*', route => route.abort())
  await page.getByRole('link', { name: '找政策' }).click()
  await sees(page, '系统刚刚更新过')
  await bell(page).waitFor()
  await page.unroute('**/assets/PoliciesPage*')

  await page.goto('/applications')
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await context.setOffline(true)
  await page.reload()
  await sees(page, '现在没有连上网络')
  expect(await page.evaluate<string[]>('caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(shelf => shelf.keys()).then(all => all.map(({ url }) => new URL(url).pathname))))).then(all => all.flat())'))
    .toEqual(['/offline.html', '/offline.js', '/mark.svg'])
  await context.setOffline(false)
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: '网络' }).waitFor()
  await bell(page).waitFor()
})
