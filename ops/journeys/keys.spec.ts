import type { Locator, Page } from 'playwright-core'
import { act, paper, saved, sees } from './acts.ts'
import { openCity } from './city.ts'

const city = openCity()

/** A row is the one that the keys act on. */
const isSelected = (page: Page, id: string | null | undefined) => page.locator(`[data-testid=case-row][data-id="${id}"][aria-selected=true]`).waitFor()
const dialog = (page: Page) => page.getByRole('dialog')

/** Comes to something with the Tab key alone. */
async function tabsTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let step = 0; step < 150; step++) {
    if (await target.first().evaluate(element => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${target}`)
}

async function presses(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabsTo(page, target)
  // A button that still says why not would only say it again.
  await target.and(page.locator(':not([aria-disabled=true])')).first().waitFor()
  await page.keyboard.press(key)
}

async function writes(page: Page, target: Locator, text: string): Promise<void> {
  await tabsTo(page, target)
  await page.keyboard.insertText(text)
}

city.journey('a queue and a case without a mouse, as the list of keys says', async () => {
  const { page } = await city.enter('shenpi', '/desk?basket=free')
  const rows = page.getByTestId('case-row')
  await rows.nth(2).waitFor()
  const ids = await Promise.all([0, 1, 2].map(n => rows.nth(n).getAttribute('data-id')))
  const keys = page.keyboard

  await keys.press('?')
  for (const says of ['上一件', '下一件', '打开', '认领', '搜索']) await sees(dialog(page), says)
  await keys.press('j')
  await isSelected(page, ids[0])
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })

  await keys.press('j')
  await keys.press('j')
  await isSelected(page, ids[2])
  await keys.press('k')
  await isSelected(page, ids[1])
  await keys.press('/')
  await keys.type('jkr')
  expect(await page.getByRole('combobox', { name: /受理号/ }).inputValue()).toBe('jkr')
  await isSelected(page, ids[1])
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await keys.press('r')
  await sees(page.locator(`[data-id="${ids[1]}"]`), '我已认领')

  await keys.press('k')
  await isSelected(page, ids[0])
  await keys.press('Enter')
  await act(page, '通过').waitFor()
  expect(page.url()).toContain(`/desk/cases/${ids[0]}`)
  await keys.press('r')
  await act(page, '放回').waitFor()
  await keys.press('f')
  await act(page, '认领').waitFor()

  await page.getByLabel('审查意见').focus()
  await keys.type('t b y r f j k ?')
  expect(await dialog(page).count()).toBe(0)
  expect(await page.getByLabel('审查意见').inputValue()).toBe('t b y r f j k ?')
  await page.getByLabel('审查意见').blur()
  await keys.press('b')
  await sees(dialog(page), '补正')
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await keys.press('y')
  await sees(dialog(page), '依据哪一条')
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await keys.press('t')
  await sees(page, /先逐条判断|先填核定金额|通过.*的申请？|不能通过/)
  await keys.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await keys.press('Escape')
  await page.waitForURL('**/desk?*')
})

city.journey('without a mouse from the search of a policy to its approval: applied for, claimed, judged, corrected, decided', async () => {
  const [{ page: firm }, { page: desk }] = await Promise.all([city.enter('qiye'), city.enter('shenpi', '/desk?basket=free')])
  await sees(firm, '待我处理')
  await firm.keyboard.press('/')
  await firm.getByRole('combobox', { name: /受理号/ }).waitFor()
  await firm.keyboard.insertText('发明专利')
  await firm.getByRole('option', { name: /专精特新企业发明专利奖励/ }).first().waitFor()
  await firm.keyboard.press('Enter')
  await presses(firm, firm.getByRole('main').getByRole('link', { name: '专精特新企业发明专利奖励', exact: true }))
  await presses(firm, firm.getByRole('toolbar').getByRole('button', { name: '一键申请' }))
  await firm.waitForURL('**/form')
  const asked = firm.waitForEvent('filechooser')
  await presses(firm, firm.getByRole('button', { name: '选择文件' }))
  await (await asked).setFiles(paper('专利登记簿副本', '演示材料'))
  await sees(firm, '已上传')
  await saved(firm)
  await presses(firm, firm.getByRole('navigation', { name: '填写进度' }).getByRole('link', { name: /^核对并提交/ }))
  const promises = firm.getByRole('checkbox')
  await promises.first().waitFor()
  for (const promise of await promises.all()) await presses(firm, promise, 'Space')
  await presses(firm, firm.getByRole('button', { name: '提交申请' }))
  await sees(firm, '提交成功，这是您的回执')
  const id = /applications\/([^/?]+)/.exec(firm.url())![1]!

  const row = desk.locator(`[data-testid=case-row][data-id="${id}"]`)
  await row.waitFor()
  for (let step = 0; step < 40 && await row.getAttribute('aria-selected') !== 'true'; step++) await desk.keyboard.press('j')
  await isSelected(desk, id)
  await desk.keyboard.press('r')
  await sees(row, '我')
  await desk.keyboard.press('Enter')
  await act(desk, '放回').waitFor()
  await presses(desk, desk.getByRole('button', { name: /另作判断/ }))
  await presses(desk, desk.getByRole('radio', { name: '我判断符合', exact: true }), 'Space')
  await writes(desk, desk.getByRole('main').getByPlaceholder(/^依据/), '查过专利登记簿')
  await desk.keyboard.press('Enter')
  await sees(desk, '查过专利登记簿')

  await presses(desk, act(desk, '补正'))
  await writes(desk, dialog(desk).getByLabel('第 1 项要补正什么'), '请说明专利权人')
  await presses(desk, dialog(desk).getByRole('button', { name: '请企业补正 1 项' }))
  await sees(firm, '请您补正 1 项')
  await presses(firm, firm.getByRole('link', { name: '去补正' }))
  await writes(firm, firm.getByRole('region', { name: '第 1 项' }).getByRole('textbox'), '专利权人就是本企业')
  await saved(firm)
  await presses(firm, firm.getByRole('button', { name: '提交补正' }))
  await sees(desk, '专利权人就是本企业')

  await writes(desk, desk.getByLabel('审查意见'), '材料齐全，同意')
  await presses(desk, act(desk, '通过'))
  await presses(desk, dialog(desk).getByRole('button', { name: '通过', exact: true }))
  await sees(firm, '材料齐全，同意')
}, 180_000)
