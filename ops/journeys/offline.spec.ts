import { fillsIn, sees, types } from './acts.ts'
import { openCity } from './city.ts'

const city = openCity()
const enterprise = '柳州示例龙城精密机械有限公司'
const item = '专精特新企业发明专利奖励'
const pill = /^(重连中|离线|数据截至)/
const away = [/ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INTERNET_DISCONNECTED|SOCKET_NOT_CONNECTED)/, /WebSocket connection/, /status of 50[234]/]

city.journey('a reload and a restart in the middle of a form lose nothing, and the page catches up by itself', async () => {
  city.expects(...away)
  const { page } = await city.enter('qiye')
  await page.getByRole('button', { name: `一键申请：${item}` }).click()
  await types(page, '联系人姓名', '示例联系人')
  await page.getByRole('button', { name: '联系电话信息有误？' }).click()
  await page.getByLabel('联系电话', { exact: true }).fill('')
  await page.getByLabel('联系电话', { exact: true }).pressSequentially('19900001234')
  await page.reload()
  await page.getByLabel('联系电话', { exact: true }).waitFor()
  expect(await page.getByLabel('联系人姓名', { exact: true }).inputValue()).toBe('示例联系人')
  expect(await page.getByLabel('联系电话', { exact: true }).inputValue()).toBe('19900001234')

  await page.evaluate('window.sameLoad = true')
  await city.stop()
  await fillsIn(page, enterprise)
  await sees(page, '没有连上，已存在这台设备')
  await sees(page, pill)
  await city.start()
  await page.getByRole('status').getByText('实时', { exact: true }).or(page.getByRole('status').getByText(/^补齐/)).first().waitFor()
  await page.getByRole('status').getByText(/^已保存/).waitFor()
  expect(await page.evaluate('window.sameLoad')).toBe(true)

  const { page: colleague } = await city.enter('qiye41', new URL(page.url()).pathname)
  await colleague.getByLabel('开户银行', { exact: true }).waitFor()
  expect(await colleague.getByLabel('开户银行', { exact: true }).inputValue()).toBe('示例银行柳州分行')
})

city.journey('a killed server: the page says of when it is, an act says why not, and goes on when the server is back', async () => {
  city.expects(...away)
  const { page } = await city.enter('shenpi', '/desk?basket=free')
  const claim = page.getByTestId('case-row').first().getByRole('button')
  await claim.waitFor()
  await city.stop('SIGKILL')
  await sees(page, pill)
  await page.getByRole('status').getByText(/数据截至 \d\d:\d\d/).waitFor()
  await claim.click()
  await sees(page, '连接不上服务器')
  expect(await page.getByTestId('case-row').count()).toBeGreaterThan(5)
  await city.start()
  await page.getByRole('status').getByText('实时', { exact: true }).or(page.getByRole('status').getByText(/^补齐/)).first().waitFor()
  await claim.click()
  await sees(page, '我已认领')
})

city.journey('a browser without a network says so, and afterwards how much it caught up', async () => {
  city.expects(...away)
  const [{ page, context }, { page: colleague }] = await Promise.all([city.enter('shenpi', '/desk?basket=free'), city.enter('shenpi2', '/desk?basket=free')])
  await page.getByTestId('case-row').first().waitFor()
  const row = colleague.getByTestId('case-row').last()
  const [id, name] = [await row.getAttribute('data-id'), await row.getByRole('link').innerText()]
  await context.setOffline(true)
  await sees(page, '离线')
  await colleague.getByRole('button', { name: `认领${name}的申请` }).last().click()
  await sees(colleague, '我已认领')
  expect(await page.locator(`[data-id="${id}"]`).getByRole('button').count()).toBe(1)
  await context.setOffline(false)
  await sees(page, /^补齐 \d+ 条/)
  await sees(page.locator(`[data-id="${id}"]`), '覃示例已认领')
})
