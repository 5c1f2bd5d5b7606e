import { creditCodeFor } from '@qinqing/domain/language/credit-code'
import type { Page } from 'playwright-core'
import { chooses, sees, types } from './acts.ts'
import { openCity, phone } from './city.ts'

const city = openCity('--empty')
const password = '一句自己记得住的话'.padEnd(12, '呀')
const firm = '柳州示例起步有限公司'

const printed = () => /http:\/\/\S+\/begin#\S+/.exec(city.printed)?.[0]

/** Who was invited fills in the form of the account. */
async function accepts(page: Page, username: string, name: string, act: string): Promise<void> {
  await types(page, '姓名', name)
  await types(page, '用户名', username)
  await types(page, '新密码', password)
  await page.getByRole('button', { name: act }).click()
}

/** The link of an invitation that was just made, from where it is shown this once. */
async function link(page: Page): Promise<string> {
  const shown = page.getByTestId('invitation-link')
  await shown.waitFor()
  const text = await shown.inputValue()
  await page.getByRole('button', { name: '已复制，关闭' }).click()
  return text
}

const signsInAgain = async (page: Page): Promise<void> => {
  const cover = page.getByRole('dialog', { name: '登录已到期，请再登录一次' })
  await cover.waitFor()
  await cover.getByLabel(/的密码$/).fill(password)
  await cover.getByRole('button', { name: '登录并继续' }).click()
  await cover.waitFor({ state: 'detached' })
}

city.journey('an empty city: the first administrator by a link that is good once, then an official and an enterprise by invitation', async () => {
  city.expects(/status of 4(10|04|09)/)
  const { page: admin } = await city.visitor()
  await admin.goto(printed()!)
  await sees(admin, '设立第一位管理员')
  await admin.getByRole('button', { name: '设立账号并进入' }).click()
  await sees(admin, '请填写部门，至少 2 个字')
  await types(admin, '部门', '示例市政务服务局')
  await types(admin, '处室名称', '综合科')
  await types(admin, '咨询电话', '0772-2800100')
  await accepts(admin, 'shili.guan', '管示例', '设立账号并进入')
  await admin.waitForURL('**/admin')
  await sees(admin, '示例市政务服务局综合科没有人审核')

  const { page: late } = await city.visitor()
  await late.goto(printed()!)
  await sees(late, '这个链接已经用过了')

  await admin.getByRole('link', { name: '邀请', exact: true }).click()
  await sees(admin, '没有在等的邀请')
  await admin.getByRole('button', { name: '邀请同事' }).click()
  await types(admin, '给谁', '沈示例')
  await chooses(admin, '处室', '综合科')
  await types(admin, '岗位名称', '审核')
  await admin.getByLabel(/^审核/).check()
  await admin.getByRole('button', { name: '生成邀请链接' }).click()
  const toOffice = await link(admin)
  await sees(admin, '1 个邀请在等人接受')
  await admin.getByRole('button', { name: '邀请企业人员' }).click()
  await admin.getByLabel('还没有登记的企业').check()
  await types(admin, '企业名称', firm)
  await types(admin, '统一社会信用代码', creditCodeFor('91450200MA5SHILI0'.replace(/[ISO]/g, 'X'))!)
  await admin.getByRole('button', { name: '生成邀请链接' }).click()
  const toFirm = await link(admin)
  await sees(admin, '2 个邀请在等人接受')

  await late.goto(toOffice)
  await sees(late, '管示例请您加入示例市政务服务局综合科')
  await accepts(late, 'shili.guan', '沈示例', '接受邀请并进入')
  await sees(late, '这个用户名已经有人用了，请换一个')
  await types(late, '用户名', 'shili.shen')
  await late.getByRole('button', { name: '接受邀请并进入' }).click()
  await late.waitForURL('**/desk')
  await sees(admin, '1 个邀请在等人接受')

  const { page: agent } = await city.visitor({ viewport: phone })
  await agent.goto(toFirm)
  await sees(agent, `管示例请您代表${firm}办事`)
  await accepts(agent, 'shili.qi', '企示例', '接受邀请并进入')
  await sees(agent, '待我处理')
  await sees(admin, '没有在等的邀请')
  await admin.getByRole('link', { name: '今天的事' }).click()
  await sees(admin, '2 位同事在 1 个处室工作，共 3 个账号')
})

/** What somebody is in the middle of: where, what one opens, and what one types. */
const middles = [
  { who: 'shili.guan', address: '/admin?view=offices', opens: '设立处室', label: '处室名称', text: '企业服务科' },
  { who: 'shili.shen', address: '/desk/account', opens: '改电话', label: '电话', text: '0772-2811111' },
  { who: 'shili.qi', address: '/account', opens: '换密码', label: '新密码', text: '还没有写完的' },
] as const

city.journey('a session that ends in the middle of something goes on where it was, in the administration, at the desk and in the portal', async () => {
  city.expects(/status of 401/, /WebSocket/)
  for (const { who, address, opens, label, text } of middles) {
    const { page, context } = await city.visitor()
    await context.request.post('/api/session', { data: { username: who, password } })
    await page.goto(address)
    await page.getByRole('button', { name: opens }).click()
    const box = page.getByRole('dialog').getByLabel(label, { exact: true })
    await box.fill(text)
    // As by its time, or from another window.
    await context.request.delete('/api/session')
    await signsInAgain(page)
    expect([await page.getByRole('dialog').count(), await box.inputValue()]).toEqual([1, text])
    expect(await box.evaluate(field => field === field.ownerDocument.activeElement)).toBe(true)
  }
})

city.journey('the own account: another password ends other sessions, and another place is signed out from here', async () => {
  city.expects(/status of 401/, /WebSocket/)
  const next = `${password}又换了`
  const [here, there] = [await city.visitor(), await city.visitor()]
  for (const { context } of [here, there]) await context.request.post('/api/session', { data: { username: 'shili.shen', password } })
  await there.page.goto('/desk')
  await here.page.goto('/desk')
  await here.page.getByRole('button', { name: /打开身份菜单/ }).click()
  await here.page.getByRole('link', { name: '我的账号' }).click()
  await here.page.getByRole('button', { name: /^在那里退出：/ }).first().waitFor()
  await here.page.getByRole('button', { name: '换密码' }).click()
  await types(here.page, '现在的密码', password)
  await types(here.page, '新密码', next)
  await here.page.getByRole('dialog').getByRole('button', { name: '换密码' }).click()
  await sees(here.page, '密码已换，别处的登录已经结束')
  await there.page.getByRole('dialog', { name: '登录已到期，请再登录一次' }).waitFor()
  await here.page.getByRole('button', { name: /^在那里退出：/ }).first().waitFor({ state: 'detached' })
  await there.page.getByLabel(/的密码$/).fill(next)
  await there.page.getByRole('button', { name: '登录并继续' }).click()
  await here.page.getByRole('button', { name: /^在那里退出：/ }).click()
  await here.page.getByRole('dialog').getByRole('button', { name: '在那里退出' }).click()
  await there.page.getByRole('dialog', { name: '登录已到期，请再登录一次' }).waitFor()
})
