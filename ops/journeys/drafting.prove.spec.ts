import type { Page } from 'playwright-core'
import { count } from '../proof/count.ts'
import { saved, sees, types } from './acts.ts'
import { openCity, type Person } from './city.ts'

const city = openCity()
const away = [/ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INTERNET_DISCONNECTED|SOCKET_NOT_CONNECTED|FAILED)/, /WebSocket connection/, /dynamically imported module/, /status of 50[234]/]
const offlineMs = count(3_000, 300_000)
const item = '专精特新企业发明专利奖励'
const policy = 'demo-policy-specialised'

/** A box in which somebody writes, and what stands in it. */
interface Box {
  who: string
  person: Person
  address: string
  label: string
  text: string
}

const boxOf = ({ person: { page }, label }: Box) => page.getByLabel(label, { exact: true })

/** Writes on and on until the time is over. */
async function writes(box: Box, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds
  for (let n = 1; n <= 2 || performance.now() < end; n++) {
    box.text = `${box.text}${n % 10}`.slice(-60)
    if (box.text.length < 60) await boxOf(box).press('End').then(() => boxOf(box).pressSequentially(`${n % 10}`, { delay: 200 }))
    else await boxOf(box).fill(box.text)
  }
}

async function shows(page: Page, { label, text }: Box): Promise<void> {
  await page.getByLabel(label, { exact: true }).waitFor()
  expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(text)
}

/** Another device of the same person, which has nothing but what the server keeps. */
async function elsewhere(box: Box): Promise<void> {
  const { page, context } = await city.enter(box.who, box.address)
  await page.getByLabel(box.label, { exact: true }).waitFor()
  for (let left = 600; left > 0 && await page.getByLabel(box.label, { exact: true }).inputValue() !== box.text; left--) await page.evaluate('new Promise(requestAnimationFrame)')
  await shows(page, box)
  await context.close()
}

async function begins(who: string, address: string, label: string, text: string, ready: (page: Page) => Promise<string>): Promise<Box> {
  const person = await city.enter(who, address)
  const at = await ready(person.page)
  await types(person.page, label, text)
  return { who, person, address: at, label, text }
}

/** The draft that there is, or a new one. */
const opensForm = async (page: Page): Promise<string> => {
  const where = JSON.stringify(['eq', 'status', 'draft'])
  const { rows } = await (await page.request.get(`/api/rows/applications?where=${encodeURIComponent(where)}`)).json() as { rows: { id: string; document: { itemTitle: string } }[] }
  const begun = rows.find(({ document: { itemTitle } }) => itemTitle === item)
  if (begun) await page.goto(`/applications/${begun.id}/form`)
  else await page.getByRole('button', { name: `一键申请：${item}` }).click()
  await page.waitForURL('**/form')
  return new URL(page.url()).pathname
}

const opensCase = async (page: Page): Promise<string> => {
  const row = page.getByTestId('case-row').first()
  await row.waitFor()
  const address = `/desk/cases/${await row.getAttribute('data-id')}`
  await page.goto(address)
  return address
}

city.journey(`an applicant, an official and an editor write for ${offlineMs / 1_000} s without a network: nothing is lost, also by a reload and a restart meanwhile`, async () => {
  city.expects(...away)
  const boxes = await Promise.all([
    begins('qiye', '/', '联系人姓名', '示例', opensForm),
    begins('shenpi', '/desk?basket=free', '审查意见', '材料齐全，', opensCase),
    begins('zhengce', `/desk/policies/${policy}`, '一句话说明', '示例说明', async () => `/desk/policies/${policy}`),
  ])
  const online = (is: boolean) => Promise.all(boxes.map(({ person: { context } }) => context.setOffline(!is)))
  await saved(boxes[0]!.person.page)

  await online(false)
  await Promise.all(boxes.map(box => writes(box, offlineMs)))
  await sees(boxes[0]!.person.page, '没有连上，已存在这台设备')
  await city.stop()
  await city.start()
  await online(true)
  await saved(boxes[0]!.person.page)
  for (const box of boxes) await shows(box.person.page, box)

  await online(false)
  await Promise.all(boxes.map(box => writes(box, offlineMs)))
  // What the browser shows without a network is not ours to judge; what matters is that it forgets nothing.
  await Promise.all(boxes.map(({ person: { page } }) => page.reload({ timeout: 5_000 }).catch(() => undefined)))
  await city.stop('SIGKILL')
  await city.start()
  await online(true)
  // The page that says so may have come back by itself meanwhile.
  await Promise.all(boxes.map(({ person: { page }, address }) => page.goto(address).catch(() => undefined)))
  for (const box of boxes) await shows(box.person.page, box)
  await saved(boxes[0]!.person.page)
  await Promise.all(boxes.map(elsewhere))
}, count(240_000, 1_800_000))

city.journey('two agents write the same draft on two devices, one without a network: no field is lost, and where both wrote, both values are shown', async () => {
  city.expects(...away)
  const { page: one, context } = await city.enter('qiye', '/')
  await opensForm(one)
  await types(one, '联系人姓名', '原示例')
  await saved(one)
  const { page: other } = await city.enter('qiye41', new URL(one.url()).pathname)
  await other.getByLabel('联系人姓名', { exact: true }).waitFor()

  await context.setOffline(true)
  await types(one, '联系人姓名', '甲示例')
  await types(one, '开户银行', '示例银行甲')
  await types(other, '联系人姓名', '乙示例')
  await types(other, '户名', '示例户乙')
  await saved(other)
  await context.setOffline(false)

  const both = one.getByRole('alert').filter({ hasText: '这一项在另一设备上也改了，两边不一样，请选一个' })
  await both.waitFor()
  expect(await both.locator('dd').filter({ hasText: '示例' }).allInnerTexts()).toEqual(['甲示例', '乙示例'])
  await sees(other, /在另一设备上编辑过，这里已换成新内容/)
  for (const [page, label, text] of [[one, '户名', '示例户乙'], [other, '开户银行', '示例银行甲']] as const) {
    await page.locator(`input[value="${text}"]`).first().waitFor()
    expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(text)
  }
  await both.getByRole('button', { name: '用这里的' }).click()
  await other.locator('input[value="甲示例"]').first().waitFor()
  await saved(one)
  expect(await other.getByLabel('联系人姓名', { exact: true }).inputValue()).toBe('甲示例')
})
