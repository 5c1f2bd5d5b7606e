import type { Locator, Page } from 'playwright-core'
import { act, sees, types } from './acts.ts'
import { openCity } from './city.ts'
import { agentOf } from './who.ts'

const city = openCity()

interface Case {
  id: string
  enterprise: string
}

/** An official at the first unclaimed case of the queue, which is then opened; a file uses each case once, since it is decided or withdrawn. */
async function opensFirst(desk: Page): Promise<Case> {
  const row = desk.getByTestId('case-row').first()
  await row.waitFor()
  const found = { id: (await row.getAttribute('data-id'))!, enterprise: await row.getByRole('link').innerText() }
  await desk.goto(`/desk/cases/${found.id}`)
  await act(desk, '不予').waitFor()
  return found
}

/** Fills in a refusal; the last press is left to the caller. */
async function writesRefusal(desk: Page, reason: string): Promise<Locator> {
  await act(desk, '不予').click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('radio').first().check()
  await types(dialog, '原因', reason)
  return dialog.getByRole('button', { name: '不予', exact: true })
}

city.journey('a refusal names its clause, and the enterprise reads it at that moment', async () => {
  const { page: desk } = await city.enter('shenpi', '/desk?basket=free')
  const { id, enterprise } = await opensFirst(desk)
  const { page: firm } = await city.enter(agentOf(enterprise), `/applications/${id}`)
  await sees(firm, '已提交，等待受理')

  await act(desk, '不予').click()
  await desk.getByRole('dialog').getByRole('button', { name: '不予', exact: true }).click()
  await sees(desk.getByRole('dialog'), '请选一条依据')
  await desk.getByRole('dialog').getByRole('button', { name: '先不办' }).click()
  const refuse = await writesRefusal(desk, '登记簿副本显示专利已经失效')
  const clause = await desk.getByRole('dialog').getByRole('radio', { checked: true }).locator('..').locator('b').innerText()
  await refuse.click()

  await sees(firm, '没有通过')
  const result = firm.getByRole('region', { name: '办理结果' })
  await sees(result, '登记簿副本显示专利已经失效')
  await result.getByRole('link', { name: clause }).waitFor()
  await sees(result, '行政复议')
  await sees(desk.getByRole('main'), /李示例.*不予通过/)
})

city.journey('an enterprise withdraws while an official looks: the bar says so, the opinion stays', async () => {
  const { page: desk } = await city.enter('shenpi', '/desk?basket=free')
  const { id, enterprise } = await opensFirst(desk)
  const { page: firm } = await city.enter(agentOf(enterprise), `/applications/${id}`)
  await types(desk, '审查意见', '材料看了一半，')

  await firm.getByRole('button', { name: '撤回申请' }).click()
  const dialog = firm.getByRole('dialog')
  await types(dialog, '为什么撤回', '材料要重做')
  await dialog.getByRole('button', { name: '撤回申请' }).click()
  await sees(firm, '：已撤回')

  await sees(desk, '企业撤回了申请，不用再办。')
  await sees(desk, '您写到一半的内容还在')
  expect(await desk.getByLabel('您写的意见').inputValue()).toBe('材料看了一半，')
  await sees(desk, '材料要重做')
})

city.journey('two officials of an office decide at once: one wins, the other reads who, when and what, and keeps what was written', async () => {
  city.expects(/status of 409/)
  const [{ page: one }, { page: other }] = await Promise.all([city.enter('shenpi', '/desk?basket=free'), city.enter('shenpi2', '/desk')])
  const { id } = await opensFirst(one)
  await other.goto(`/desk/cases/${id}`)
  await Promise.all([one, other].map(page => types(page, '审查意见', '还没有写完的意见')))
  const presses = await Promise.all([one, other].map(page => writesRefusal(page, '数据与登记信息不一致')))
  // A press that comes too late finds the button closed; neither waits for the other.
  await Promise.all(presses.map(press => press.dispatchEvent('click')))
  await Promise.all([one, other].map(page => sees(page.getByRole('complementary', { name: '时间线与意见' }), '不予通过')))
  // For a moment also the winner sees that the case is decided; who has won is what was written.
  const { row } = await (await one.request.get(`/api/documents/applications/${id}`)).json() as { row: { document: { decision: { by: string } } } }
  const winner = row.document.decision.by
  const [lost, won] = winner === '李示例' ? [other, one] : [one, other]
  await sees(lost.getByRole('dialog'), '您写的原因还在。')
  await lost.getByRole('dialog').getByRole('button', { name: '先不办' }).click()
  await sees(lost, new RegExp(`${winner}在 .*\\d:\\d\\d.*：不予通过`))
  await sees(lost, '您写到一半的内容还在')
  expect(await lost.getByLabel('您写的意见').inputValue()).toBe('还没有写完的意见')
  await sees(won, new RegExp(`${winner}.*不予通过`))
})

city.journey('signing in by form leads to where one wanted to go; signing out leads out, and the page behind is closed', async () => {
  city.expects(/status of 401/)
  const { page } = await city.visitor()
  await page.goto('/applications')
  await page.getByLabel('用户名').fill('qiye')
  await page.getByLabel('密码', { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: '登录' }).click()
  await sees(page, /用户名或密码/)
  await page.getByLabel('密码', { exact: true }).fill(city.passwordOf('qiye'))
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL('**/applications')
  await sees(page, '柳州示例龙城精密机械有限公司')
  await page.getByRole('button', { name: /打开身份菜单/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL('**/sign-in*')
  await page.goto('/applications')
  await page.waitForURL('**/sign-in?to=*')
})
