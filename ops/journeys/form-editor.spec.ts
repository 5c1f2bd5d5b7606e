import type { Page } from 'playwright-core'
import { randomUUID } from 'node:crypto'
import { chooses, fillsIn, handsIn, saved, sees, submits, types } from './acts.ts'
import { openCity } from './city.ts'

const city = openCity()
const policy = 'demo-policy-specialised'
const item = '专精特新企业发明专利奖励'
const enterprise = '柳州示例龙城精密机械有限公司'

/** Asks a command as the one who has signed in there. */
async function asks(page: Page, aggregate: string, id: string, type: string, data: object): Promise<void> {
  const answer = await page.request.post(`/api/ask/${aggregate}/${id}/${type}`, { data: { commandId: randomUUID(), data }, headers: { origin: new URL(page.url()).origin } })
  if (!answer.ok()) throw new Error(`${type}: ${await answer.text()}`)
}

const outline = (page: Page) => page.getByRole('navigation', { name: '表单内容' })
const preview = (page: Page) => page.getByRole('complementary', { name: '申请人看到的' })
const row = (page: Page, name: string) => outline(page).getByRole('button', { name: new RegExp(`^${name}`) })
const kept = (page: Page) => page.locator('[data-testid=saved][data-state=at]').waitFor()
const names = async (page: Page) => (await outline(page).locator('[data-field]').allInnerTexts()).map(text => text.split('\n')[0]!.replace('*', '').trim())

/** A field of a kind, added behind the chosen one and named. */
async function adds(page: Page, name: string, kind: string): Promise<void> {
  await page.getByRole('button', { name: '加一项' }).click()
  await page.getByLabel('名称', { exact: true }).fill(name)
  if (kind !== '短文字') await chooses(page, '类型', kind)
}

city.journey('an official draws a form without a program; drafts finish on the one they began with; one click brings a version back', async () => {
  const [{ page: desk }, { page: firm }] = await Promise.all([city.enter('zhengce', `/desk/policies/${policy}?item=patents&part=form`), city.enter('qiye')])
  await firm.getByRole('button', { name: `一键申请：${item}` }).click()
  await firm.getByLabel('专利登记簿副本').first().waitFor()

  await desk.getByRole('link', { name: '编辑申请表' }).click()
  await sees(desk, '按条件和材料自动生成')
  await row(desk, '有效发明专利数').click()
  await adds(desk, '专利有无质押', '是否')
  await adds(desk, '质权人', '短文字')
  const shows = desk.getByRole('region', { name: '什么时候出现' })
  await shows.getByRole('button', { name: '加一个条件' }).click()
  await chooses(desk, '看哪一项', '专利有无质押')
  await chooses(desk, '怎样比较', '选“是”')
  await sees(shows, '当“专利有无质押”选“是”时出现')
  await adds(desk, '专利清单', '明细表')
  await sees(desk, '由本处室编辑')

  // What applicants will see stands beside it, and can be tried.
  expect(await preview(desk).getByLabel('质权人', { exact: true }).count()).toBe(0)
  await preview(desk).getByRole('radiogroup', { name: '专利有无质押' }).getByLabel('是', { exact: true }).check()
  await preview(desk).getByLabel('质权人', { exact: true }).waitFor()
  await preview(desk).getByRole('button', { name: '加一行' }).click()
  await types(preview(desk), '第 1 行 金额', '1200.5')
  await sees(preview(desk).getByRole('row', { name: /合计/ }), '1,200.50 元')

  // Moved by the keyboard, removed and taken back.
  await row(desk, '质权人').focus()
  await desk.keyboard.press('Alt+ArrowUp')
  await sees(desk, '“质权人”移到了第')
  const order = await names(desk)
  expect(order.indexOf('质权人')).toBe(order.indexOf('专利有无质押') - 1)
  await row(desk, '专利清单').focus()
  await desk.keyboard.press('Delete')
  await sees(desk, '已删除“专利清单”')
  expect(await names(desk)).not.toContain('专利清单')
  await desk.keyboard.press('z')
  await row(desk, '专利清单').waitFor()
  await kept(desk)
  await desk.reload()
  await row(desk, '专利清单').waitFor()
  await asks(desk, 'policy', policy, 'PublishPolicy', { why: '表单里问清质押情况' })

  // The draft that was begun before does not notice.
  await handsIn(firm, '专利登记簿副本')
  await fillsIn(firm, enterprise)
  await saved(firm)
  expect(await firm.getByText('专利有无质押').count()).toBe(0)
  expect(await submits(firm)).toMatch(/^LZ-/)
  const id = randomUUID()
  await asks(firm, 'application', id, 'StartApplication', { policy, item: 'patents', enterprise: 'demo-enterprise-01' })
  await firm.goto(`/applications/${id}/form`)
  await firm.getByRole('radiogroup', { name: '专利有无质押' }).waitFor()

  // Any two versions are compared, and the first is back by one click.
  await desk.getByRole('button', { name: '版本' }).click()
  await sees(desk, '第 2 版')
  await desk.getByRole('button', { name: '恢复这一版 第 1 版' }).click()
  await sees(desk, '已恢复第 1 版的表单')
  const differences = desk.getByTestId('changes').getByRole('listitem')
  expect((await differences.allInnerTexts()).filter(text => text.startsWith('去掉')).length).toBe(3)
  await desk.getByRole('button', { name: '撤销' }).waitFor()
  expect(await names(desk)).not.toContain('专利清单')
})

city.journey('the account holder is confirmed when it is somebody else, and the button says what is missing', async () => {
  const { page } = await city.enter('qiye')
  await page.getByRole('button', { name: '一键申请：技术合同成交补助' }).click()
  await handsIn(page, '技术合同登记证明')
  await types(page, '户名', '柳州示例别家有限公司')
  await saved(page)
  await page.getByRole('navigation', { name: '填写进度' }).getByRole('link', { name: /^核对并提交/ }).click()
  const submit = page.getByRole('button', { name: '提交申请' })
  await submit.waitFor()
  await sees(page, '请勾选承诺，再提交')
  await page.getByLabel(/^以上内容和材料真实有效/).check()
  await sees(page, '请先确认户名，再提交')
  expect(await submit.getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('确认收款户名是“柳州示例别家有限公司”', { exact: false }).check()
  await page.locator('button:not([aria-disabled])', { hasText: '提交申请' }).click()
  await sees(page, '提交成功，这是您的回执')
})
